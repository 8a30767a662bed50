"""Availability, and nobody says when the service is down."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-02",
    name="downtime_undefined",
    severity=Severity.ERROR,
    checks="A metric of availability says what must fail for the service to count as down.",
    why="Without a test each side has its own: one counts a slow page as down, the other a data centre on fire.",
    bad="availability: {formula: time availability, target: at least 99.9%}",
    good="down_when: two probes in a row cannot open a session and read a row",
    source="Public cloud SLAs define downtime before anything else.",
)

AVAILABILITY = ("time_availability", "request_availability")


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        if metric.formula and metric.formula.kind.id in AVAILABILITY and metric.down_when is None:
            message = f"{context.called(metric)} does not say when the service counts as down."
            yield RULE.finding(message, f"metrics.{metric.id}.down_when", mend="down_when: …   (what fails, how often)")
