"""A clause has words of the agreement's own in the place of those of the library."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-51",
    name="clause_replaced",
    severity=Severity.INFO,
    checks="Each clause whose words the agreement replaces: which, and the private reason.",
    why="Whoever signs off reads these words alone: nobody who keeps the library has seen them.",
    bad="clauses: {meetings: {replace: The parties speak when they want to.}} (and nothing says why)",
    good="clauses: {meetings: {replace: …, because: the customer asked for its own words}}",
    source="A deviation from the house's words is what a review looks for first.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    for clause, because in context.draft.deviations:
        done, undone = "because: the reason   (it stays private)", "delete replace to have the words of the library"
        yield RULE.finding(
            f"The clause {clause} has words of its own in this agreement.",
            f"clauses.{clause}",
            clause=clause,
            private=because,
            mend=undone if because else done,
        )
