"""Which of two lengths of time is longer, said only where it holds in every calendar.

Months, quarters and years count in months; weeks, days and what is shorter in seconds. Between the two a month has 28
to 31 days. An opening day is at least as short as it likes and may be as far away as the holidays put it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sla_drafter.model.scalars import Duration, Unit, Window
from sla_drafter.values import frozen

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
SECONDS = {
    Unit.MILLISECOND: Fraction(1, 1000),
    Unit.SECOND: Fraction(1),
    Unit.MINUTE: Fraction(60),
    Unit.HOUR: Fraction(3600),
    Unit.DAY: Fraction(86400),
    Unit.WEEK: Fraction(7 * 86400),
}
"""The seconds of each unit that a clock on the wall measures."""
_SECONDS = {**SECONDS, Unit.BUSINESS_HOUR: Fraction(3600)}
_WINDOWS = {
    "calendar_month": Unit.MONTH,
    "billing_month": Unit.MONTH,
    "calendar_quarter": Unit.QUARTER,
    "calendar_year": Unit.YEAR,
}
_ABOUT_DAYS = {
    Unit.DAY: Fraction(1),
    Unit.BUSINESS_DAY: Fraction(7, 5),
    Unit.WEEK: Fraction(7),
    Unit.MONTH: Fraction(30),
}
_SHORTEST_MONTH, _LONGEST_MONTH = 28 * 86400, 31 * 86400


@frozen
class _Span:
    """The shortest and the longest that a length of time can be, in seconds; None where there is no longest."""

    shortest: Fraction
    longest: Fraction | None


def certainly_longer(one: Duration, other: Duration) -> bool:
    """Whether one length of time is longer than another, whatever the calendar."""
    if one.unit in _MONTHS and other.unit in _MONTHS:
        return _months(one) > _months(other)
    if one.unit.is_business and one.unit is other.unit:
        return one.amount > other.amount
    longest = _span(other).longest
    return longest is not None and _span(one).shortest > longest


def about_days(length: Duration | None) -> Fraction | None:
    """About how many days a time has, where nothing exact is at stake; a business day counts for more than one."""
    if length is None or length.unit not in _ABOUT_DAYS:
        return None
    return Fraction(length.amount) * _ABOUT_DAYS[length.unit]


def of_window(window: Window | None) -> Duration | None:
    """How long a measurement window is."""
    if window is None or window.length is not None:
        return window.length if window else None
    unit = _WINDOWS.get(window.kind.id)
    return Duration(Decimal(1), unit) if unit else None


def _months(length: Duration) -> Fraction:
    return Fraction(length.amount) * _MONTHS[length.unit]


def _span(length: Duration) -> _Span:
    if length.unit in _MONTHS:
        return _Span(_months(length) * _SHORTEST_MONTH, _months(length) * _LONGEST_MONTH)
    seconds = Fraction(length.amount) * _SECONDS.get(length.unit, Fraction(0))
    return _Span(seconds, None if length.unit.is_business else seconds)
