"""A date is no day of the calendar."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-03",
    name="impossible_date",
    severity=Severity.ERROR,
    checks="Every date is a day of the calendar.",
    why="A period that begins on the 31st of June never begins.",
    bad="30 February 2027",
    good="28 February 2027",
    source="The Gregorian calendar.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.EXACT,
)

MONTHS = {name: at for at, name in enumerate(month_name) if name}
NAMES = "|".join(MONTHS)
DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{NAMES}),? (?P<year>\d{{4}})"
    rf"|(?P<month2>{NAMES}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?, ?(?P<year2>\d{{4}})"
    r"|(?P<year3>[12]\d{3})-(?P<month3>\d{2})-(?P<day3>\d{2}))\b"
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.lines:
        for found in DATE.finditer(line.words):
            if not is_day(found):
                message = f"There is no {found[0]}."
                yield RULE.finding(message, clause=line.clause, quote=found[0], mend="write the day that is meant")


def is_day(found: re.Match[str]) -> bool:
    """Whether the calendar has that day."""
    year = found["year"] or found["year2"] or found["year3"]
    month = found["month"] or found["month2"] or found["month3"]
    day = found["day"] or found["day2"] or found["day3"]
    at = MONTHS.get(month) or int(month)
    return 0 < at < len(month_name) and 0 < int(day) <= monthrange(max(int(year), 1), at)[1]
