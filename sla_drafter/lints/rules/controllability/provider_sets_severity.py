"""The side that is measured says how urgent each case is."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CTL-08",
    name="provider_sets_severity",
    severity=Severity.WARNING,
    checks="The severity of a case is not set by the provider alone.",
    why="The severity decides how much time there is; whoever has to keep the time would choose it.",
    bad="severity_clock: {setter: provider}",
    good="severity_clock: {setter: customer}   (the provider may re-class with a written reason)",
    source="Support agreements: one side sets, the other may object, escalation settles.",
)


def find(context: Context) -> Iterator[Finding]:
    clock = context.agreement.severity_clock
    if clock and clock.setter and clock.setter.id == "provider" and context.agreement.severities:
        message = "The provider alone sets the severity, and with it the time that it has."
        yield RULE.finding(message, "severity_clock.setter", mend="setter: customer   (or: both)")
