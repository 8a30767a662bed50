"""A cross-reference points to a clause that is not in the draft."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.free_text import free_texts
from sla_drafter.lints.pointed_by_hand import lost_in
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CON-08",
    name="broken_reference",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "Every cross-reference points to a clause, schedule or item of the draft, or to the master agreement; so does "
        "every number that somebody typed. It is a warning where another document may be meant."
    ),
    why="A reader who follows the reference finds nothing, and a duty that rests on it may be void.",
    bad="subject to clause 14.3 (there is no clause 14.3)",
    good="the clause is in the draft, or the clause that points to it is left out",
    source=(
        "References of the library are ids until the draft is numbered; those in the user’s own words are held against "
        "the numbers of the draft, and what is of a law or of another document is left out."
    ),
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    for fault in context.draft.faults:
        if fault.rule == RULE.code:
            yield evolve(fault, name=RULE.name, severity=RULE.severity)
    numbers = context.paper.numbers
    for said in free_texts(context):
        for lost in lost_in(said.words, context.paper.language, numbers):
            right = "[](#…)   (the id of the clause)" if said.is_clause else "say what is meant in words"
            yield RULE.finding(
                f"The paper has no {lost.number}, to which “{lost.words}” points.",
                said.path,
                severity=RULE.severity if lost.is_ours else Severity.WARNING,
                quote=lost.words,
                mend=f"{right}; of another document: name it behind the number",
            )
