"""A number is written as another language writes it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.locales import language_name
from sla_drafter.language.notation import strange_numbers
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

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
    every = [(line, one) for line in paper.lines for one in strange_numbers(line.words, paper.language)]
    for line, first in {one.words: (line, one) for line, one in reversed(every)}.values():
        alike = (swap(paper, at, one.start, one.words, one.right) for at, one in every if one.words == first.words)
        called = language_name(paper.language, "en")
        message = f"“{first.words}” is not how {called} writes a number."
        right = mend(first.right, *alike, is_safe=True)
        yield RULE.finding(message, clause=line.clause, quote=first.words, mend=right)
