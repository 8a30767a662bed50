"""What a metric earns by an agreement: the shape of its credit in one window, from whichever part states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial

from sla_drafter.attainment.attained import border_of
from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.attainment.refusal import WHOLE, Absent, Impossible
from sla_drafter.attainment.shapes import (
    Blocks,
    Daily,
    ExcessTable,
    Flat,
    OfDowntime,
    OfLadder,
    Proportional,
    Row,
    Shape,
    StepsUnder,
)
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.credit_rules import StepCredit
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.remedies import Credits, Ladder
from sla_drafter.model.scalars import Duration, Percent
from sla_drafter.values import frozen

_LADDER, _STEPPED, _POOL = "credits_ladder", "credits_stepped", "at_risk_pool"


@frozen
class Occasion:
    """A metric of an agreement in one window: how long was measured, in microseconds, and the days of the month."""

    agreement: Agreement
    metric: str
    measured: Fraction
    days: int

    @property
    def promised(self) -> Metric | None:
        """The metric as the agreement has it; a time of a severity is none."""
        found: Metric | None = referent(self.agreement, "metrics", self.metric)
        return found


def credited(agreement: Agreement) -> tuple[str, ...]:
    """The metrics that a miss of earns a credit, each once, in the order in which the agreement states the shapes."""
    promised = agreement.credits
    return tuple(dict.fromkeys(path.metric for path in _stated(promised))) if promised else ()


def shape_of(occasion: Occasion) -> Shape | None:
    """What a value earns; None for a metric without a credit. The first part of the agreement that states one rules."""
    promised = occasion.agreement.credits
    path = _stated_for(promised, occasion.metric) if promised else None
    return path.shape(occasion) if path else None


def cap_of(occasion: Occasion) -> Fraction | None:
    """The most that a metric earns in one window, also when a miss is multiplied; None where nothing bounds it.

    It is a percentage of the fee base.
    """
    promised = occasion.agreement.credits
    step = next((one for one in promised.steps if one.id == occasion.metric), None) if promised else None
    if step and (step.cap or step.cap_days):
        return _cap(step, occasion)
    part = next((one for one in promised.proportional if one.id == occasion.metric), None) if promised else None
    return Fraction(part.cap.value) if part and part.cap else None


def clause_of(agreement: Agreement, metric: str = "") -> str:
    """The clause that states what a metric earns; without a metric, the one that states most of the limits."""
    promised = agreement.credits
    stated = [one for one in _stated(promised) if metric in ("", one.metric)] if promised else []
    return next((one.clause for one in stated), _LADDER)


@frozen
class _Stated:
    """One part of an agreement that states a credit: of which metric, in which clause, and how its shape is made."""

    metric: str
    clause: str
    shape: Callable[[Occasion], Shape]


def _stated_for(promised: Credits, metric: str) -> _Stated | None:
    return next((one for one in _stated(promised) if one.metric == metric), None)


def _stated(promised: Credits) -> Iterator[_Stated]:
    for ladder in promised.ladders:
        yield _Stated(ladder.about, _LADDER, partial(_of_ladder, ladder))
    for step in promised.steps:
        yield _Stated(step.id, _STEPPED, partial(_stepped, step))
    for table in promised.excess:
        rows = tuple(
            Row(Fraction(row.over.value), Fraction(row.credit.value)) for row in table.rows if row.over and row.credit
        )
        yield _Stated(table.id, _STEPPED, partial(_over_target, rows))
    for part in promised.proportional:
        yield _Stated(part.id, _STEPPED, partial(_in_proportion, part.cap))
    pool = promised.at_risk
    for each in pool.allocations if pool else ():
        percent = _of_pool(pool.share if pool else None, each.percent)
        yield _Stated(each.id, _POOL, partial(_allocated, percent))


def _of_ladder(ladder: Ladder, on: Occasion) -> Shape:
    return OfLadder(ladder, on.days)


def _over_target(rows: tuple[Row, ...], on: Occasion) -> Shape:
    return ExcessTable(_target(on), rows)


def _allocated(percent: Fraction, on: Occasion) -> Shape:  # noqa: ARG001  # every miss draws the same
    return Flat(percent)


def _stepped(rule: StepCredit, on: Occasion) -> Shape:
    """Each block of downtime, or each step under the level that is owed, earns a percentage or days of service."""
    where = f"credits.steps.{rule.id}"
    count = rule.count.id if rule.count else ""
    if not count:
        raise Impossible(f"{where}.count", Absent(), "It says what a part of a block or step counts for: each full.")
    each, cap = _each(rule, on, where), _cap(rule, on)
    if rule.block:
        grace = _length(rule.grace, f"{where}.grace") if rule.grace else Fraction(0)
        return OfDowntime(Blocks(_length(rule.block, f"{where}.block"), each, count, grace, cap), on.measured)
    if rule.step is None:
        raise Impossible(where, Absent(), "It has a block (30 minutes) or a step (0.1%).")
    return StepsUnder(_target(on), Fraction(rule.step.value), each, count, cap)


def _each(rule: StepCredit, on: Occasion, where: str) -> Fraction:
    """What a block or step earns, as a percentage of the fee base."""
    if rule.credit:
        return Fraction(rule.credit.value)
    if rule.days is None:
        raise Impossible(f"{where}.credit", Absent(), "It says what each block or step earns: 5%.")
    return Daily(on.days).credit(Fraction(rule.days))


def _cap(rule: StepCredit, on: Occasion) -> Fraction:
    if rule.cap:
        return Fraction(rule.cap.value)
    return Daily(on.days).credit(Fraction(rule.cap_days)) if rule.cap_days else WHOLE


def _in_proportion(cap: Percent | None, on: Occasion) -> Shape:
    whole = OfDowntime(Proportional(on.measured), on.measured)
    return AtMost(whole, Fraction(cap.value)) if cap else whole


@frozen
class AtMost:
    """Another shape up to a percentage."""

    rule: Shape
    cap: Fraction

    def credit(self, measured: Fraction, /) -> Fraction:
        return min(self.rule.credit(measured), self.cap)


def _target(on: Occasion) -> Fraction:
    """The level below which a credit is due, in the unit of the values of the metric."""
    owed = on.promised.owed if on.promised else None
    if owed is None:
        raise Impossible(f"metrics.{on.metric}.target", Absent(), "A credit by steps or by excess is counted from it.")
    border = border_of(owed)
    return border * WHOLE if isinstance(owed.value, Percent) else border


def _of_pool(share: Percent | None, allocated: Percent | None) -> Fraction:
    return Fraction(share.value) * Fraction(allocated.value) / WHOLE if share and allocated else Fraction(0)


def _length(length: Duration, path: str) -> Fraction:
    if length.unit not in LENGTHS:
        raise Impossible(path, f"{length.amount} {length.unit.value}", "It needs no calendar: 30 minutes, 1 hour.")
    return Fraction(length.amount) * LENGTHS[length.unit]
