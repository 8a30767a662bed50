"""A phrase stands by habit and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STY-04",
    name="phrase_without_effect",
    severity=Severity.INFO,
    checks="No phrase stands in the paper that contracts have by habit and that changes nothing.",
    why="Whoever writes “for the avoidance of doubt” says that the clause before it is in doubt.",
    bad="For the avoidance of doubt, credits are not paid out.",
    good="Credits are not paid out.",
    source="mscd 0.1.7 (CC0-1.0), phrases only, filtered (data/phrases_without_effect.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("phrases_without_effect", paper.language)):
        message = f"“{found.words}” changes nothing."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)
