"""A promised share and the minutes beside it are two promises."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.allowed_minutes import Allowed, allowed
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-05",
    name="minutes_differ_from_share",
    severity=Severity.ERROR,
    checks="A share of time and the minutes of downtime beside it say the same, however long the month is.",
    why="99.95% of a month leaves 22 minutes; whoever reads 43 beside it has two promises and takes the better one.",
    bad="99.95% availability, that is no more than 43.8 minutes of downtime per month",
    good="99.95% availability in each calendar month",
    source="Arithmetic: (100% - share) x the period, a month of 28 to 31 days, a year of 365 or 366; 5% for rounding.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for one in allowed(paper):
        if not one.agrees:
            yield RULE.finding(
                said(one), clause=one.clause, quote=one.words, mend="leave the minutes out, or compute them"
            )


def said(one: Allowed) -> str:
    """What the share leaves, beside what the paper says that it leaves."""
    return f"“{one.words}”: {one.share} leaves {one.least} to {one.most} minutes, not {one.minutes}."
