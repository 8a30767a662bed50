"""A period of days does not say of which kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-05",
    name="days_of_which_kind",
    severity=Severity.WARNING,
    checks="Where a paper knows business days, every period of days says of which kind they are.",
    why="Ten days end on Monday or on Thursday: the deadline for a claim hangs on it.",
    bad="within 10 days (and “Business Day” is defined)",
    good="within 10 Business Days",
    source="Own rule; a sentence such as “days are calendar days” settles it.",
    reads=Reads.FOREIGN,
    languages=("en",),
    sure=Confidence.MEDIUM,
)

KNOWS = re.compile(r"\b(?:business|working) days?\b", re.IGNORECASE)
SETTLED = re.compile(r"\bdays?\b[^.;]{0,80}\bcalendar days?\b|\bcalendar days? unless\b", re.IGNORECASE)
DAYS = re.compile(
    r"\b(?:within|at least|no later than|not less than|after|of) "
    r"(?P<days>(?:[a-z-]+ )?\(?\d{1,3}\)? days?)\b(?! of the)"
)


def find(paper: Paper) -> Iterator[Finding]:
    words = [line.words for line in paper.lines]
    if not any(map(KNOWS.search, words)) or any(map(SETTLED.search, words)):
        return
    for line in paper.prose:
        for found in DAYS.finditer(line.words):
            message = f"“{found['days']}”: business days or calendar days?"
            yield RULE.finding(
                message, clause=line.clause, quote=found["days"], mend="“Business Days” or “calendar days”"
            )
