"""A number stands in words and in figures."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap
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
    every = [
        (line, one)
        for line in paper.lines
        for one in said_twice(line.words, paper.language)
        if one.spelled == one.figure
    ]
    for line, first in {one.words: (line, one) for line, one in reversed(every)}.values():
        alike = (swap(paper, at, one.start, one.words, one.once) for at, one in every if one.words == first.words)
        message = f"“{first.words}” says the number twice."
        right = mend(f"write “{first.once}”", *alike, is_safe=True)
        yield RULE.finding(message, clause=line.clause, quote=first.words, mend=right)
