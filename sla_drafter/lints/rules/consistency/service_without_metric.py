"""A service is in scope, and nothing about it is promised."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-22",
    name="service_without_metric",
    severity=Severity.WARNING,
    checks="Each service has a metric of its own, or severities or deadlines of inquiries hold for all of them.",
    why="A service without a service level is paid for and never measured.",
    bad="services: {database: {…}, archive: {…}}   and metrics for the database only",
    good="a metric with service: archive, or severities with times",
    source="Scope and service levels are two lists of the same things.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    if agreement.severities or agreement.inquiries or not agreement.metrics:
        return
    measured = {metric.service for metric in agreement.metrics}
    for service in agreement.services:
        if service.id not in measured and service.id not in {one.id for one in agreement.continuity}:
            yield RULE.finding(
                f"Nothing measures {context.called(service)}.",
                f"services.{service.id}",
                mend=f"a metric with service: {service.id}, or move it to out_of_scope",
            )
