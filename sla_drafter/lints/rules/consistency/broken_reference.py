"""A cross-reference points to a clause that is not in the draft."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CON-08",
    name="broken_reference",
    severity=Severity.ERROR,
    checks="Every cross-reference points to a clause, schedule or item of the draft, or to the master agreement.",
    why="A reader who follows the reference finds nothing, and a duty that rests on it may be void.",
    bad="subject to clause 14.3 (there is no clause 14.3)",
    good="the clause is in the draft, or the clause that points to it is left out",
    source="References are ids until the draft is numbered; none is typed by hand.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    for fault in context.draft.faults:
        if fault.rule == RULE.code:
            yield evolve(fault, name=RULE.name, severity=RULE.severity)
