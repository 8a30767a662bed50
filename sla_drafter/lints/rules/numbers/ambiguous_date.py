"""A date can be read in two ways."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.dates import dates_in
from sla_drafter.language.formats import date
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-04",
    name="ambiguous_date",
    severity=Severity.WARNING,
    checks=(
        "No date in figures can be read with day and month in either order. German, French and Spanish papers have the "
        "day first, and their dates in figures pass."
    ),
    why="A notice of 03/04/2027 is given on two different days on the two sides of the Atlantic.",
    bad="03/04/2027",
    good="3 April 2027",
    source="Own rule; style guides write the month in words.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.dated:
        for found in dates_in(line.words, paper.language):
            if len(found.days) > 1:
                message = f"{found.words} is two dates: month first, or day first."
                meant = " or ".join(date(datetime.date(*one), paper.language) for one in found.days)
                yield RULE.finding(message, clause=line.clause, quote=found.words, mend=f"write {meant}")
