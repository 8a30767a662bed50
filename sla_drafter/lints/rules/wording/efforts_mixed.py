"""Two standards of effort in one paper."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-03",
    name="efforts_mixed",
    severity=Severity.WARNING,
    checks="One paper asks for one standard of effort.",
    why="Two standards side by side say that one of them is lower; which, and by how much, is open.",
    bad="best efforts in clause 2, reasonable efforts in clause 7",
    good="one standard, defined, or a result with a number",
    source="Own list (data/vague_words.yaml, sort effort).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)

STANDARD = compiled(r"\b(?:effort|endeavour|endeavor)s?\b")


def find(paper: Paper) -> Iterator[Finding]:
    seen: dict[str, Line] = {}
    for line in paper.holding(wordlists.vague(paper.language)):
        for found in wordlists.vague_words(line.words, paper.language):
            if found.payload == "effort" and STANDARD.search(found.words.lower()):
                seen.setdefault(found.words.lower(), line)
    first, *others = seen or [""]
    for other in others:
        yield RULE.finding(
            f"“{other}” stands beside “{first}”: are they two standards?",
            clause=seen[other].clause,
            quote=other,
            mend=f"write “{first}” in both places, or promise a result",
        )
