"""A value is compared with its target, and nobody says whether it is rounded first."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="MEA-10",
    name="rounding_unstated",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Where a target is a percentage, the agreement says how a measured value is rounded before it is compared.",
    why="99.896% misses 99.9%, and meets it once it is rounded to one place.",
    bad="time: {zone: Europe/London}",
    good="time: {zone: Europe/London, value_rounding: none}",
    source="The value that is reported and the value that is compared are two figures.",
)


def find(context: Context) -> Iterator[Finding]:
    time = context.agreement.time
    shares = [metric for metric in context.agreement.metrics if _is_share(metric)]
    if shares and (time is None or time.value_rounding is None):
        yield RULE.finding(
            f"Nothing says whether the value of {context.called(shares[0])} is rounded before it is compared.",
            "time.value_rounding",
            also=(f"metrics.{shares[0].id}.target",),
            also_notes=("the target is here",),
            mend="value_rounding: none   (or: two places half up)",
        )


def _is_share(metric: Metric) -> bool:
    return metric.target is not None and isinstance(metric.target.value, Percent)
