"""A number is written as another language writes it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.locales import language_name
from sla_drafter.language.notation import strange_numbers
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="LNG-03",
    name="number_of_other_language",
    severity=Severity.WARNING,
    checks=(
        "Decimals and thousands are written as the language of the paper writes them. Numbers beside a percent sign, a "
        "currency or a unit of time are judged; numbers of clauses and versions are not."
    ),
    why="In a German text 1.000 is a thousand, in an English one it is one: a fee is read wrong by that factor.",
    bad="99.95 % Verfügbarkeit\na cap of EUR 1.000,50",
    good="99,95 % Verfügbarkeit\na cap of EUR 1,000.50",
    source="Unicode CLDR number symbols; DIN 5008 for German.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    said: set[str] = set()
    for line in paper.lines:
        for one in strange_numbers(line.words, paper.language):
            if one.words not in said:
                said.add(one.words)
                called = language_name(paper.language, "en")
                message = f"“{one.words}” is not how {called} writes a number."
                yield RULE.finding(message, clause=line.clause, quote=one.words, mend=one.right)
