"""A frequency can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-06",
    name="ambiguous_frequency",
    severity=Severity.WARNING,
    checks="No frequency is named by a word that means both twice in a period and every second period.",
    why="A bi-weekly report comes a hundred times a year or twenty-six times.",
    bad="a bi-weekly report\n14-tägig\nun rapport bimensuel\nun informe bimensual",
    good="a report every two weeks\nalle zwei Wochen\ntous les quinze jours\ncada dos semanas",
    source="Own list (data/ambiguous_frequencies.yaml).",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    frequencies = wordlists.phrases("ambiguous_frequencies", paper.language)
    for line in paper.lines_holding(frequencies):
        for found in frequencies.find(line.words):
            message = f"“{found.words}” is read in two ways."
            yield RULE.finding(message, clause=line.clause, quote=found.words, mend=f"write {found.payload}")
