from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.claims import (
    CLEAR,
    COUNTINGS,
    EXCLUDING_FIRST,
    business_days_of_notice,
    count_back_business_days,
    count_business_days,
    days_after_quarter,
    end_of_billing_cycle,
    is_weekday,
    last_day,
    last_day_of_notice,
    latest_announcement,
    months_after_billing_month,
)
from sla_drafter.attainment.instants import HOUR, instant, moment
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.scalars import Duration, Unit, Zone

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
LONDON = Zone("Europe/London")
HOLIDAYS = {date(2026, 12, 25), date(2026, 12, 28)}


def long(amount: str, unit: Unit) -> Duration:
    return Duration(Decimal(amount), unit)


def open_on(day: date) -> bool:
    return is_weekday(day) and day not in HOLIDAYS


def test_billing_cycles_end_with_their_last_day() -> None:
    assert end_of_billing_cycle(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert end_of_billing_cycle(date(2026, 1, 15), 0) == date(2026, 1, 31)
    assert end_of_billing_cycle(date(2026, 1, 20), 1, billing_day=15) == date(2026, 3, 14)


def test_months_after_the_end_of_a_billing_month() -> None:
    assert months_after_billing_month(date(2025, 12, 3), 2) == date(2026, 2, 28)
    assert months_after_billing_month(date(2026, 5, 3), 2) == date(2026, 7, 31)


def test_days_after_the_end_of_a_quarter() -> None:
    assert days_after_quarter(date(2026, 2, 3), 30) == date(2026, 4, 30)


@pytest.mark.parametrize(
    ("within", "last"),
    [
        (long("30", Unit.DAY), "2027-01-20"),
        (long("2", Unit.WEEK), "2027-01-04"),
        (long("1", Unit.MONTH), "2027-01-21"),
        (long("2", Unit.QUARTER), "2027-06-21"),
        (long("1", Unit.YEAR), "2027-12-21"),
        (long("5", Unit.BUSINESS_DAY), "2026-12-30"),
    ],
)
def test_a_period_after_an_event_leaves_out_its_day(within: Duration, last: str) -> None:
    assert last_day(date(2026, 12, 21), within, open_on) == date.fromisoformat(last)


def test_five_business_days_of_notice_depend_on_the_counting() -> None:
    given_, event = date(2026, 6, 8), date(2026, 6, 15)
    assert business_days_of_notice(given_, event, CLEAR) == 4
    assert business_days_of_notice(given_, event, EXCLUDING_FIRST) == 5
    notice = long("5", Unit.BUSINESS_DAY)
    assert last_day_of_notice(event, notice, CLEAR) == date(2026, 6, 5)
    assert last_day_of_notice(event, notice, EXCLUDING_FIRST) == date(2026, 6, 8)


def test_clear_days_count_neither_end() -> None:
    assert last_day_of_notice(date(2027, 1, 15), long("5", Unit.DAY)) == date(2027, 1, 9)
    assert last_day_of_notice(date(2029, 1, 1), long("60", Unit.DAY)) == date(2028, 11, 1)
    assert last_day_of_notice(date(2029, 1, 1), long("60", Unit.DAY), EXCLUDING_FIRST) == date(2028, 11, 2)
    assert last_day_of_notice(date(2029, 1, 1), long("2", Unit.MONTH)) == date(2028, 10, 31)


@given(DAYS, st.integers(0, 40), st.sampled_from(COUNTINGS))
def test_the_last_day_of_notice_is_in_time_and_the_next_business_day_is_late(
    event: date, count: int, counting: str
) -> None:
    given_ = count_back_business_days(event, count, counting)
    assert is_weekday(given_)
    assert given_ < event
    assert business_days_of_notice(given_, event, counting) >= count
    following = count_business_days(given_, 1)
    assert following >= event or business_days_of_notice(following, event, counting) < count


@given(DAYS, st.integers(1, 60))
def test_business_days_are_counted_one_by_one(event: date, count: int) -> None:
    last = count_business_days(event, count)
    between = (event + timedelta(days=number) for number in range(1, (last - event).days + 1))
    assert sum(map(is_weekday, between)) == count
    assert is_weekday(last)


def test_work_is_announced_by_the_end_of_the_last_day_or_so_many_hours_before() -> None:
    start = instant(datetime.fromisoformat("2026-06-14T04:00:00+01:00"))
    assert latest_announcement(start, long("48", Unit.HOUR), LONDON) == start - 48 * HOUR
    latest = moment(latest_announcement(start, long("5", Unit.BUSINESS_DAY), LONDON), LONDON)
    assert (latest.date(), latest.hour) == (date(2026, 6, 5), 23)


@pytest.mark.parametrize("count", [last_day, last_day_of_notice])
@pytest.mark.parametrize("length", [long("1.5", Unit.DAY), long("3", Unit.HOUR)])
def test_a_period_that_is_no_number_of_days_is_refused(count: Callable[..., date], length: Duration) -> None:
    with pytest.raises(Impossible, match=r"whole number|a unit from a day up"):
        count(date(2026, 12, 21), length)


def test_a_calendar_that_never_opens_is_refused_instead_of_counted_for_ever() -> None:
    for count in (count_business_days, lambda day, left, known: count_back_business_days(day, left, CLEAR, known)):
        with pytest.raises(Impossible, match="It opens on some day"):
            count(date(2027, 1, 1), 1, lambda _: False)
