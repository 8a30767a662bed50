"""A noun has another number than the word that counts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap
from sla_drafter.values import frozen

RULE = Rule(
    code="STY-10",
    name="number_disagrees",
    severity=Severity.INFO,
    checks="What is counted stands in the number that the word before it asks for: 4 hours, one hour, each hour.",
    why="It is a slip, and where a figure was changed by hand nobody knows whether the figure or the noun is right.",
    bad="within 4 hour of the call; each days",
    good="within 4 hours of the call; each day",
    source="Own rule for units of time (data/counted_nouns.yaml); “a 4 hour period” passes.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)

FARTHEST = 34
"""So many signs before a noun begins what counts it."""


@frozen
class Words:
    """Each noun with its other number and what asks for that, and what follows a noun that is counted."""

    nouns: PhraseIndex[tuple[str, re.Pattern[str]]]
    ends: re.Pattern[str]


def find(paper: Paper) -> Iterator[Finding]:
    known = known_words(paper.language)
    for line, noun in paper.found(known.nouns):
        words, (right, asks) = line.words, noun.payload
        counted = asks.search(words, max(0, noun.start - FARTHEST), noun.start)
        if counted and known.ends.match(words, noun.end):
            said = words[counted.start() : noun.end]
            message = f"“{said}”: the noun has another number than the word that counts it."
            other = swap(paper, line, counted.start(), said, f"{words[counted.start() : noun.start]}{right}")
            written = mend(f"write “{right}”, or another figure", other)
            yield RULE.finding(message, clause=line.clause, quote=said, mend=written)


@cache
def known_words(language: str) -> Words:
    """The words of a language, from its list."""
    told = wordlists.listed("counted_nouns")[language]
    between = rf"\)? (?:(?:{told['kinds']}) )?\Z"
    many, one = (compiled(rf"\b(?:{told[key]}){between}", re.IGNORECASE) for key in ("many", "one"))
    nouns = {noun: (several, many) for noun, several in told["nouns"].items()}
    nouns |= {several: (noun, one) for noun, several in told["nouns"].items()}
    return Words(PhraseIndex.of(nouns, ignore_case=True), wordlists.pattern("counted_nouns", language, "ends"))
