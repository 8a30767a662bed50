"""A period ends on a day, and nobody knows whether that day counts."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.dates import dates_in
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-07",
    name="last_day_open",
    severity=Severity.INFO,
    checks="Where a period runs until a date, the paper says whether that day is part of it.",
    why="A notice that comes on the last day is in time or late by one word.",
    bad="until 31 March 2027\nbis zum 31. März 2027\njusqu’au 31 mars 2027\nhasta el 31 de marzo de 2027",
    good="until 31 March 2027 inclusive\nbis einschließlich 31. März 2027",
    source="Own lists (data/measures.yaml); laws differ in whether “until” includes the day.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

LEAD, AROUND = 24, 40


def find(paper: Paper) -> Iterator[Finding]:
    until = wordlists.pattern("measures", paper.language, "until")
    inclusive = wordlists.pattern("measures", paper.language, "inclusive")
    for line in paper.prose:
        for date in dates_in(line.words, paper.language):
            before = until.search(line.words, max(0, date.start - LEAD), date.start)
            if before and not inclusive.search(line.words, max(0, date.start - AROUND), date.end + AROUND):
                words = line.words[before.start() : date.end]
                message = f"“{words}”: does that day count?"
                yield RULE.finding(message, clause=line.clause, quote=words, mend="say that the day is included")
