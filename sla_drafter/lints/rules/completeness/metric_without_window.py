"""A target without the time over which it is taken."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-10",
    name="metric_without_window",
    severity=Severity.ERROR,
    checks="Each metric has a measurement window.",
    why="99.9% is 43 minutes in a month and 8 h 45 min in a year: without the window it is no figure at all.",
    bad="target: at least 99.9%",
    good="target: at least 99.9% window: calendar month",
    source="Allowed downtime = (1 - target) x window.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        if metric.window is None:
            message = f"{context.called(metric)} has no window."
            yield RULE.finding(message, f"metrics.{metric.id}.window", mend="window: calendar month")
