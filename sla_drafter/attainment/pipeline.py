"""From measured values to the credit of a period, in the twelve steps whose order decides what is owed.

| step | what happens                                             | for         |
|------|----------------------------------------------------------|-------------|
| 1    | the value, rounded only if the contract says so          | each metric |
| 2    | the ladder (any shape of credit): a percentage           | each metric |
| 3    | the multiplier of a repeated miss                        | each metric |
| 4    | the amount: the percentage of the fee base, unrounded    | each metric |
| 5    | the cap of the metric                                    | each metric |
| 6    | the rule for several misses from one incident            | each metric |
| 7    | the sum                                                  | each metric |
| 8    | the cap of the period                                    | the period  |
| 9    | what is left of the annual cap                           | the period  |
| 10   | the rule for small credits                               | the period  |
| 11   | rounding, once                                           | the period  |
| 12   | set off against invoices, carried, paid out              | the credit  |

Every step leaves a trace, also where it changes nothing; step 12 once the invoices are known. Values and percentages
are numbers of per cent, amounts are in major units of the currency; all are exact fractions.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise

from attrs import evolve

from sla_drafter.attainment.limits import Limits, Miss, Settlement, counted, settle
from sla_drafter.attainment.money import round_once
from sla_drafter.attainment.refusal import WHOLE, not_negative, positive
from sla_drafter.attainment.shapes import Shape
from sla_drafter.model.scalars import Money
from sla_drafter.values import frozen

NOTHING = Fraction(0)


class Step(enum.IntEnum):
    """The twelve steps in their order."""

    VALUE = 1
    LADDER = 2
    MULTIPLIER = 3
    AMOUNT = 4
    METRIC_CAP = 5
    SAME_INCIDENT = 6
    SUM = 7
    PERIOD_CAP = 8
    ANNUAL_REMAINDER = 9
    MINIMUM = 10
    ROUNDING = 11
    SETTLEMENT = 12


# The fact of the agreement that rules a step, where it holds one; the clause that prints it is the source of the step.
FIELDS: Mapping[Step, str] = {
    Step.VALUE: "time.value_rounding",
    Step.LADDER: "credits.ladders.{metric}",
    Step.MULTIPLIER: "credits.repetition.multipliers",
    Step.AMOUNT: "credits.fee_base",
    Step.SAME_INCIDENT: "credits.terms.same_incident",
    Step.PERIOD_CAP: "credits.terms.cap",
    Step.ANNUAL_REMAINDER: "credits.terms.cap",
    Step.ROUNDING: "time.money_rounding",
    Step.SETTLEMENT: "credits.terms.at_end",
}


@frozen
class Trace:
    """What a step found and what it made of it; None for a value that was not measured."""

    step: Step
    before: Fraction | None
    after: Fraction | None
    metric: str = ""

    @property
    def field(self) -> str:
        """The path of the fact that rules the step; empty where the agreement holds none."""
        return FIELDS.get(self.step, "").format(metric=self.metric)


@frozen
class Line:
    """A metric in one period: its value and shape of credit, the fee base, and how its miss counts.

    `quantum` is the step to which the contract rounds the value, `cap` a percentage of the fee base, `incident` joins
    misses with one cause, `chosen` marks the one that the customer picked. A value of None was not measured.
    """

    metric: str
    value: Fraction | None
    shape: Shape
    fee: Fraction
    quantum: Fraction | None = None
    multiplier: Fraction = Fraction(1)
    cap: Fraction | None = None
    incident: str = ""
    chosen: bool = False


@frozen
class LineCredit:
    """What one metric earns: the percentage after the multiplier, the amount after its cap, and its five steps."""

    line: Line
    percent: Fraction
    amount: Fraction
    trace: tuple[Trace, ...]


@frozen
class PeriodCredit:
    """The credit of a period with the amount after each rule, and every step in order."""

    lines: tuple[LineCredit, ...]
    after_incident_rule: Fraction
    after_period_cap: Fraction
    after_annual_remainder: Fraction
    after_minimum: Fraction
    credit: Money
    trace: tuple[Trace, ...]
    settlement: Settlement | None = None


def credit_of_period(lines: Sequence[Line], limits: Limits) -> PeriodCredit:
    """The credit of a period: steps 1 to 11, every amount exact until it is rounded once."""
    earned = tuple(map(credit_of_line, lines))
    misses = [Miss(each.line.metric, each.amount, each.line.incident, each.line.chosen) for each in earned]
    counts = counted(misses, limits.same_incident)
    total, capped, left, due = _limited(counts, limits)
    money = round_once(due, limits.currency, limits.rounding)
    steps = (Step.PERIOD_CAP, Step.ANNUAL_REMAINDER, Step.MINIMUM, Step.ROUNDING)
    chain = pairwise((total, capped, left, due, Fraction(money.amount)))
    trace = (
        *(step for each in earned for step in each.trace),
        *(
            Trace(Step.SAME_INCIDENT, each.amount, count, each.metric)
            for each, count in zip(misses, counts, strict=True)
        ),
        *_summed(misses, counts),
        *(Trace(step, before, after) for step, (before, after) in zip(steps, chain, strict=True)),
    )
    return PeriodCredit(earned, total, capped, left, due, money, trace)


def credit_of_line(line: Line) -> LineCredit:
    """What one metric earns: steps 1 to 5. A value that was not measured earns nothing."""
    value = line.value
    if value is not None and line.quantum is not None:
        value = reported(value, line.quantum)
    base = NOTHING if value is None else line.shape.credit(value)
    percent = base * not_negative(f"The multiplier of {line.metric}", line.multiplier)
    amount = not_negative(f"The fee of {line.metric}", line.fee) * percent / WHOLE
    capped = amount if line.cap is None else min(amount, line.fee * not_negative("The cap", line.cap) / WHOLE)
    found = (
        (Step.VALUE, line.value, value),
        (Step.LADDER, value, base),
        (Step.MULTIPLIER, base, percent),
        (Step.AMOUNT, percent, amount),
        (Step.METRIC_CAP, amount, capped),
    )
    return LineCredit(line, percent, capped, tuple(Trace(*step, line.metric) for step in found))


def reported(value: Fraction, quantum: Fraction) -> Fraction:
    """A measured value as the contract reports it: the nearest multiple of the quantum, half up."""
    return (value / positive("The step of reported values", quantum) + Fraction(1, 2)).__floor__() * quantum


def settled(period: PeriodCredit, invoices: Sequence[Fraction], at_end: str | None = None) -> PeriodCredit:
    """The same credit with step 12: set off against the next invoices; the rest carried, paid out or lapsed."""
    credit = Fraction(period.credit.amount)
    settlement = settle(credit, invoices, at_end)
    return evolve(period, settlement=settlement, trace=(*period.trace, Trace(Step.SETTLEMENT, credit, settlement.left)))


def _limited(counts: Iterable[Fraction], limits: Limits) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """The sum, then after the cap of the period, the remainder of the year and the rule for small credits."""
    total = sum(counts, NOTHING)
    capped = _at_most("The cap of the period", total, limits.period_cap)
    left = _at_most("What is left of the annual cap", capped, limits.annual_left)
    return total, capped, left, limits.minimum.applied(left) if limits.minimum else left


def _at_most(what: str, amount: Fraction, limit: Fraction | None) -> Fraction:
    return amount if limit is None else min(amount, not_negative(what, limit))


def _summed(misses: Sequence[Miss], counts: Sequence[Fraction]) -> Iterable[Trace]:
    """The running sum, one step for each metric; a period without metrics sums to nothing."""
    if not misses:
        return (Trace(Step.SUM, NOTHING, NOTHING),)
    sums = pairwise(accumulate(counts, initial=NOTHING))
    return (Trace(Step.SUM, *pair, miss.metric) for miss, pair in zip(misses, sums, strict=True))
