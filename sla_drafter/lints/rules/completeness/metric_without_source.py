"""A figure that nobody records."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-09",
    name="metric_without_source",
    severity=Severity.ERROR,
    checks="Each metric names the source of its figures.",
    why="When both sides measure, both are right; the agreement decides whose record counts.",
    bad="metrics: {availability: {target: at least 99.9%}}",
    good="sources: {probe: {tool: Aldgate Probe, interval: 60 seconds}} source: probe",
    source="Public SLAs name their probe, its interval and its place.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        if metric.source is None:
            message = f"{context.called(metric)} is recorded by nobody."
            yield RULE.finding(message, f"metrics.{metric.id}.source", mend="source: …   (an id under sources)")
