"""Nobody can say from which day the promises hold."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-02",
    name="start_missing",
    severity=Severity.ERROR,
    checks="The agreement has a first day.",
    why="Measurement windows, the term, the notice that stops a renewal and every credit are counted from it.",
    bad="term: {initial: 24 months}",
    good="term: {effective: 2027-01-01, initial: 24 months}",
    source="Every sum of dates starts here.",
)


def find(context: Context) -> Iterator[Finding]:
    term = context.agreement.term
    if term is None or term.effective is None:
        yield RULE.finding(
            "The agreement has no first day.", "term.effective", mend="effective: 2027-01-01   (the agreed day)"
        )
