"""The customer may end for a value that meets its target."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.attained import border_of, meets
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.chronic_failure import Trigger, TriggerKind
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent

RULE = Rule(
    code="REM-24",
    name="trigger_beyond_target",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks="A level at which the customer may end lies beyond the target: a value that meets the target never ends.",
    why="A promise that is kept cannot be a failure; and a right to end at the first miss is no chronic failure.",
    bad="target: at least 99.9%   and   triggers: {floor: {floor: at least 99.95%, of: availability}}",
    good="target: at least 99.9%   and   triggers: {floor: {floor: at least 97%, of: availability}}",
    source="Floors of public agreements lie two to five points below the target.",
)


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    for trigger in ending.chronic_failure.triggers if ending and ending.chronic_failure else ():
        metric: Metric | None = referent(context.agreement, "metrics", trigger.of) if trigger.of else None
        if metric is not None and trigger.kind in (TriggerKind.FLOOR, TriggerKind.AVERAGE):
            yield from _beyond(context, trigger, metric)


def _beyond(context: Context, trigger: Trigger, metric: Metric) -> Iterator[Finding]:
    level, target = trigger.floor or trigger.average, metric.target
    if level is None or target is None or type(level.value) is not type(target.value):
        return
    if level.comparator != target.comparator or trigger.kind is None:
        return
    same = border_of(level) == border_of(target)
    if not meets(border_of(level), target) or (same and trigger.kind is TriggerKind.AVERAGE):
        return
    said, owed = (spelled.fact(each, context.agreement) for each in (level, target))
    message = (
        f"One miss of the target lets the customer end: the level is the target, {owed}."
        if same
        else f"A value between {owed} and {said} meets its target and lets the customer end."
    )
    yield RULE.finding(
        message,
        f"{trigger.path}.{trigger.kind.value}",
        severity=Severity.WARNING if same else RULE.severity,
        also=(f"metrics.{metric.id}.target",),
        also_notes=("the target is here",),
        mend=f"{trigger.kind.value}: a level beyond the target",
    )
