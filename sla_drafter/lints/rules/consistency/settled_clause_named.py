"""The agreement asks for a clause that the master agreement settles."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-29",
    name="settled_clause_named",
    severity=Severity.WARNING,
    checks="No clause that the master agreement settles is asked for under clauses too.",
    why="The master agreement wins: the clause is not printed, although a line of the file asks for it.",
    bad="settles: {governing_law: clause 21}, and clauses: {governing_law: yes}",
    good="only one of the two lines",
    source="A fact in two places is a fact that can differ.",
)


def find(context: Context) -> Iterator[Finding]:
    master = context.agreement.master_agreement
    settled = {one.id: one for one in master.settles} if master else {}
    for use in context.agreement.clauses:
        if use.id not in settled or not (use.include or use.position or use.facts):
            continue
        where = context.words(settled[use.id].where)
        yield RULE.finding(
            f"The master agreement settles {use.id}{f' ({where})' if where else ''} and wins: what stands under "
            f"clauses.{use.id} is not printed.",
            f"clauses.{use.id}",
            also=(f"master_agreement.settles.{use.id}",),
            also_notes=("settled here",),
            mend=f"delete {use.id} under clauses, or under master_agreement: settles to print the clause here",
        )
