"""Two documents, and nobody says which one wins."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-32",
    name="precedence_missing",
    severity=Severity.WARNING,
    checks="An agreement that belongs to a master agreement says which of the two prevails.",
    why="Both speak of fees, liability and notice; without an order the argument starts with which page to read.",
    bad="master_agreement: {document: {title: Master Services Agreement}} (clause precedence left out)",
    good="the clause precedence is chosen, or the master agreement settles it",
    source="Order of precedence clauses; required in outsourcing.",
)


def find(context: Context) -> Iterator[Finding]:
    master = context.agreement.master_agreement
    if master is not None and master.document is not None and not context.covers("precedence"):
        yield RULE.finding(
            f"Nothing says whether {context.called(master.document)} or this agreement prevails.",
            "master_agreement.document",
            mend="clauses: {precedence: {include: yes}}",
        )
