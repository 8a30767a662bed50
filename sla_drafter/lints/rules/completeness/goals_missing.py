"""Figures without a purpose."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent

RULE = Rule(
    code="CMP-34",
    name="goals_missing",
    severity=Severity.WARNING,
    checks="The agreement states goals, and one of them is the customer's.",
    why="A figure that serves nobody's goal is kept at the cost of one that does.",
    bad="(no goals)",
    good="goals: {orders_flow: {text: shops can take orders on every trading day, owner: customer_representative}}",
    source="Service level management derives each metric from a goal of the customer.",
    kinds=only("customer_based", "outsourcing", "sales_marketing", "internal"),
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    if not agreement.goals:
        yield RULE.finding("No goal is stated.", "goals", mend="goals: {orders_flow: {text: …, owner: …}}")
        return
    owners = [referent(agreement, "roles", goal.owner) for goal in agreement.goals if goal.owner]
    sides = {referent(agreement, "parties", role.party) for role in owners if role and role.party}
    if sides and not any(party and party.plays == "customer" for party in sides):
        message = "Every goal is owned by the provider's side."
        yield RULE.finding(message, "goals", mend="owner: customer_representative   (for a goal of the customer)")
