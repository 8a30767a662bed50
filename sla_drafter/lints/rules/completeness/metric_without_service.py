"""A service level that belongs to no service."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-08",
    name="metric_without_service",
    severity=Severity.ERROR,
    checks="Each metric names the service that it measures.",
    why="A credit is a share of a service's fee, and an outage is an outage of something.",
    bad="metrics: {availability: {target: at least 99.9%}}",
    good="metrics: {availability: {service: database, target: at least 99.9%}}",
    source="Fee base of a credit: the affected service.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        if metric.service is None:
            message = f"{context.called(metric)} belongs to no service."
            yield RULE.finding(message, f"metrics.{metric.id}.service", mend="service: …   (an id under services)")
