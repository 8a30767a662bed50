"""Prices follow an index, and nobody says from where."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-12",
    name="index_without_start",
    severity=Severity.WARNING,
    checks="A paper whose prices follow an index says from which month or value it is counted.",
    why="An index without its base can be counted from the signing or from the year 2015, and the fee is another one.",
    bad="The fee follows the consumer price index.",
    good="The fee follows the consumer price index, compared with the one published for January 2027.",
    source="Own lists (data/measures.yaml).",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    indices = wordlists.small_pattern("measures", paper.language, "index")
    base = wordlists.pattern("measures", paper.language, "base")
    for line in paper.holding(indices):
        found = indices.search(line.small)
        if found and not base.search(line.words):
            quote = line.words[found.start() : found.end()]
            message = f"“{quote}” has no base."
            yield RULE.finding(message, clause=line.clause, quote=quote, mend="name the month from which it is counted")
