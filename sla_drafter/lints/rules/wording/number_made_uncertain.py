"""A number is made uncertain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-06",
    name="number_made_uncertain",
    severity=Severity.WARNING,
    checks="No number is made uncertain by the words around it.",
    why="A number with “about” before it is no number: the border is what the dispute is about.",
    bad="about 4 hours",
    good="within 4 hours",
    source="Own list (data/approximations.yaml); words without a number are judged by AMB-01.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)

NUMBER = compiled(r" (?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|ninety)\b)")
OR_MORE = compiled(r"\b(?:at least|at most|up to|no more than) (?:\S+ ){1,4}?or (?:more|less|so)\b", re.IGNORECASE)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.holding(wordlists.phrases("approximations", paper.language), OR_MORE):
        for words, mend in uncertain(line.words, paper.language):
            message = f"“{words}” makes the number uncertain."
            yield RULE.finding(message, clause=line.clause, quote=words, mend=mend)


def uncertain(words: str, language: str) -> Iterator[tuple[str, str]]:
    """What makes a number uncertain in a line, each with what would be right."""
    for found in wordlists.phrases("approximations", language).find(words):
        if NUMBER.match(words, found.end):
            yield found.words, found.payload
    for both in OR_MORE.finditer(words):
        yield both[0], "keep one of the two: “at least” or “or more”"
