"""A person is named for a role, and nobody stands in."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-04",
    name="person_without_deputy",
    severity=Severity.INFO,
    checks="A role that names its holder names a deputy too.",
    why="People go on holiday and leave; an agreement that depends on one of them is amended each time.",
    bad="roles: {sales_lead: {party: provider, title: Sales lead, holder: Amy Example}}",
    good="roles: {sales_lead: {party: provider, title: Sales lead, holder: Amy Example, deputy: sales_manager}}",
    source="Roles outlive people.",
)


def find(context: Context) -> Iterator[Finding]:
    for role in context.agreement.roles:
        if role.holder is not None and role.deputy is None:
            yield RULE.finding(
                f"{context.called(role)} is {context.words(role.holder)}, and nobody stands in.",
                f"roles.{role.id}.deputy",
                mend="deputy: …   (another role)",
            )
