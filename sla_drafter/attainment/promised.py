"""What one measured value earns under an agreement: its band, its percentage, its amount, through the twelve steps."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from sla_drafter.attainment.bands import bands_at
from sla_drafter.attainment.earning import Occasion, credited, shape_of
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.limits import Limits, limits_of
from sla_drafter.attainment.money import round_once
from sla_drafter.attainment.monthly_fees import fee_base, fees_of_longer
from sla_drafter.attainment.pipeline import Line, credit_of_line, credit_of_period, reported
from sla_drafter.attainment.refusal import one_of
from sla_drafter.attainment.shapes import Tiers
from sla_drafter.attainment.usual_month import USUAL_DAYS
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Money
from sla_drafter.values import frozen

HALF_UP = "half_up"
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
    fee: MonthlyFee | None = None
    amount: Money | None = None
    credit: Money | None = None


_USUAL = Fraction(USUAL_DAYS * DAY)


def earned(
    agreement: Agreement, metric: str, value: Fraction, month: date | None = None, *, measured: Fraction = _USUAL
) -> Earned:
    """What one value of a metric earns, with no other miss in the month (order of operations of a credit).

    `value` is a number of per cent, or in the unit of a target that is none (microseconds, things); `measured` is the
    length of the window. Raises `Impossible` for a metric without a credit, for a value that is no percentage, and for
    a ladder that gives two answers. `month` is a day of the month of the miss; without it, where the length of the
    month matters, it has thirty days.
    """
    promised = agreement.credits
    one_of("The metric whose credit is asked for", metric, credited(agreement))
    ladder = next((each for each in promised.ladders if each.about == metric), None) if promised else None
    fee = fee_base(agreement, metric, month)
    rule = shape_of(Occasion(agreement, metric, measured, USUAL_DAYS))
    step = quantum(agreement, ladder)
    line = Line(metric, value, rule or Tiers(()), fee.amount if fee else Fraction(0), step)
    percent = credit_of_line(line).percent
    shown = value if line.quantum is None else reported(value, line.quantum)
    band = next((held for held in bands_at(ladder, shown) if held.gives is not None), None) if ladder else None
    if fee is None:
        return Earned(value, shown, percent, band)
    limits = limits_alone(agreement, metric, fee, month)
    amount = round_once(fee.amount * percent / 100, fee.currency, limits.rounding)
    return Earned(value, shown, percent, band, fee, amount, credit_of_period([line], limits).credit)


def quantum(agreement: Agreement, ladder: Ladder | None) -> Fraction | None:
    """The step to which a value is rounded before it is compared: the ladder's own, else that of all values."""
    if ladder and ladder.quantum:
        return Fraction(ladder.quantum.value)
    rule = agreement.time.value_rounding if agreement.time else None
    return QUANTA.get(rule.id) if rule else None


def limits_alone(agreement: Agreement, metric: str, fee: MonthlyFee, month: date | None = None) -> Limits:
    """The limits of a credit of a metric in a month without another miss; the fee is the one it is a percentage of."""
    rule = agreement.time.money_rounding if agreement.time else None
    rounding = rule.id if rule else HALF_UP
    terms = agreement.credits.terms if agreement.credits else None
    if terms is None:
        return Limits(fee.currency, rounding=rounding)
    longer = fees_of_longer(agreement, metric, month)
    return limits_of(terms, monthly=fee.amount, currency=fee.currency, rounding=rounding, longer=longer)
