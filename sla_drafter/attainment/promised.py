"""What one measured value earns under an agreement: its band, its percentage, its amount, through the twelve steps."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from sla_drafter.attainment.bands import bands_at
from sla_drafter.attainment.earning import Occasion, credited, shape_of
from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.limits import Limits, limits_of
from sla_drafter.attainment.money import round_once
from sla_drafter.attainment.pipeline import Line, credit_of_line, credit_of_period, reported
from sla_drafter.attainment.refusal import one_of
from sla_drafter.attainment.shapes import Tiers
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Fee, Money, Unit

HALF_UP = "half_up"
USUAL_DAYS = 30
# The step to which a measured value is rounded, by the rule of the agreement; no rule, no rounding.
QUANTA = {"two_places_half_up": Fraction(1, 100)}


@frozen
class Earned:
    """What a value of a metric earns: as it is reported, its band, the percentage, and the money where a fee is known.

    `amount` is the percentage of the fee, `credit` what is left of it after the limits of the credit terms.
    """

    value: Fraction
    reported: Fraction
    percent: Fraction
    band: Band | None = None
    fee: Money | None = None
    amount: Money | None = None
    credit: Money | None = None


def earned(agreement: Agreement, metric: str, value: Fraction) -> Earned:
    """What one value of a metric earns, with no other miss in the month (order of operations of a credit).

    `value` is a number of per cent. Raises `Impossible` for a metric without a credit, for a value that is no
    percentage, and for a ladder that gives two answers. Where the length of the month matters, it has thirty days.
    """
    promised = agreement.credits
    one_of("The metric whose credit is asked for", metric, credited(agreement))
    ladder = next((each for each in promised.ladders if each.about == metric), None) if promised else None
    fee = fee_base(agreement, metric)
    rule = shape_of(Occasion(agreement, metric, Fraction(USUAL_DAYS * DAY), USUAL_DAYS))
    step = quantum(agreement, ladder)
    line = Line(metric, value, rule or Tiers(()), Fraction(fee.amount) if fee else Fraction(0), step)
    percent = credit_of_line(line).percent
    shown = value if line.quantum is None else reported(value, line.quantum)
    band = next((held for held in bands_at(ladder, shown) if held.gives is not None), None) if ladder else None
    if fee is None:
        return Earned(value, shown, percent, band)
    limits = limits_alone(agreement, fee)
    amount = round_once(Fraction(fee.amount) * percent / 100, fee.currency, limits.rounding)
    return Earned(value, shown, percent, band, fee, amount, credit_of_period([line], limits).credit)


def quantum(agreement: Agreement, ladder: Ladder | None) -> Fraction | None:
    """The step to which a value is rounded before it is compared: the ladder's own, else that of all values."""
    if ladder and ladder.quantum:
        return Fraction(ladder.quantum.value)
    rule = agreement.time.value_rounding if agreement.time else None
    return QUANTA.get(rule.id) if rule else None


def fee_base(agreement: Agreement, metric: str) -> Money | None:
    """The monthly fees that a credit of a metric is a percentage of; None where the agreement does not state them.

    A fee for a quarter or a year has no month that the agreement names, so it gives none. Cases and service points
    belong to no one service, so that a credit for them is a percentage of the fees of all.
    """
    found: Metric | None = referent(agreement, "metrics", metric)
    base = agreement.credits.fee_base if agreement.credits else None
    if found is None or (base and base.fees and base.fees.id == "all_services"):
        return _together([service.fee for service in agreement.services])
    services = [service for service in agreement.services if service.id == found.service]
    return _together([service.fee for service in services])


def _together(fees: list[Fee | None]) -> Money | None:
    """The sum of monthly fees in one currency."""
    monthly = [fee.money for fee in fees if fee and fee.per is Unit.MONTH]
    if not monthly or len(monthly) < len(fees) or len({money.currency for money in monthly}) > 1:
        return None
    return Money(sum((money.amount for money in monthly[1:]), monthly[0].amount), monthly[0].currency)


def limits_alone(agreement: Agreement, fee: Money) -> Limits:
    """The limits of a credit in a month without another miss; the fee is the one that it is a percentage of."""
    rule = agreement.time.money_rounding if agreement.time else None
    rounding = rule.id if rule else HALF_UP
    terms = agreement.credits.terms if agreement.credits else None
    if terms is None:
        return Limits(fee.currency, rounding=rounding)
    return limits_of(terms, monthly=Fraction(fee.amount), currency=fee.currency, rounding=rounding)
