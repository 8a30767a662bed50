"""A date can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-04",
    name="ambiguous_date",
    severity=Severity.WARNING,
    checks="No date in figures can be read with day and month in either order.",
    why="A notice of 03/04/2027 is given on two different days on the two sides of the Atlantic.",
    bad="03/04/2027",
    good="3 April 2027",
    source="Own rule; style guides write the month in words.",
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)

DATE = re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
MONTHS = 12


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.lines:
        for found in DATE.finditer(line.words):
            one, two = int(found["one"]), int(found["two"])
            if one != two and 0 < one <= MONTHS and 0 < two <= MONTHS:
                message = f"{found[0]} is two dates: month first, or day first."
                yield RULE.finding(message, clause=line.clause, quote=found[0], mend="write the month in words")
