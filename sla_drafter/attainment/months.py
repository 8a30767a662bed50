"""Months on the calendar: they end on the same date or, where a month has no such date, on its last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.scalars import Duration, Unit

_MONTHS_OF_A_YEAR = 12
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def months_in(length: Duration) -> int:
    """How many months a length of time has that is given in months, quarters or years; no other has any."""
    months = Fraction(length.amount) * _MONTHS.get(length.unit, 0)
    if months < 1 or months.denominator != 1:
        raise Impossible("A number of months", f"{length.amount} {length.unit.value}", "It is whole: 6 months, 1 year.")
    return int(months)


def add_months(day: date, months: int) -> date:
    """The same date so many months later (earlier when negative); 31 January and one month is the last of February."""
    year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + months, _MONTHS_OF_A_YEAR)
    return on_day(year, month + 1, day.day)


def on_day(year: int, month: int, number: int) -> date:
    """A day of a month, or the last one where the month is shorter."""
    return date(year, month, min(number, monthrange(year, month)[1]))


def last_of_month(day: date) -> date:
    """The last day of the month in which a day lies."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def first_of_quarter(day: date) -> date:
    """The first day of the calendar quarter in which a day lies."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def last_of_quarter(day: date) -> date:
    """The last day of the calendar quarter in which a day lies."""
    return last_of_month(add_months(first_of_quarter(day), 2))
