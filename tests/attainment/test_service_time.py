from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.instants import HOUR, MINUTE, day_of, moment
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.service_time import ALWAYS, Schedule, schedule_of, service_spans, weekly_spans
from sla_drafter.attainment.spans import length
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import OpeningSpan, Prose, Week, WeeklyWindow, Zone
from sla_drafter.model.services import Hours

LONDON, NEW_YORK = Zone("Europe/London"), Zone("America/New_York")
DESK = Week((OpeningSpan(0, 4, 8 * 60, 18 * 60),))
MAY = month_of(date(2026, 5, 9)).span(LONDON)


def test_bank_holidays_of_the_place_are_closed() -> None:
    desk = Schedule(DESK, LONDON, "England and Wales")
    assert length(desk.spans(MAY)) == 19 * 10 * HOUR
    assert not desk.is_business_day(date(2026, 5, 25))
    assert desk.is_business_day(date(2026, 5, 26))
    assert not desk.is_business_day(date(2026, 5, 30))


def test_days_that_are_closed_one_by_one_are_closed() -> None:
    desk = Schedule(DESK, LONDON, closed=frozenset({date(2026, 5, 4)}))
    assert length(desk.spans(MAY)) == 20 * 10 * HOUR
    assert not desk.is_business_day(date(2026, 5, 4))


def test_round_the_clock_is_the_whole_window_less_its_holidays() -> None:
    assert service_spans(ALWAYS, LONDON, (), MAY) == (MAY,)
    assert Schedule(ALWAYS, LONDON).never_closes
    closed = Schedule(ALWAYS, LONDON, "England and Wales")
    assert not closed.never_closes
    assert MAY.length - length(closed.spans(MAY)) == 2 * 24 * HOUR


def test_service_round_the_clock_lasts_23_hours_on_the_day_the_clocks_go_forward() -> None:
    week = Week(tuple(OpeningSpan(day, day, 0, 1440) for day in range(7)))
    march = month_of(date(2027, 3, 1)).span(LONDON)
    assert service_spans(week, LONDON, (), march) == (march,)
    assert march.length == 31 * 24 * HOUR - HOUR


def test_hours_that_a_gap_swallows_do_not_open() -> None:
    night = Week((OpeningSpan(6, 6, 120, 180),))
    day = Span(*(int(when) for when in month_of(date(2026, 3, 1)).span(NEW_YORK)))
    opened = service_spans(night, NEW_YORK, (), day)
    assert [moment(start, NEW_YORK).day for start, _ in opened] == [1, 15, 22, 29]


def test_a_weekly_window_comes_every_week() -> None:
    found = weekly_spans(WeeklyWindow(6, 240, 360), LONDON, MAY)
    assert [(day_of(start, LONDON).day, (end - start) // HOUR) for start, end in found] == [
        (3, 2), (10, 2), (17, 2), (24, 2), (31, 2),
    ]  # fmt: skip


def test_the_schedule_of_an_agreement_names_its_place_in_the_language_of_the_agreement() -> None:
    hours = Hours("desk", DESK, Prose((("", "England and Wales"),)))
    assert schedule_of(hours, LONDON, "en") == Schedule(DESK, LONDON, "England and Wales")
    assert schedule_of(Hours("always", ALWAYS), LONDON).never_closes
    with pytest.raises(Impossible, match="'desk'"):
        schedule_of(Hours("desk"), LONDON)


@given(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 1440), st.integers(-400, 400))
def test_splitting_a_window_changes_nothing(first: int, opens: int, longer: int, cut: int) -> None:
    week = Week((OpeningSpan(first, 6, opens, min(1440, opens + longer)),))
    border = (MAY.start + MAY.end) // 2 + cut * MINUTE
    parts = (Span(MAY.start, border), Span(border, MAY.end))
    whole = length(service_spans(week, LONDON, (), MAY))
    assert sum(length(service_spans(week, LONDON, (), part)) for part in parts) == whole
