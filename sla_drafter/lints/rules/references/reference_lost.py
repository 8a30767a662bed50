"""A reference has lost what it pointed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-06",
    name="reference_lost",
    severity=Severity.ERROR,
    checks="No cross-reference has lost its mark, whether the file says so already or still shows the old number.",
    why="Its paragraph was deleted. At the next update of the fields its number turns into an error.",
    bad="as set out in Error! Reference source not found.",
    good="as set out in clause 4.2",
    source="Fields and bookmarks of a Word file; what programs print instead: own list (data/lost_references.yaml).",
    reads=Reads.FOREIGN,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    said: set[tuple[str, str]] = set()
    for line in paper.lines_holding(lost()):
        for found in lost().finditer(line.words):
            if (line.clause, found[0]) not in said:
                said.add((line.clause, found[0]))
                yield finding(f"“{found[0]}”: a reference has lost its mark.", line.clause, found[0])
    for clause, mark in paper.marks.items():
        for words in mark.lost:
            if not lost().search(words):
                message = f"The reference “{words}” points to a mark that the file does not have."
                yield finding(message, clause, words)


def finding(message: str, clause: str, words: str) -> Finding:
    """The fault at one reference."""
    return RULE.finding(
        message, clause=clause, quote=words, mend="point it to the paragraph that is meant, or delete it"
    )


@cache
def lost() -> re.Pattern[str]:
    """What programs print where a reference is lost, in every language."""
    return compiled("|".join(wordlists.listed("lost_references").values()), re.IGNORECASE)
