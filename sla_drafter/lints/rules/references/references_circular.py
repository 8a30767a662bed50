"""Two clauses each yield to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="REF-07",
    name="references_circular",
    severity=Severity.WARNING,
    checks="No two clauses are subject to each other.",
    why="Each of them waits for the other to decide, and none does.",
    bad="6.4 Subject to clause 11.3, …\n11.3 Subject to clause 6.4, …",
    good="6.4 Subject to clause 11.3, …",
    source="Set algebra over the references that stand behind “subject to” (data/subject_to.yaml).",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

LEAD = 40


def find(paper: Paper) -> Iterator[Finding]:
    yields = set(yielding(paper))
    said: set[frozenset[str]] = set()
    for one, other, clause, words in sorted(yields):
        both = frozenset((one, other))
        if one != other and both not in said and any((a, b) == (other, one) for a, b, _, _ in yields):
            said.add(both)
            message = f"{one} is subject to {other}, and {other} to {one}."
            yield RULE.finding(message, clause=clause, quote=words, mend="say which of the two prevails")


def yielding(paper: Paper) -> Iterator[tuple[str, str, str, str]]:
    """Each clause that is subject to another: its number, the other's, where it stands, and the reference."""
    lead = subject_to(paper.language)
    words = {line.clause: line.words for line in paper.prose}
    for reference in typed(paper).references:
        mark = paper.marks.get(reference.clause)
        text = words.get(reference.clause, "")
        at = text.find(reference.words)
        if mark and mark.number and at >= 0 and lead.search(text, max(0, at - LEAD), at):
            yield mark.number.partition("(")[0], reference.number.partition("(")[0], reference.clause, reference.words


@cache
def subject_to(language: str) -> re.Pattern[str]:
    """What says that a clause yields to the one named next."""
    return compiled(rf"\b(?:{wordlists.listed('subject_to')[language]})\s?\Z", re.IGNORECASE)
