"""Repeated misses are multiplied without an end."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-15",
    name="repetition_open",
    severity=Severity.WARNING,
    checks=(
        "Where a repeated miss is multiplied, it is said which misses "
        "count, when the count starts again, and what the limit is. "
        "A rolling count ends by itself and has no reset."
    ),
    why="A multiplier without a reset turns one bad spring into a bill for years.",
    bad="repetition: {multipliers: [1, 2, 4]}",
    good="repetition: {multipliers: [1, 1.5, 2], count: in a row, reset_after: 1 month}   with a cap",
    source="Agreements with multipliers reset them after one met period and bound them by the amount at risk.",
    others=(Severity.ERROR,),
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    rule = promised.repetition if promised else None
    if promised is None or rule is None:
        return
    count = rule.count.id if rule.count else ""
    if count == "rolling" and rule.reset_after is not None:
        yield RULE.finding(
            "Misses count within a rolling time, and their count starts again after a time, too: one of them holds.",
            "credits.repetition.reset_after",
            severity=Severity.ERROR,
            also=("credits.repetition.count",),
            also_notes=("the rolling count",),
            mend="count: in a row, or no reset_after",
        )
    if max(rule.multipliers, default=1) <= 1:
        return
    if not count:
        yield RULE.finding(
            "Nothing says which misses count as repeated.", "credits.repetition.count", mend="count: in a row"
        )
    if count == "rolling" and rule.within is None:
        yield RULE.finding(
            "Nothing says within which time misses count.", "credits.repetition.within", mend="within: 6 months"
        )
    if count == "in_a_row" and rule.reset_after is None:
        yield RULE.finding(
            "Nothing says when the count starts again.", "credits.repetition.reset_after", mend="reset_after: 1 month"
        )
    if promised.at_risk is None and (promised.terms is None or promised.terms.cap is None):
        yield RULE.finding(
            "Nothing limits a multiplied credit.", "credits.terms.cap", mend="cap: 50% per month   (as agreed)"
        )
