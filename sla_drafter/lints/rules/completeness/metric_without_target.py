"""A service level without a figure to keep."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-07",
    name="metric_without_target",
    severity=Severity.ERROR,
    checks="Each metric has a target: a comparator, a figure and its unit.",
    why="Without a figure nobody can say whether the promise was kept.",
    bad="metrics: {availability: {name: Availability}}",
    good="target: at least 99.9%",
    source="Measurability: a promise is a comparison.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        if metric.target is None:
            message = f"{context.called(metric)} has no target."
            yield RULE.finding(
                message, f"metrics.{metric.id}.target", mend="target: at least 99.9%   (the agreed figure)"
            )
