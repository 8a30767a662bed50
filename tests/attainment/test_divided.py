from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sla_drafter.attainment.attain import attained
from sla_drafter.attainment.divided import by_month, by_window, table_by_window
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Outage, Outages, Span, Ticket
from sla_drafter.model.record import Measurements
from tests.attainment.months import HERE, agreed, at, down, record

SECOND = 1_000_000
MONTHS = tuple(month_of(date(2027, month, 1)) for month in (1, 2, 3, 4))
AGREED = agreed()
BY_START = agreed(("partial_minutes: exact,", "partial_minutes: exact, window_border: counts where it starts,"))
START, END = at(1, 0, month=1), at(1, 0, month=4)
instants = st.integers(START // SECOND, END // SECOND)


@st.composite
def outages(draw: st.DrawFn) -> Outage:
    start = draw(instants)
    return down(start * SECOND, (start + draw(st.integers(0, 50 * 86_400))) * SECOND)


@st.composite
def tickets(draw: st.DrawFn, number: int = 0) -> Ticket:
    opened = draw(instants)
    done = [draw(st.none() | st.integers(opened, opened + 40 * 86_400)) for _ in range(2)]
    answered, restored = (None if when is None else when * SECOND for when in done)
    return Ticket(f"T-{number}", draw(st.sampled_from("1234")), opened * SECOND, HERE, answered, restored)


@settings(max_examples=60, deadline=None)
@given(st.lists(outages(), max_size=8), st.lists(tickets(), max_size=8), st.sampled_from([AGREED, BY_START]))
def test_a_month_comes_to_the_same_with_its_own_rows_as_with_all(
    rows: list[Outage], cases: list[Ticket], deal: Agreement
) -> None:
    whole = Measurements(tuple(rows), tickets=tuple(cases), records=(record("outages"), record("tickets")))
    for month, own in by_month(deal, whole, MONTHS):
        for one, other in zip(attained(deal, own, month), attained(deal, whole, month), strict=True):
            assert (one.value, one.met, one.found.down) == (other.value, other.met, other.found.down)
            assert sorted(one.found.evidence) == sorted(other.found.evidence)


def test_a_row_belongs_to_every_window_that_it_touches() -> None:
    rows = [down(15, 25), down(0, 5), down(30, 31)]
    windows = [Span(0, 10), Span(10, 20), Span(20, 30)]
    assert tuple(by_window(rows, windows)) == ((rows[1],), (rows[0],), (rows[0],))


def test_an_outage_without_length_belongs_to_the_window_that_begins_with_it() -> None:
    row = down(10, 10)
    assert tuple(by_window([row], [Span(0, 10), Span(10, 20)])) == ((), (row,))


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=9),
    st.sampled_from([[Span(0, 10), Span(10, 20), Span(20, 40)], [Span(0, 30), Span(5, 35), Span(40, 41)]]),
)
def test_a_table_is_divided_as_its_rows_are(spans: list[tuple[int, int]], windows: list[Span]) -> None:
    rows = [down(start, start + length) for start, length in spans]
    table = Outages.of(rows)
    parts = [tuple(part) for part in table_by_window(table, table.starts, table.ends, windows)]
    assert parts == list(by_window(rows, windows))
