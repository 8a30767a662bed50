"""A list does not say where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-05",
    name="open_list",
    severity=Severity.WARNING,
    checks="No list ends in words that leave it open.",
    why="What else belongs to an open list is decided after the dispute.",
    bad="failures of hardware, power, etc.",
    good="failures of hardware, power or cooling",
    source="Own list (data/open_lists.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("open_lists", paper.language)):
        message = f"“{found.words}” leaves the list open."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)
