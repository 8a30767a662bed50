"""What holds of every sum, whatever was agreed and whatever was measured: properties over made-up agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.instants import DAY, HOUR, MINUTE, SECOND
from sla_drafter.attainment.report import tree
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.document.walk import words_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Evidence, MaintenanceWork, Outage, Span
from sla_drafter.model.metrics import Metric
from sla_drafter.model.record import Measurements, Record
from sla_drafter.model.scalars import Choice, Zone
from sla_drafter.writers.statement.json import write
from tests.promises.files import STARTER
from tests.promises.test_credit_table import tables
from tests.promises.test_credits_read_back import read_as_a_person, with_ladder

MONTH = month_of(date(2027, 4, 1))
SPAN = MONTH.span(Zone("Europe/London"))
FEE = 9500
FILES = tuple(Record(f"{kind}.csv", kind, 0, 0, 0, "") for kind in ("outages", "maintenance"))
CHECKED = settings(max_examples=50, deadline=None)
FEW = settings(max_examples=12, deadline=None)

EDITS = {
    "partial_minutes: exact ": ("exact ", "whole minutes fully down ", "any part of a minute "),
    "window_border: split at the border": ("split at the border", "counts where it starts"),
    "value_rounding: none ": ("none ", "two places half up "),
    "money_rounding: half up": ("half up", "half even", "down"),
    "hours: always": ("always", "desk"),
    "excluded_time: off both sides": ("off both sides", "counts as available"),
    "cap: 40% per month": ("40% per month", "10% per month", "12.5% per quarter"),
}
"""Rules of the starter that change its sums, with what else may stand there."""


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """The starter with other rules and another ladder."""
    text = STARTER
    for line, ways in EDITS.items():
        key = line.partition(":")[0]
        assert line in text
        text = text.replace(line, f"{key}: {draw(st.sampled_from(ways))}", 1)
    return with_ladder(draw(ladders()), text).agreement


@st.composite
def ladders(draw: st.DrawFn) -> str:
    """A chain of bands in the notation of the file: borders fall from the target on, credits rise."""
    borders = draw(st.lists(st.integers(1, 99_899), max_size=4, unique=True))
    credits_ = sorted(draw(st.lists(st.integers(1, 400), min_size=len(borders) + 1, max_size=len(borders) + 1)))
    falling = [99_900, *sorted(borders, reverse=True)]
    bands = (
        f"{{below: {border // 1000}.{border % 1000:03}%, credit: {credit // 10}.{credit % 10}%}}"
        for border, credit in zip(falling, credits_, strict=True)
    )
    return f"[{', '.join(bands)}]"


@st.composite
def outages(draw: st.DrawFn) -> Outage:
    """An outage that begins in the month; a few are excused."""
    start = SPAN.start + draw(st.integers(0, SPAN.length // SECOND - 1)) * SECOND
    long = draw(st.integers(1, 3600) | st.integers(1, 20 * 86_400)) * SECOND
    return Outage(Span(start, start + long), "database", Evidence("outages.csv", 2), draw(st.sampled_from(CAUSES)))


@st.composite
def works(draw: st.DrawFn) -> MaintenanceWork:
    """Work on a Sunday night, announced long before or too late."""
    start = SPAN.start + draw(st.integers(0, 3)) * 7 * DAY + 3 * DAY + 2 * HOUR
    announced = start - draw(st.integers(0, 30)) * DAY
    return MaintenanceWork(
        Span(start, start + draw(st.integers(1, 10)) * HOUR), "database", Evidence("maintenance.csv", 2), announced
    )


CAUSES = ("", "", "", "data_centres", "requested_stop", "customer")
many = st.lists(outages(), max_size=8)
some = st.lists(works(), max_size=3)


def stated(agreement: Agreement, rows: Sequence[Outage], work: Sequence[MaintenanceWork] = ()) -> Statement:
    return statement_of(agreement, Measurements(tuple(rows), tuple(work), records=FILES), MONTH)


def availability(statement: Statement) -> Attained:
    return statement.attained[0]


def value(statement: Statement) -> Fraction:
    found = availability(statement).value
    assert found is not None
    return found


def credit(statement: Statement) -> Fraction:
    assert statement.total
    return Fraction(statement.total.amount)


@CHECKED
@given(agreements(), many, some, outages())
def test_more_downtime_never_raises_a_value_and_never_lowers_a_credit(
    agreement: Agreement, rows: list[Outage], work: list[MaintenanceWork], more: Outage
) -> None:
    before, after = stated(agreement, rows, work), stated(agreement, [*rows, evolve(more, cause="")], work)
    assert value(after) <= value(before)
    assert credit(after) >= credit(before)


@CHECKED
@given(agreements(), many, some, st.data())
def test_an_outage_in_two_pieces_is_the_same_outage(
    agreement: Agreement, rows: list[Outage], work: list[MaintenanceWork], data: st.DataObject
) -> None:
    pieces = []
    for row in rows:
        middle = data.draw(st.integers(row.span.start, row.span.end))
        pieces += [evolve(row, span=Span(row.span.start, middle)), evolve(row, span=Span(middle, row.span.end))]
    whole, split = stated(agreement, rows, work), stated(agreement, pieces, work)
    assert (value(split), availability(split).found.runs) == (value(whole), availability(whole).found.runs)
    assert credit(split) == credit(whole)


@CHECKED
@given(agreements(), st.integers(1, 12 * 60), st.integers(0, 17 * 1440), st.integers(0, 17 * 1440))
def test_where_in_the_window_an_outage_lies_makes_no_difference(
    agreement: Agreement, minutes: int, one: int, other: int
) -> None:
    service = evolve(agreement.services[0], hours="always")
    open_ = evolve(agreement, services=(service,))
    found = {
        (value(statement), credit(statement))
        for start in (one, other)
        for statement in (stated(open_, [down(SPAN.start + start * MINUTE, minutes * MINUTE)]),)
    }
    assert len(found) == 1


def down(start: int, long: int) -> Outage:
    return Outage(Span(start, start + long), "database", Evidence("outages.csv", 2))


@CHECKED
@given(agreements(), many, some)
def test_excused_time_as_available_never_gives_a_lower_value(
    agreement: Agreement, rows: list[Outage], work: list[MaintenanceWork]
) -> None:
    total, net = (
        stated(evolve(agreement, metrics=(with_rule(agreement, rule),)), rows, work)
        for rule in ("counts_as_available", "off_both_sides")
    )
    if availability(net).value is not None:
        assert value(total) >= value(net)


def with_rule(agreement: Agreement, rule: str) -> Metric:
    return evolve(agreement.metrics[0], excluded_time=Choice("excluded_time", rule))


@CHECKED
@given(agreements(), many, some)
def test_no_credit_is_above_the_cap_or_above_that_of_its_band(
    agreement: Agreement, rows: list[Outage], work: list[MaintenanceWork]
) -> None:
    statement = stated(agreement, rows, work)
    assert agreement.credits
    assert agreement.credits.terms
    cap = agreement.credits.terms.cap
    assert cap
    months = {"month": 1, "quarter": 3}[cap.per.value]
    assert 0 <= credit(statement) <= FEE * months * Fraction(cap.percent.value) / 100
    line = statement.line("availability")
    assert line
    best = max(Fraction(band.credit.value) for band in agreement.credits.ladders[0].bands if band.credit)
    assert line.percent <= best


@CHECKED
@given(agreements(), many, some)
def test_the_same_facts_give_the_same_statement_byte_for_byte(
    agreement: Agreement, rows: list[Outage], work: list[MaintenanceWork]
) -> None:
    once, again = (write(tree(stated(agreement, found, work), {})) for found in (rows, list(rows)))
    assert once == again


@CHECKED
@given(agreements(), st.lists(outages(), min_size=2, max_size=8), some)
def test_the_order_of_the_rows_makes_no_difference(
    agreement: Agreement, rows: list[Outage], work: list[MaintenanceWork]
) -> None:
    statement, backwards = stated(agreement, rows, work), stated(agreement, rows[::-1], work[::-1])
    assert (value(backwards), credit(backwards)) == (value(statement), credit(statement))


@FEW
@given(ladders(), st.lists(many, min_size=1, max_size=12))
def test_the_printed_ladder_read_by_a_person_gives_the_credit_of_the_statement(
    ladder: str, months: list[list[Outage]]
) -> None:
    draft = with_ladder(ladder).draft(layout=False)
    rows = [(words_of(row.cells[0].children), words_of(row.cells[1].children)) for row in tables(draft)["availability"]]
    for outages_ in months:
        statement = stated(draft.agreement, outages_)
        line = statement.line("availability")
        assert line
        assert line.percent == read_as_a_person(rows, value(statement) * 100)
