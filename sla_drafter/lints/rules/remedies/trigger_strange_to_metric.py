"""A right to end for an event that its metric does not know."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.attain_formula import FORMULAS, OUTAGES
from sla_drafter.attainment.attained import border_of
from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.chronic_failure import Trigger, TriggerKind
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="REM-25",
    name="trigger_strange_to_metric",
    severity=Severity.ERROR,
    checks="A level that lets the customer end is of the kind of its target, and outages count for one of outages.",
    why="What cannot be compared never ends anything, or ends everything.",
    bad="target: at most 40 ms   and   triggers: {slow: {floor: at least 97%, of: latency}}",
    good="target: at most 40 ms   and   triggers: {slow: {floor: at most 120 ms, of: latency}}",
    source="Units of a level and of its metric; the formula of a metric says from which rows it is computed.",
)


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    for trigger in ending.chronic_failure.triggers if ending and ending.chronic_failure else ():
        metric: Metric | None = referent(context.agreement, "metrics", trigger.of) if trigger.of else None
        if metric is not None:
            yield from _floor(context.agreement, trigger, metric)
            yield from _outages(trigger, metric)


def _floor(agreement: Agreement, trigger: Trigger, metric: Metric) -> Iterator[Finding]:
    """A level that every value keeps: at least nothing, at most all, or on the other side of the target."""
    level = trigger.floor or trigger.average
    if level is None or metric.target is None or trigger.kind is None:
        return
    key, target = trigger.kind.value, metric.target
    if type(level.value) is not type(target.value) or level.comparator != target.comparator:
        yield RULE.finding(
            f"{spelled.fact(level, agreement)} cannot be compared with the target of {metric.id}, "
            f"{spelled.fact(target, agreement)}.",
            f"{trigger.path}.{key}",
            also=(f"metrics.{metric.id}.target",),
            also_notes=("the target is here",),
            mend=f"{key}: a level of the same kind, beyond which the customer may end",
        )
    elif isinstance(level.value, Percent) and border_of(level) == (0 if level.comparator.id == "at_least" else 1):
        yield RULE.finding(
            f"Every value is {spelled.fact(level, agreement)}.",
            f"{trigger.path}.{key}",
            mend=f"{key}: a level below the target",
        )


def _outages(trigger: Trigger, metric: Metric) -> Iterator[Finding]:
    """Outages of a metric that is not computed from outages, or that last a length which has no time of its own."""
    if trigger.kind is not TriggerKind.OUTAGES:
        return
    if metric.formula is not None and OUTAGES not in FORMULAS[metric.formula.kind.id][0]:
        yield RULE.finding(
            f"{metric.id} is not computed from outages.",
            f"{trigger.path}.of",
            also=(f"metrics.{metric.id}.formula",),
            mend="of: a metric of availability by time",
        )
    if trigger.longer_than is not None and trigger.longer_than.unit not in LENGTHS:
        yield RULE.finding(
            f"An outage is not measured in {trigger.longer_than.unit.value}s.",
            f"{trigger.path}.longer_than",
            mend="longer_than: 30 minutes",
        )
