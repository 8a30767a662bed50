"""A clause that this kind of agreement cannot do without was left out."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.library import Standing

RULE = Rule(
    code="CMP-37",
    name="required_clause_missing",
    severity=Severity.ERROR,
    checks="Each clause that the kind requires is in the draft, or the master agreement settles it.",
    why="The matrix of required clauses is what the kind means; leaving one out makes another kind of agreement.",
    bad="clauses: {reporting: {include: no}}",
    good="the clause stays, or master_agreement: {settles: {governing_law: clause 21}}",
    source="Completeness matrix of the clause library, one column for each kind.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    reasons = dict(context.draft.left_out)
    for clause in context.draft.library.clauses.values():
        requiring = sorted(kind for kind in context.kinds if clause.kinds.get(kind) is Standing.REQUIRED)
        if requiring and not context.covers(clause.id):
            yield RULE.finding(
                f"{spelled.listed(requiring)} requires the clause {clause.id}, and the draft does not have it.",
                f"clauses.{clause.id}.include",
                private=reasons.get(clause.id, ""),
                mend=f"delete the line that leaves out {clause.id}, or name it under master_agreement: settles",
            )
