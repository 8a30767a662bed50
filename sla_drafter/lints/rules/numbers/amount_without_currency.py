"""A sum of money has no currency."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-11",
    name="amount_without_currency",
    severity=Severity.WARNING,
    checks="Every sum of money has its currency.",
    why="A dollar has a dozen owners, and a number has none.",
    bad="a fee of 5,000 per month\nein Entgelt von 5.000 pro Monat",
    good="a fee of EUR 5,000 per month",
    source="Own lists (data/measures.yaml); in a draft of this library money always has a currency.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    amounts = wordlists.small_pattern("measures", paper.language, "amounts")
    for line in paper.holding(amounts):
        for found in amounts.finditer(line.small):
            quote = line.words[found.start() : found.end()]
            message = f"“{quote}” has no currency."
            yield RULE.finding(message, clause=line.clause, quote=quote, mend="name the currency by its code: EUR")
