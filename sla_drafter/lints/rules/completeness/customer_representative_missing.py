"""Nobody speaks for the customer."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-19",
    name="customer_representative_missing",
    severity=Severity.WARNING,
    checks="There is a role that the customer fills.",
    why="Reports, notices and approvals go to a person; without a role they go to whoever answered last time.",
    bad="roles: {service_level_manager: {party: provider, …}}",
    good="customer_representative: {party: customer, title: Head of platform, deputy: platform_lead}",
    source="Contacts of both sides belong to a service agreement; notices and approvals need them.",
    kinds=only("customer_based", "outsourcing", "multi_level", "internal"),
)


def find(context: Context) -> Iterator[Finding]:
    customers = {party.id for party in context.agreement.parties if party.plays == "customer"}
    if customers and not any(role.party in customers for role in context.agreement.roles):
        yield RULE.finding(
            "No role is filled by the customer.",
            "roles",
            mend=f"customer_representative: {{party: {min(customers)}, title: …}}",
        )
