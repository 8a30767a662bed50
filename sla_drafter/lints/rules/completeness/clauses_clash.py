"""Two clauses of the draft exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-39",
    name="clauses_clash",
    severity=Severity.ERROR,
    checks="No two clauses of the draft exclude each other.",
    why="Two clauses that exclude each other promise two things about one subject; a reader may choose.",
    bad="a one-sided commitment, and an acceptance block for both parties",
    good="one of the two is left out",
    source="Which clauses exclude which stands in the clause library (excludes).",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    for fault in context.draft.faults:
        if fault.rule == RULE.code:
            yield evolve(fault, name=RULE.name, severity=RULE.severity)
