"""Business hours are counted, and nobody says which hours are business hours."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration

RULE = Rule(
    code="CMP-06",
    name="business_time_without_hours",
    severity=Severity.ERROR,
    checks=(
        "A target in business hours or business days has a schedule: the hours of the metric's service, or the "
        "cover of the severity."
    ),
    why="Eight business hours are one day at one desk and eight hours at another; a weekend makes it three days.",
    bad="severities: {3: {response: 8 business hours}}",
    good="hours: {desk: {week: Mon-Fri 08:00-18:00}} severities: {3: {response: 8 business hours, cover: desk}}",
    source="Interval arithmetic on schedules: no schedule, no result.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        service = context.service_of(metric)
        lengths = [metric.formula and metric.formula.threshold, metric.target and metric.target.value]
        if any(map(in_business_time, lengths)) and service is not None and service.hours is None:
            message = f"{context.called(metric)} counts business time, and {context.called(service)} has no hours."
            yield RULE.finding(
                message, f"services.{service.id}.hours", mend="hours: desk", also=(f"metrics.{metric.id}",)
            )
    for severity in context.agreement.severities:
        lengths = [severity.response, severity.restore, severity.update_every]
        if any(map(in_business_time, lengths)) and severity.cover is None:
            message = f"Severity {severity.id} counts business time and has no cover."
            yield RULE.finding(
                message, f"severities.{severity.id}.cover", mend="cover: desk   (a schedule under hours)"
            )


def in_business_time(length: object) -> bool:
    """Whether a length of time counts opening time only."""
    return isinstance(length, Duration) and length.unit.is_business
