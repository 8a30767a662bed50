"""A date is no day of the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.dates import dates_in
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-03",
    name="impossible_date",
    severity=Severity.ERROR,
    checks="Every date, in words or in figures, is a day of the calendar.",
    why="A period that begins on the 31st of June never begins.",
    bad="30 February 2027\n31.06.2027\n31 juin 2027\n31 de junio de 2027",
    good="28 February 2027",
    source="The Gregorian calendar; in German, French and Spanish the day comes first.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.dated:
        for date in dates_in(line.words, paper.language):
            if not date.days:
                message = f"There is no {date.words}."
                yield RULE.finding(message, clause=line.clause, quote=date.words, mend="write the day that is meant")
