"""A number stands in words and in figures."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.twice import said_twice

RULE = Rule(
    code="NUM-02",
    name="number_said_twice",
    severity=Severity.INFO,
    checks="A number is written once, in figures.",
    why="Whoever changes the figure forgets the words, and then the words hold.",
    bad="sixty (60) days\nsechzig (60) Tage\nsoixante (60) jours\nsesenta (60) días",
    good="60 days",
    source="Own rule; two that differ are NUM-01.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    said: set[str] = set()
    for line in paper.lines:
        for one in said_twice(line.words, paper.language):
            if one.spelled == one.figure and one.words not in said:
                said.add(one.words)
                message = f"“{one.words}” says the number twice."
                yield RULE.finding(message, clause=line.clause, quote=one.words, mend=one.in_figures)
