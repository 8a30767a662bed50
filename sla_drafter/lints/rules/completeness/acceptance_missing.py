"""A party that nobody signs for."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-24",
    name="acceptance_missing",
    severity=Severity.ERROR,
    checks="For every party a role accepts the agreement.",
    why="A promise binds who accepted it; the paper has a place to sign for each party or it is not an agreement.",
    bad="acceptance: {provider: operations_director}",
    good="acceptance: {provider: operations_director, customer: chief_information_officer}",
    source="Ordinary contract law: acceptance by every party.",
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    method = context.agreement.accepted_by
    if method and method.id == "order":
        return  # an order and its confirmation accept for both sides
    accepted = {one.id for one in context.agreement.acceptance if one.role}
    for party in context.agreement.parties:
        if party.id not in accepted:
            message = f"Nobody accepts the agreement for {context.called(party)}."
            yield RULE.finding(
                message, f"acceptance.{party.id}", mend=f"{party.id}: …   (a role of {context.called(party)})"
            )
