"""Targets for a severity that nobody can recognise."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-15",
    name="severity_without_definition",
    severity=Severity.ERROR,
    checks="Each severity says which impact makes a case one of it.",
    why="Who sets the level decides which clock runs; without a test, each case begins with an argument.",
    bad="severities: {1: {response: 15 minutes}}",
    good="severities: {1: {name: Critical, impact: no order can be taken, response: 15 minutes}}",
    source="Impact and urgency decide priority in incident practice (ISO/IEC 20000-1:2018, 8.6.1).",
)


def find(context: Context) -> Iterator[Finding]:
    for severity in context.agreement.severities:
        if severity.impact is None:
            message = f"Severity {severity.id} does not say which impact makes a case one of it."
            yield RULE.finding(
                message, f"severities.{severity.id}.impact", mend="impact: …   (what the users cannot do)"
            )
