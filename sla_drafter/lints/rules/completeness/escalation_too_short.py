"""A case that nobody solves goes nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.whereabouts import SCHEDULE

RULE = Rule(
    code="CMP-16",
    name="escalation_too_short",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks=(
        "There are at least two levels of escalation. Without any it is an error where the paper prints their table."
    ),
    why="The first contact is the one who did not solve it; a second level brings somebody who can decide.",
    bad="escalation: []",
    good="escalation: [{after: 1 hour, provider: duty_manager, customer: platform_lead}, {after: 4 hours, …}]",
    source="Three levels with times and contacts are usual.",
    reads=Reads.DRAFT,
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    levels = len(context.agreement.escalation)
    if levels < 2:
        has = "There is one level of escalation." if levels else "There is no escalation."
        is_empty = not levels and f"contacts_escalation{SCHEDULE}" in context.paper.empty_tables
        yield RULE.finding(
            f"{has[:-1]}, and the table that lists it is empty." if is_empty else has,
            "escalation",
            severity=Severity.ERROR if is_empty else RULE.severity,
            mend="- {after: 4 hours, provider: …, customer: …}",
        )
