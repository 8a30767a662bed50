"""Quotation marks are those of another language."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.locales import language_name
from sla_drafter.language.notation import strange_marks, strange_quotes
from sla_drafter.language.words import words
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="LNG-04",
    name="quotes_of_other_language",
    severity=Severity.INFO,
    checks="Quotation marks are those of the language of the paper; straight ones pass in every language.",
    why="Marks of another language show a passage that was pasted in, and a search for a defined term misses it.",
    bad="Der “Anbieter” misst die Verfügbarkeit.",
    good="Der „Anbieter“ misst die Verfügbarkeit.",
    source="Unicode CLDR delimiters; Swiss use of guillemets in German passes.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    lines = paper.lines_holding(strange_marks(paper.language))
    found = [(line, one) for line in lines for one in strange_quotes(line.words, paper.language)]
    if found:
        line, first = found[0]
        mark = first.words[0]
        before, after = words(paper.language).quotation_marks
        quoted = (
            swap(paper, at, one.start, one.words, f"{before}{one.inside}{after}") for at, one in found if one.inside
        )
        yield RULE.finding(
            f"{mark} is no quotation mark of {language_name(paper.language, 'en')} "
            f"({spelled.counted(len(found), 'time')}).",
            clause=line.clause,
            quote=mark,
            mend=mend(f"write {before.strip()}…{after.strip()}", *quoted, is_safe=True),
        )
