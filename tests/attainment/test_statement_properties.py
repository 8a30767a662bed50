from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.attainment.report import tree
from sla_drafter.attainment.statement import Statement
from sla_drafter.model.measured import Outage
from tests.attainment.months import MARCH, agreed, at, down, metric, month, of_outages

AGREED = agreed()
SECOND = 1_000_000
START, END = at(1, 0), at(31, 0)
CAP = Fraction(6000)
CAUSES = st.sampled_from(["", "", "", "provider", "customer_cause"])
SETTINGS = settings(max_examples=60)


@st.composite
def outages(draw: st.DrawFn) -> Outage:
    """An outage of up to a day, to the second; some of them have an excluded cause."""
    start = draw(st.integers(START // SECOND, END // SECOND))
    length = draw(st.integers(1, 86_400))
    return down(start * SECOND, (start + length) * SECOND, cause=draw(CAUSES))


many = st.lists(outages(), max_size=12)


def computed(rows: list[Outage]) -> Statement:
    return month(AGREED, of_outages(rows), MARCH)


def credit(statement: Statement) -> Fraction:
    assert statement.total is not None
    return Fraction(statement.total.amount)


@SETTINGS
@given(many, outages())
def test_more_downtime_never_raises_availability_and_never_lowers_a_credit(rows: list[Outage], more: Outage) -> None:
    counted = down(*more.span, cause="provider")
    before, after = computed(rows), computed([*rows, counted])
    values = [metric(each, "availability").value for each in (before, after)]
    assert values[0] is not None
    assert values[1] is not None
    assert values[1] <= values[0]
    assert credit(after) >= credit(before)


@SETTINGS
@given(many, st.data())
def test_splitting_an_outage_changes_nothing(rows: list[Outage], data: st.DataObject) -> None:
    split = []
    for row in rows:
        middle = data.draw(st.integers(row.span.start, row.span.end))
        split += [down(row.span.start, middle, row.cause), down(middle, row.span.end, row.cause)]
    before, after = (metric(computed(each), "availability") for each in (rows, split))
    assert (before.value, before.found.down, before.found.excused) == (
        after.value,
        after.found.down,
        after.found.excused,
    )


@SETTINGS
@given(many)
def test_no_credit_is_above_the_cap_and_no_value_outside_0_and_1(rows: list[Outage]) -> None:
    statement = computed(rows)
    value = metric(statement, "availability").value
    assert value is not None
    assert 0 <= value <= 1
    assert 0 <= credit(statement) <= CAP


@SETTINGS
@given(many)
def test_recomputation_gives_the_same_figures(rows: list[Outage]) -> None:
    assert computed(rows) == computed(list(rows))
    assert tree(computed(rows), {}) == tree(computed(list(rows)), {})


@SETTINGS
@given(many)
def test_every_row_of_the_month_stands_in_the_evidence(rows: list[Outage]) -> None:
    assert len(metric(computed(rows), "availability").found.evidence) == len(rows)


@SETTINGS
@given(many)
def test_excused_time_as_available_is_never_worse(rows: list[Outage]) -> None:
    total = agreed(("    no_data: down ", "    excluded_time: counts as available\n    no_data: down "))
    generous = metric(month(total, of_outages(rows)), "availability").value
    strict = metric(computed(rows), "availability").value
    assert strict is not None
    assert generous is not None
    assert generous >= strict
