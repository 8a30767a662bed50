"""Examples in minutes and money: what a value means in a month, and the credit that it earns."""

from __future__ import annotations

from fractions import Fraction

from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.attainment.monthly_fees import fee_base
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.model.metrics import Metric
from sla_drafter.model.remedies import Band
from sla_drafter.model.scalars import Percent

_MONTH = 30 * 24 * 60 * 60


def month_at(context: Context, metric: Metric, value: Fraction) -> str:
    """A value in its window: "99.7% in a 30-day month is 2 h 9 min 36 s down"."""
    window = metric.window.kind.id if metric.window else ""
    if metric.formula and metric.formula.kind.id == "time_availability" and window.endswith("_month"):
        down = spelled.seconds(_MONTH * (100 - value) / 100)
        return f"{spelled.share(value)} in a 30-day month is {down} down"
    period = spelled.fact(metric.window, context.agreement) if metric.window else "window"
    return f"{spelled.share(value)} in a {period}"


def credit(context: Context, metric: Metric, percent: Percent | None) -> str:
    """A credit in money where the fee of a month is known, else as a percentage: "GBP 1,200.00"."""
    share = Fraction(percent.value) if percent else Fraction(0)
    fee = monthly_fee(context, metric)
    return spelled.part_of(fee, share) if fee else f"{spelled.share(share)} of the fees"


def monthly_fee(context: Context, metric: Metric) -> MonthlyFee | None:
    """What the fees come to in a month that a credit of the metric is a share of, where it is for one service."""
    promised = context.agreement.credits
    scope = promised.fee_base.fees if promised and promised.fee_base else None
    if context.service_of(metric) is None or (
        scope and scope.id == "all_services" and len(context.agreement.services) > 1
    ):
        return None
    return fee_base(context.agreement, metric.id)


def called(band: Band) -> str:
    """A band in words: "the band 99.0% (25%)"."""
    size = f" ({spelled.share(Fraction(band.credit.value))})" if band.credit else ""
    return f"the band {band.id}{size}"
