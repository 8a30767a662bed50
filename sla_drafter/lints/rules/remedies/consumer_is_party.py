"""A consumer may be a party."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-16",
    name="consumer_is_party",
    severity=Severity.WARNING,
    checks="No customer is an individual: the texts are written for businesses and organisations.",
    why="Law that protects consumers overrides caps, carve-outs and claim periods, and differs in each country.",
    bad="parties: {customer: {name: Amy Example, kind: individual}}",
    good="parties: {customer: {name: Example Ltd, kind: company}}",
    source="Consumer law is outside what the clause library was written for.",
)


def find(context: Context) -> Iterator[Finding]:
    for party in context.agreement.parties:
        if party.plays == "customer" and party.kind and party.kind.id == "individual":
            yield RULE.finding(
                f"{context.called(party)} is an individual; these texts are not written for consumers.",
                f"parties.{party.id}.kind",
                mend="kind: company   (or have the text reviewed under consumer law)",
            )
