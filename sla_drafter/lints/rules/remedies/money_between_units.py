"""Departments of one organisation pay each other credits."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-13",
    name="money_between_units",
    severity=Severity.WARNING,
    checks="An internal agreement has other consequences of a miss than credits.",
    why="Nobody is poorer when one pocket pays the other; the miss has a price and no effect.",
    bad="kind: internal   credits: {…}",
    good="team_remedies: {steps: [corrective plan, priority shift, help in kind, escalation]}",
    source="Internal agreements use plans, priority and escalation.",
    kinds=only("internal"),
)


def find(context: Context) -> Iterator[Finding]:
    if context.agreement.credits:
        yield RULE.finding(
            "Departments of one organisation pay each other credits.",
            "credits",
            mend="team_remedies: {steps: [corrective plan, priority shift, help in kind, escalation]}",
        )
