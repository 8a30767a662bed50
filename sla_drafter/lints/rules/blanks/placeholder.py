"""Something is left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="FIL-01",
    name="placeholder",
    severity=Severity.ERROR,
    checks="No blank, bracket or “to be confirmed” is left to be filled in; lines to sign are no blanks.",
    why="What is signed with a blank in it is filled in by a court.",
    bad=(
        "within [•] days\ninnerhalb von [Anzahl einsetzen] Tagen\n"
        "dans un délai de [à compléter] jours\nen un plazo de [PLAZO] días"
    ),
    good="within 10 days",
    source="Own list of signs and words (data/blanks.yaml); in a draft of this library an open point is CMP-33.",
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)

SIGNS = (
    r"\[[\s•●■_.…–-]*\]|_{3,}|\{\{[^{}]{1,60}\}\}|<[A-Z][A-Z _-]{2,40}>|\b[Xx]{3,}\b|\?{3,}"
    r"|\b(?:(?i:TBD|TBC|TBA)|TODO)\b|\[[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9 /_.-]{3,60}\]"
)


def find(paper: Paper) -> Iterator[Finding]:
    blank, to_sign = patterns(paper.language)
    said: set[tuple[str, str]] = set()
    for line in paper.lines:
        if to_sign.search(line.words):
            continue
        for found in blank.finditer(line.words):
            if (line.clause, found[0]) in said:
                continue
            said.add((line.clause, found[0]))
            message = f"“{found[0]}” is not filled in."
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend="fill it in, or delete the sentence")


@cache
def patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is left to be filled in, and a line to sign, in a language and in English."""
    fill_in, to_be, to_sign = (wordlists.either("blanks", language, key) for key in ("fill_in", "to_be", "to_sign"))
    blank = rf"{SIGNS}|(?i:\[(?:{fill_in})(?!\w)[^\[\]]{{0,80}}\]|\b(?:{to_be}))"
    return re.compile(blank), re.compile(rf"\b(?:{to_sign})\W*_", re.IGNORECASE)
