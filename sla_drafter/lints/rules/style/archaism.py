"""A word that only old deeds have."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.quoted import quote_at
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STY-01",
    name="archaism",
    severity=Severity.INFO,
    checks="No word stands in the paper that only old deeds have.",
    why="Readers stop at such words, and two lawyers read “herein” as two different places.",
    bad="the Services described herein",
    good="the Services described in clause 4",
    source="american-legal-archaisms 1.0.18 and the Latin of mscd 0.1.7 (CC0-1.0), filtered (data/archaisms.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.prose:
        for found in wordlists.phrases("archaisms", paper.language).find(line.words):
            quote = quote_at(line.words, found.start, found.end)
            message = f"“{found.words}” is a word of old deeds."
            yield RULE.finding(message, clause=line.clause, quote=quote, mend=_mend(found.payload))


def _mend(plain: str) -> str:
    return f"write “{plain}”" if plain else "say it in words of today"
