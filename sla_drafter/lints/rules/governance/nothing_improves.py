"""Nothing in the agreement makes the service better."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-09",
    name="nothing_improves",
    severity=Severity.INFO,
    checks="The agreement has a plan of improvements, or asks the customer what should change.",
    why="A service that only keeps its targets is overtaken by what its customers need.",
    bad="no improvement, no feedback, no survey",
    good="improvement: {plan_every: 6 months}",
    source="Continual improvement in service management (ISO/IEC 20000-1).",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    if not (agreement.improvement or agreement.feedback or agreement.surveys):
        yield RULE.finding(
            "Nothing says how the service is improved, and the customer is never asked.",
            "improvement",
            mend="improvement: {plan_every: 6 months}   (or feedback: {every: 6 months, method: a talk})",
        )
