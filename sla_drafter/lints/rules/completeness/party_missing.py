"""Fewer than two parties, or nobody who receives the service."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule
from sla_drafter.model.sides import playing

RULE = Rule(
    code="CMP-01",
    name="party_missing",
    severity=Severity.ERROR,
    checks="There are at least two parties, and one of them is the customer.",
    why=(
        "A promise that nobody receives cannot be enforced, and nobody can give the notices that the other "
        "clauses ask for."
    ),
    bad="parties: {provider: {name: Aldgate Data Services Ltd}}",
    good="parties: {provider: {name: Aldgate Data Services Ltd}, customer: {name: Halden Retail Ltd}}",
    source="Ordinary contract law: an agreement is made between two sides.",
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    parties = context.agreement.parties
    if len(parties) < 2:
        names = spelled.listed([context.called(party) for party in parties])
        yield RULE.finding(
            f"The only party is {names}." if parties else "No party is named.",
            "parties",
            mend="parties: {provider: {name: …}, customer: {name: …}}",
        )
    elif not playing(context.agreement, "customer"):
        yield RULE.finding(
            "No party is the customer.", "parties", mend="role: customer   (at the party that is served)"
        )
