"""The fee of a month, which a credit is a percentage of, and what a credit takes of the margin.

A month of an annual fee is a twelfth, or its own days; the two differ by 8 % in February, so the agreement has to say
which. All amounts are exact; nothing is rounded here.

Of the worked examples alone (tests/vectors): `part_of_month` and `twelfth`.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from sla_drafter.attainment.months import first_of_quarter, last_of_quarter
from sla_drafter.attainment.refusal import WHOLE, Impossible, not_negative, one_of, percentage, positive
from sla_drafter.model.scalars import Fee, Unit
from sla_drafter.values import frozen

MONTHS_OF: Mapping[Unit, int] = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@frozen
class MonthlyFee:
    """What fees come to in one month. The amount is exact, as a third of GBP 100 has no decimals, and never rounded."""

    amount: Fraction
    currency: str


@frozen
class PartOfMonth:
    """The days of a month in which the service was bought, and the fee for them."""

    days: int
    of: int
    fee: Fraction


def monthly_fee(fee: Fee) -> Fraction:
    """What a fee comes to for one month, by equal months: a quarter has three, a year twelve."""
    one_of("The period of the fee", fee.per.value, [unit.value for unit in MONTHS_OF])
    return not_negative("The fee", Fraction(fee.money.amount)) / MONTHS_OF[fee.per]


def fee_by_days(fee: Fee, month: date) -> Fraction:
    """What a fee comes to in the month of a day, by the days of the month in its calendar quarter or year."""
    amount = not_negative("The fee", Fraction(fee.money.amount))
    match fee.per:
        case Unit.YEAR:
            return daily_actual(amount, month.year, month.month)
        case Unit.QUARTER:
            quarter = (last_of_quarter(month) - first_of_quarter(month)).days + 1
            return amount * days_of(month.year, month.month) / quarter
        case _:
            return monthly_fee(fee)


def twelfth(annual: Fraction) -> Fraction:
    """A month of an annual fee as a twelfth, whatever its length."""
    return not_negative("The annual fee", annual) / 12


def daily_actual(annual: Fraction, year: int, month: int) -> Fraction:
    """A month of an annual fee by its days: February 2026 is 28 of 365."""
    return not_negative("The annual fee", annual) * days_of(year, month) / (366 if isleap(year) else 365)


def part_of_month(monthly: Fraction, year: int, month: int, first_day: int, last_day: int | None = None) -> PartOfMonth:
    """The fee for the days from the first to the last of a month, both included."""
    days = days_of(year, month)
    last = days if last_day is None else last_day
    if not 1 <= first_day <= last <= days:
        right = f"The first day is not after the last, and both are from 1 to {days}."
        raise Impossible("The part of the month", f"day {first_day} to day {last}", right)
    held = last - first_day + 1
    return PartOfMonth(held, days, not_negative("The monthly fee", monthly) * held / days)


def days_of(year: int, month: int) -> int:
    """How many days a calendar month has."""
    return monthrange(year, one_of("The month", month, range(1, 13)))[1]


def share_of_margin(credit: Fraction, margin: Fraction) -> Fraction:
    """What a credit takes of the provider's margin, both as percentages of the fees: 5 of 20 is 25."""
    return not_negative("The credit", credit) / percentage("The margin", positive("The margin", margin)) * WHOLE
