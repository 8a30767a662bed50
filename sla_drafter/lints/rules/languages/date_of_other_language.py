"""A date is written in another language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.dates import Date, worded_dates_in
from sla_drafter.language.formats import date
from sla_drafter.language.locales import language_name
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="LNG-06",
    name="date_of_other_language",
    severity=Severity.WARNING,
    checks="Dates in words are written as the language of the paper writes them.",
    why="Such a date is left of the draft from which the text was translated, and may be that of another deal.",
    bad="Der Vertrag beginnt am January 5, 2027.",
    good="Der Vertrag beginnt am 5. Januar 2027.",
    source="Unicode CLDR date forms.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.dated:
        for found, language in strange_dates(line.words, paper.language):
            message = f"“{found.words}” is a date in {language_name(language, 'en')}."
            right = date(datetime.date(*found.days[0]), paper.language)
            one = mend(right, swap(paper, line, found.start, found.words, right), is_safe=True)
            yield RULE.finding(message, clause=line.clause, quote=found.words, mend=one)


def strange_dates(words: str, language: str) -> Iterator[tuple[Date, str]]:
    """The dates of a line that another language writes so and this one does not; days that exist alone."""
    taken = {at for found in worded_dates_in(words, language) for at in range(found.start, found.end)}
    for other in LANGUAGES:
        for found in worded_dates_in(words, other) if other != language else ():
            if found.days and taken.isdisjoint(range(found.start, found.end)):
                taken.update(range(found.start, found.end))
                yield found, other
