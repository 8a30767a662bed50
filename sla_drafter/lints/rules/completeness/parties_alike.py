"""Two parties have the same name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-40",
    name="parties_alike",
    severity=Severity.ERROR,
    checks="No two parties have the same name; capitals and spaces make no difference.",
    why="Nobody can promise something to himself: a copied name leaves open who the other side is.",
    bad="parties: {provider: {name: Halden Retail Ltd}, customer: {name: Halden Retail Ltd}}",
    good="parties: {provider: {name: Aldgate Data Services Ltd}, customer: {name: Halden Retail Ltd}}",
    source="Ordinary contract law: an agreement is made between two sides.",
)


def find(context: Context) -> Iterator[Finding]:
    for first, second in combinations(context.agreement.parties, 2):
        name = context.words(first.name)
        if name and _compared(name) == _compared(context.words(second.name)):
            yield RULE.finding(
                f"The parties {first.id} and {second.id} are both called {name}.",
                f"parties.{second.id}.name",
                also=(f"parties.{first.id}.name",),
                also_notes=("the same name stands here",),
                mend="name: …   (as registered; each party has its own)",
            )


def _compared(name: str) -> str:
    """A name without what makes no other party of it."""
    return " ".join(name.split()).casefold().rstrip(".")
