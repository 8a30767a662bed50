"""A clause that the facts of the agreement call for was left out."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.assembly.select import SETTLED, standing
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.library import Standing
from sla_drafter.model.paths import uses_of

RULE = Rule(
    code="CMP-52",
    name="clause_left_out",
    severity=Severity.INFO,
    checks="Each clause that facts of the agreement choose and that it leaves out: which, and the private reason.",
    why="The facts are there and the words are not; whoever signs off decides whether that is meant.",
    bad="clauses: {maintenance_emergency: no} (and nothing says why)",
    good="clauses: {maintenance_emergency: {include: no, because: the annex has it}}",
    source="A deviation from the house's outline is what a review looks for first.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    uses = uses_of(context.agreement)
    for identity, because in context.draft.left_out:
        clause = context.draft.library.clauses[identity]
        required = standing(context.agreement, clause) is Standing.REQUIRED  # another rule finds that
        if because == SETTLED or required or identity not in uses:
            continue
        yield RULE.finding(
            f"The clause {identity} is left out, although the agreement states facts that it prints.",
            f"clauses.{identity}.include",
            private=because,
            mend=f"clauses: {{{identity}: yes}}",
        )
