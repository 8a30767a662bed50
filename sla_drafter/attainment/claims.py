"""Deadlines and days of notice: the last day to claim, to elect and to give notice, by the agreement's own counting.

Months end on the same date or on the last of a shorter month. A period after an event does not count the day of the
event. Days of notice are clear days (neither the day of the notice nor that of the event counts) or leave out the first
day only; the two differ by one, so the agreement says which. Source: claim clauses of cloud providers.

Of the worked examples alone (tests/vectors): `end_of_billing_cycle`, `months_after_billing_month`, `days_after_quarter`
and `business_days_of_notice`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sla_drafter.attainment.clock import length_of
from sla_drafter.attainment.instants import LENGTHS, day_of, start_of_day
from sla_drafter.attainment.months import add_months, last_of_month, last_of_quarter
from sla_drafter.attainment.refusal import Impossible, not_negative, one_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.scalars import Duration, Unit, Zone

BusinessDay = Callable[[date], bool]

CLEAR, EXCLUDING_FIRST = "clear", "excluding_first"
COUNTINGS = (CLEAR, EXCLUDING_FIRST)
_ONE_DAY = timedelta(days=1)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_SATURDAY = 5
# No schedule that opens at all stays closed for longer; so a count of business days always ends.
_LONGEST_CLOSED = 366


def is_weekday(day: date) -> bool:
    """Whether a day is from Monday to Friday."""
    return day.weekday() < _SATURDAY


def end_of_billing_cycle(incident: date, cycles: int, billing_day: int = 1) -> date:
    """The last day of the so many billing cycles after the one of the incident (AWS: two)."""
    period = month_of(incident, billing_day)
    for _ in range(not_negative("The number of billing cycles", cycles)):
        period = month_of(period.end, billing_day)
    return period.last


def months_after_billing_month(incident: date, months: int) -> date:
    """So many months after the end of the incident's month; two from 31 December end in February (Azure)."""
    return add_months(last_of_month(incident), not_negative("The number of months", months))


def days_after_quarter(incident: date, days: int) -> date:
    """So many days after the end of the incident's quarter (GitHub: 30)."""
    return last_of_quarter(incident) + not_negative("The number of days", days) * _ONE_DAY


def last_day(event: date, within: Duration, is_business_day: BusinessDay = is_weekday) -> date:
    """The last day of a period after an event, whose own day does not count."""
    count = _whole(within)
    if within.unit in _MONTHS:
        return add_months(event, count * _MONTHS[within.unit])
    if within.unit in _DAYS:
        return event + count * _DAYS[within.unit] * _ONE_DAY
    if within.unit is Unit.BUSINESS_DAY:
        return count_business_days(event, count, is_business_day)
    raise Impossible("A period of days", f"{within.amount} {within.unit.value}", "It has a unit from a day up.")


def last_day_of_notice(
    event: date, notice: Duration, counting: str = CLEAR, is_business_day: BusinessDay = is_weekday
) -> date:
    """The last day on which notice of an event, or of an end, is in time.

    `event` is the day that the notice runs up to: the first day of the work, or the day after the last of a term.
    Where business days are counted, the notice is given on one.
    """
    count = _whole(notice)
    before = event - _ONE_DAY if one_of("The counting of days", counting, COUNTINGS) == CLEAR else event
    if notice.unit in _MONTHS:
        return add_months(before, -count * _MONTHS[notice.unit])
    if notice.unit in _DAYS:
        return before - count * _DAYS[notice.unit] * _ONE_DAY
    if notice.unit is Unit.BUSINESS_DAY:
        return count_back_business_days(event, count, counting, is_business_day)
    raise Impossible("A length of notice", f"{notice.amount} {notice.unit.value}", "It has a unit from a day up.")


def count_back_business_days(
    event: date, count: int, counting: str = CLEAR, is_business_day: BusinessDay = is_weekday
) -> date:
    """The last business day that leaves so many business days to an event."""
    known = one_of("The counting of days", counting, COUNTINGS)
    left = not_negative("The number of business days", count)
    day, counted = event, int(known == EXCLUDING_FIRST and is_business_day(event))
    for _ in range((left + 1) * _LONGEST_CLOSED):
        day -= _ONE_DAY
        if not is_business_day(day):
            continue
        if counted >= left:
            return day
        counted += 1
    raise Impossible("A calendar of business days", "always closed", "It opens on some day of the year.")


def count_business_days(event: date, count: int, is_business_day: BusinessDay = is_weekday) -> date:
    """The so many-th business day after an event."""
    left, day = not_negative("The number of business days", count), event
    for _ in range(left * _LONGEST_CLOSED):
        if left == 0:
            return day
        day += _ONE_DAY
        left -= is_business_day(day)
    if left:
        raise Impossible("A calendar of business days", "always closed", "It opens on some day of the year.")
    return day


def business_days_of_notice(
    given: date, event: date, counting: str = CLEAR, is_business_day: BusinessDay = is_weekday
) -> int:
    """How many business days a notice left: clear ones, or all but the day of the notice."""
    first, last = given + _ONE_DAY, event - _ONE_DAY
    if one_of("The counting of days", counting, COUNTINGS) == EXCLUDING_FIRST:
        last = event
    return sum(is_business_day(first + number * _ONE_DAY) for number in range((last - first).days + 1))


def latest_announcement(
    start: int, notice: Duration, zone: Zone, counting: str = CLEAR, is_business_day: BusinessDay = is_weekday
) -> int:
    """The last instant at which work that starts at an instant could be announced.

    Notice in hours or less runs back exactly; notice in days ends with a day of the zone.
    """
    if notice.unit in LENGTHS and notice.unit not in _DAYS and not notice.unit.is_business:
        return start - length_of(notice)
    day = last_day_of_notice(day_of(start, zone), notice, counting, is_business_day)
    return start_of_day(day + _ONE_DAY, zone) - 1


def _whole(length: Duration) -> int:
    if length.amount != int(length.amount) or length.amount < 0:
        raise Impossible(f"A number of {length.unit.value}s", length.amount, "It is a whole number.")
    return int(length.amount)
