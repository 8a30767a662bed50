"""The fees of a month that a credit of an agreement is a percentage of, whatever period the fees are agreed for.

A fee for a quarter or a year names no month: `credits.fee_base.proration` says whether its months are equal or counted
by their days. Where the agreement does not say it, there is no amount. Nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from sla_drafter.attainment.fees import MONTHS_OF, MonthlyFee, fee_by_days, monthly_fee
from sla_drafter.attainment.months import add_months, first_of_quarter
from sla_drafter.attainment.usual_month import USUAL_DAYS, month_of_days
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.remedies import FeeBase
from sla_drafter.model.scalars import Choice, Fee, Unit

BY_DAYS = "by_days"


def fee_base(agreement: Agreement, metric: str, month: date | None = None) -> MonthlyFee | None:
    """The fees of a month that a credit of a metric is a percentage of; None where the agreement does not state them.

    `month` is a day of the month of the miss. Without it, where months differ, it is the first one of thirty days.
    """
    fees, rule = _fees(agreement, metric), _rule(agreement)
    known = [fee for fee in fees if fee and fee.per in MONTHS_OF]
    if not known or len(known) < len(fees) or len({fee.money.currency for fee in known}) > 1:
        return None
    if rule is None and not _monthly(known):
        return None
    charged = charged_month(agreement, metric, month)
    if is_by_days(agreement, metric) and charged is None:
        return None
    amounts = (fee_by_days(fee, charged) if charged else monthly_fee(fee) for fee in known)
    return MonthlyFee(sum(amounts, Fraction(0)), known[0].money.currency)


def fees_of_longer(agreement: Agreement, metric: str, month: date | None = None) -> Mapping[Unit, Fraction]:
    """What the fees of the calendar quarter and year of a month come to: the sums of their months."""
    day = month or month_of_days(agreement, USUAL_DAYS)
    if day is None or not is_by_days(agreement, metric):
        fee = fee_base(agreement, metric, month)
        return {unit: fee.amount * MONTHS_OF[unit] for unit in (Unit.QUARTER, Unit.YEAR)} if fee else {}
    first = {Unit.QUARTER: first_of_quarter(day), Unit.YEAR: day.replace(month=1, day=1)}
    return {unit: _together(agreement, metric, start, MONTHS_OF[unit]) for unit, start in first.items()}


def proration(agreement: Agreement, metric: str) -> Choice | None:
    """How a fee for a quarter or a year is divided into months; None where all fees are monthly."""
    return None if _monthly(_fees(agreement, metric)) else _rule(agreement)


def is_by_days(agreement: Agreement, metric: str) -> bool:
    """Whether the fee of a metric differs from month to month, by the days of each."""
    rule = proration(agreement, metric)
    return rule is not None and rule.id == BY_DAYS


def charged_month(agreement: Agreement, metric: str, month: date | None = None) -> date | None:
    """The first day of the month whose fees count: that of the miss, or the one before; None where all are equal."""
    day = month or month_of_days(agreement, USUAL_DAYS)
    if day is None or not is_by_days(agreement, metric):
        return None
    base = _base(agreement)
    before = base is not None and base.month is not None and base.month.id == "preceding"
    return add_months(day.replace(day=1), -1 if before else 0)


def lacks_proration(agreement: Agreement, metric: str) -> bool:
    """Whether a fee for a quarter or a year has no amount for a month, as nothing says how it is divided."""
    longer = any(fee and fee.per is not Unit.MONTH and fee.per in MONTHS_OF for fee in _fees(agreement, metric))
    return longer and _rule(agreement) is None


def _rule(agreement: Agreement) -> Choice | None:
    base = _base(agreement)
    return base.proration if base else None


def _base(agreement: Agreement) -> FeeBase | None:
    return agreement.credits.fee_base if agreement.credits else None


def _fees(agreement: Agreement, metric: str) -> list[Fee | None]:
    """The fees of the service of a metric, or of all: cases and service points belong to no one service."""
    found: Metric | None = referent(agreement, "metrics", metric)
    base = _base(agreement)
    of_all = found is None or bool(base and base.fees and base.fees.id == "all_services")
    return [service.fee for service in agreement.services if of_all or (found and service.id == found.service)]


def _monthly(fees: Iterable[Fee | None]) -> bool:
    return all(fee is None or fee.per is Unit.MONTH for fee in fees)


def _together(agreement: Agreement, metric: str, first: date, months: int) -> Fraction:
    """The fees of so many months, from the one that begins on a day."""
    fees = (fee_base(agreement, metric, add_months(first, each)) for each in range(months))
    return sum((fee.amount for fee in fees if fee), Fraction(0))
