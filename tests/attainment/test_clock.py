from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sla_drafter.attainment.clock import BeyondHorizon, CaseClock, Clock, clock, clock_of, length_of
from sla_drafter.attainment.instants import DAY, HOUR, MINUTE, instant, moment
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.service_time import ALWAYS, Schedule
from sla_drafter.attainment.spans import length, merge, subtract
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Duration, OpeningSpan, Unit, Week, Zone

LONDON = Zone("Europe/London")
DESK = Schedule(Week((OpeningSpan(0, 4, 9 * 60, 17 * 60),)), LONDON, "England and Wales")
BEGIN, END = (instant(datetime.fromisoformat(f"{year}-01-01T00:00:00+00:00")) for year in (2026, 2027))
OPEN, REAL = clock(DESK, BEGIN, END), clock(Schedule(ALWAYS, LONDON), BEGIN, END)
CASE = CaseClock(OPEN, OPEN)
INSTANTS = st.integers(BEGIN, BEGIN + 300 * DAY)
LENGTHS = st.integers(0, 200 * HOUR)
PAUSES = st.lists(st.tuples(INSTANTS, st.integers(0, 3 * DAY)), max_size=4).map(
    lambda pairs: [Span(start, start + long) for start, long in pairs]
)


def at(words: str) -> int:
    return instant(datetime.fromisoformat(words))


def promised(amount: str, unit: Unit) -> Duration:
    return Duration(Decimal(amount), unit)


def local(when: int) -> str:
    return moment(when, LONDON).strftime("%a %d %b %H:%M")


@given(INSTANTS, LENGTHS.filter(bool), PAUSES)
def test_the_promised_time_has_passed_at_the_deadline_and_not_before(start: int, long: int, pauses: list[Span]) -> None:
    due = OPEN.runs_out(start, long, pauses)
    assert OPEN.elapsed(start, due, pauses) == long
    assert OPEN.elapsed(start, due - 1, pauses) == long - 1


@given(INSTANTS, INSTANTS, PAUSES)
def test_elapsed_time_is_open_time_without_the_pauses(start: int, end: int, pauses: list[Span]) -> None:
    assume(start < end)
    open_time = DESK.spans(Span(start, end))
    assert OPEN.elapsed(start, end, pauses) == length(subtract(open_time, merge(pauses)))


@given(INSTANTS, INSTANTS, INSTANTS)
def test_elapsed_time_adds_up(one: int, other: int, third: int) -> None:
    first, middle, last = sorted((one, other, third))
    assert OPEN.elapsed(first, middle) + OPEN.elapsed(middle, last) == OPEN.elapsed(first, last)


