"""A downtime for each month does not say of how many days."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-09",
    name="minutes_of_which_month",
    severity=Severity.WARNING,
    checks="Where minutes or hours of downtime are allowed for each month, the paper says how many days a month has.",
    why="99.95% of February is 20 minutes and of March 22: the figure in minutes is right for one month alone.",
    bad="no more than 21.9 minutes of downtime per month",
    good="no more than 0.05% of the minutes of the month (22.3 minutes in a month of 31 days)",
    source="Own lists (data/measures.yaml).",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    length = wordlists.pattern("measures", paper.language, "month_length")
    months = wordlists.pattern("measures", paper.language, "months")
    downtime = wordlists.pattern("measures", paper.language, "downtime")
    for line in paper.holding(months):
        found = months.search(line.words)
        if found and downtime.search(line.words) and not length.search(line.words):
            message = f"“{found[0]}”: a month has 28 to 31 days."
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend="say of a month of how many days")
