from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.instants import HOUR, start_of_day
from sla_drafter.attainment.months import add_months, last_of_month, last_of_quarter
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.spans import length, merge
from sla_drafter.attainment.windows import (
    BORDERS,
    Period,
    attributed,
    month_of,
    period_of,
    periods_of,
    quarter_of,
    rolling,
    window_of,
    year_of,
)
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Choice, Duration, Unit, Window, Zone

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
LONDON = Zone("Europe/London")


def kind(name: str) -> Window:
    return Window(Choice("window", name))


def days(count: str, unit: Unit = Unit.DAY) -> Duration:
    return Duration(Decimal(count), unit)


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2027, 1, 15), -2) == date(2026, 11, 15)
    assert last_of_month(date(2028, 2, 3)) == date(2028, 2, 29)
    assert last_of_quarter(date(2027, 5, 31)) == date(2027, 6, 30)


@given(DAYS, st.integers(-60, 60))
def test_adding_months_lands_in_the_right_month_and_never_on_a_later_date(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == min(day.day, last_of_month(found).day)


def test_a_month_with_a_clock_change_is_an_hour_longer_or_shorter() -> None:
    march, october = month_of(date(2027, 3, 9)), month_of(date(2027, 10, 9))
    assert march.span(LONDON).length == 31 * 24 * HOUR - HOUR
    assert october.span(LONDON).length == 31 * 24 * HOUR + HOUR


def test_periods_of_the_calendar() -> None:
    assert quarter_of(date(2027, 5, 31)) == Period(date(2027, 4, 1), date(2027, 7, 1))
    assert year_of(date(2028, 2, 29)) == Period(date(2028, 1, 1), date(2029, 1, 1))
    assert period_of(Unit.WEEK, date(2027, 3, 7)) == Period(date(2027, 3, 1), date(2027, 3, 8))
    with pytest.raises(Impossible, match="It is a day, a week"):
        period_of(Unit.MINUTE, date(2027, 3, 7))


@given(DAYS, st.integers(1, 31))
def test_billing_months_follow_each_other_and_hold_their_days(day: date, billing_day: int) -> None:
    period = month_of(day, billing_day)
    assert period.first <= day < period.end
    following = month_of(period.end, billing_day)
    assert following.first == period.end
    assert month_of(period.last, billing_day) == period


def test_a_billing_month_that_starts_on_the_31st_starts_on_the_last_of_february() -> None:
    assert month_of(date(2027, 2, 28), 31) == Period(date(2027, 2, 28), date(2027, 3, 31))


def test_a_rolling_window_ends_with_its_day() -> None:
    assert rolling(date(2026, 2, 3), days("30")) == Period(date(2026, 1, 5), date(2026, 2, 4))
    assert rolling(date(2026, 2, 28), days("3", Unit.MONTH)) == Period(date(2025, 12, 1), date(2026, 3, 1))
    for length_ in (days("1.5"), days("0"), days("8", Unit.BUSINESS_HOUR)):
        with pytest.raises(Impossible, match="It is a whole number of days"):
            rolling(date(2026, 2, 3), length_)


def test_a_window_of_the_agreement_is_found_by_its_kind() -> None:
    day = date(2027, 5, 31)
    assert window_of(kind("calendar_month"), day) == month_of(day)
    assert window_of(kind("billing_month"), day, 15) == month_of(day, 15)
    assert window_of(kind("calendar_quarter"), day) == quarter_of(day)
    assert window_of(kind("calendar_year"), day) == year_of(day)
    assert window_of(Window(Choice("window", "rolling"), days("30")), day) == rolling(day, days("30"))
    with pytest.raises(Impossible, match="rolling 30 days"):
        window_of(kind("rolling"), day)


@given(DAYS, st.integers(0, 100), st.sampled_from((Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)))
def test_the_periods_that_a_span_touches_cover_it_without_gap(day: date, more: int, unit: Unit) -> None:
    span = Span(start_of_day(day, LONDON), start_of_day(day + timedelta(days=more + 1), LONDON))
    found = [period.span(LONDON) for period in periods_of(unit, span, LONDON)]
    assert found[0].start <= span.start < found[0].end
    assert found[-1].start < span.end <= found[-1].end
    assert all(one.end == other.start for one, other in pairwise(found))


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=8), st.sampled_from(BORDERS))
def test_every_run_counts_in_exactly_one_of_the_windows_or_is_split_between_them(
    lengths: list[tuple[int, int]], border: str
) -> None:
    runs = merge((start, start + long) for start, long in lengths)
    windows = [Span(0, 50), Span(50, 90), Span(90, 200)]
    assert sum(length(attributed(runs, window, border)) for window in windows) == length(runs)


def test_a_rule_across_the_border_that_nobody_defined_is_refused() -> None:
    with pytest.raises(Impossible, match="It is one of: split_at_the_border"):
        attributed((), Span(0, 1), "somewhere")