@given(INSTANTS, LENGTHS, LENGTHS)
def test_a_longer_promise_is_never_due_earlier(start: int, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert OPEN.runs_out(start, shorter) <= OPEN.runs_out(start, longer)


def test_a_clock_counts_nothing_backwards() -> None:
    assert OPEN.elapsed(at("2026-06-05T12:00:00+01:00"), at("2026-06-05T11:00:00+01:00")) == 0


def test_a_promise_beyond_the_known_hours_is_refused() -> None:
    with pytest.raises(BeyondHorizon, match="The schedule opens more often"):
        OPEN.runs_out(BEGIN, 5000 * HOUR)
    with pytest.raises(BeyondHorizon):
        clock_of((), LONDON).next_opening(0)


def test_business_hours_run_while_the_desk_is_open() -> None:
    due = CASE.deadline(at("2026-06-05T16:30:00+01:00"), promised("4", Unit.BUSINESS_HOUR))
    assert local(due) == "Mon 08 Jun 12:30"


def test_a_business_day_ends_when_the_next_one_closes() -> None:
    start = at("2026-05-22T10:00:00+01:00")
    assert local(CASE.deadline(start, promised("1", Unit.BUSINESS_DAY))) == "Tue 26 May 17:00"
    assert local(CASE.deadline(start, promised("5", Unit.BUSINESS_DAY))) == "Mon 01 Jun 17:00"


def test_a_business_day_round_the_clock_ends_at_midnight() -> None:
    always = CaseClock(REAL, REAL)
    due = always.deadline(at("2026-05-22T10:00:00+01:00"), promised("1", Unit.BUSINESS_DAY))
    assert local(due) == "Sun 24 May 00:00"


def test_days_and_months_are_those_of_the_calendar() -> None:
    start = at("2026-01-31T10:00:00+00:00")
    assert local(CASE.deadline(start, promised("1", Unit.MONTH))) == "Sat 28 Feb 10:00"
    assert local(CASE.deadline(at("2026-03-28T10:00:00+00:00"), promised("1", Unit.DAY))) == "Sun 29 Mar 10:00"
    assert CASE.deadline(start, promised("0.5", Unit.DAY)) == start + DAY // 2


def test_a_promise_in_hours_runs_on_the_hours_of_the_case() -> None:
    start = at("2026-06-05T16:30:00+01:00")
    assert local(CASE.deadline(start, promised("1", Unit.HOUR))) == "Mon 08 Jun 09:30"
    assert local(CaseClock(REAL, OPEN).deadline(start, promised("1", Unit.HOUR))) == "Fri 05 Jun 17:30"


def test_a_clock_may_start_at_once_outside_the_hours() -> None:
    saturday = at("2026-06-06T12:00:00+01:00")
    at_once = CaseClock(OPEN, OPEN, at_once=True)
    assert local(CASE.deadline(saturday, promised("2", Unit.HOUR))) == "Mon 08 Jun 11:00"
    assert local(at_once.deadline(saturday, promised("2", Unit.HOUR))) == "Sat 06 Jun 14:00"
    assert local(at_once.deadline(saturday, promised("46", Unit.HOUR))) == "Mon 08 Jun 10:00"
    assert at_once.elapsed(saturday, at("2026-06-08T10:00:00+01:00")) == 46 * HOUR
    assert CASE.elapsed(saturday, at("2026-06-08T10:00:00+01:00")) == HOUR


def test_what_is_done_at_the_deadline_is_in_time() -> None:
    start, due = at("2026-06-05T13:00:00+01:00"), at("2026-06-05T17:00:00+01:00")
    assert CASE.in_time(start, due, promised("4", Unit.BUSINESS_HOUR))
    assert not CASE.in_time(start, due + 1, promised("4", Unit.BUSINESS_HOUR))


def test_a_pause_puts_a_deadline_off_in_every_unit() -> None:
    start = at("2026-06-01T10:00:00+01:00")
    pause = (Span(start + HOUR, start + 3 * HOUR),)
    for unit, amount in ((Unit.HOUR, "4"), (Unit.BUSINESS_HOUR, "4"), (Unit.DAY, "1"), (Unit.MONTH, "1")):
        without, with_ = (CASE.deadline(start, promised(amount, unit), known) for known in ((), pause))
        assert with_ - without == 2 * HOUR
    assert local(CASE.deadline(start, promised("1", Unit.BUSINESS_DAY), pause)) == "Wed 03 Jun 11:00"


def test_a_pause_counts_up_to_its_longest() -> None:
    start = at("2026-06-01T10:00:00+01:00")
    long = (Span(start, start + 30 * DAY),)
    assert CASE.accepted(long, promised("2", Unit.BUSINESS_HOUR)) == (Span(start, start + 2 * HOUR),)
    assert CASE.accepted(long, None) == long


def test_lengths_are_exact() -> None:
    assert length_of(promised("200", Unit.MILLISECOND)) == 200_000
    assert length_of(promised("1.5", Unit.MINUTE)) == 90 * MINUTE // 60
    with pytest.raises(Impossible, match="It has a unit up to a week"):
        length_of(promised("1", Unit.MONTH))
    with pytest.raises(Impossible, match="whole microseconds"):
        length_of(promised("0.0001", Unit.MILLISECOND))


@pytest.mark.parametrize(
    ("amount", "unit"), [("1.5", Unit.BUSINESS_DAY), ("0", Unit.BUSINESS_DAY), ("1.5", Unit.MONTH)]
)
def test_a_part_of_a_business_day_or_of_a_month_is_refused(amount: str, unit: Unit) -> None:
    with pytest.raises(Impossible, match="whole number"):
        CASE.deadline(BEGIN, promised(amount, unit))


def test_the_business_days_of_a_clock_are_its_open_days() -> None:
    known: Clock = OPEN
    assert known.business_days[0][0] == date(2026, 1, 2)
    assert len(known.business_days) == 261 - 8


PROMISES = st.sampled_from([
    promised("0", Unit.HOUR), promised("30", Unit.MINUTE), promised("9", Unit.HOUR), promised("20", Unit.BUSINESS_HOUR),
    promised("1", Unit.BUSINESS_DAY), promised("5", Unit.BUSINESS_DAY), promised("3", Unit.DAY),
    promised("1", Unit.MONTH), promised("1.5", Unit.DAY),
])  # fmt: skip


@given(st.lists(INSTANTS, max_size=6), PROMISES, st.booleans())
def test_many_deadlines_are_those_of_each(starts: list[int], promise: Duration, at_once: bool) -> None:
    running = CaseClock(OPEN, OPEN, at_once)
    assert list(running.all_deadlines(promise, starts)) == [running.deadline(start, promise) for start in starts]
