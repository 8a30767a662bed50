"""Something is left to be filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.places_to_fill import boxes, to_sign
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="FIL-01",
    name="placeholder",
    severity=Severity.ERROR,
    checks=(
        "No blank, bracket or “to be confirmed” is left to be filled in; lines to sign and boxes to tick are no blanks."
    ),
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
    r"\[[\s•●■_.…–-]*\]|_{3,}|(?<!\.)\.{5,}+(?!\s*\d)|\{\{[^{}]{1,60}\}\}|\{[a-z][a-z0-9]*_[a-z0-9_]{1,40}\}"
    r"|<[A-Z][A-Z _-]{2,40}>|\b[Xx]{3,}\b|\?{3,}|\b(?:(?i:TBD|TBC|TBA)|TODO)\b"
    r"|\[[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9 /_.-]{3,60}\]"
)


def find(paper: Paper) -> Iterator[Finding]:
    for (clause, words), count in Counter(blanks(paper)).items():
        often = f" ({spelled.counted(count, 'place')})" if count > 1 else ""
        message = f"“{words}” is not filled in{often}."
        yield RULE.finding(message, clause=clause, quote=words, mend="fill it in, or delete the sentence")


def blanks(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every blank, with the clause it stands in: boxes to tick and lines to sign are none."""
    pattern, signing = pattern_of(paper.language), to_sign(paper.lines, paper.language)
    for at, line in enumerate(paper.lines):
        ticked = boxes(line.words, paper.language)
        for blank in pattern.finditer(line.words):
            if blank.start() not in ticked and not signing.holds(at, blank):
                yield line.clause, blank[0]


@cache
def pattern_of(language: str) -> re.Pattern[str]:
    """What is left to be filled in, in a language and in English."""
    fill_in, to_be = (wordlists.either("blanks", language, key) for key in ("fill_in", "to_be"))
    return re.compile(rf"{SIGNS}|(?i:\[(?:{fill_in})(?!\w)[^\[\]]{{0,80}}\]|\b(?:{to_be}))")
