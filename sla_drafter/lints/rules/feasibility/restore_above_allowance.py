"""One restore in its time uses up the downtime that the target allows."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.allowance import allowances, most_urgent, seconds_of
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-11",
    name="restore_above_allowance",
    severity=Severity.INFO,
    checks="The restore time of the most urgent severity is within the downtime that an availability allows.",
    why=(
        "One outage that is restored in time misses the target all the same. That is usual and can be meant: the time "
        "limits the longest outage, the target all of them. Whoever promises both should know it."
    ),
    bad="severity 1: {restore: 4 hours}   with 99.95% in a calendar month (22 min 19.2 s in 31 days)",
    good="severity 1: {restore: 15 minutes}   or 99.95% in a calendar year (4 h 22 min 48 s)",
    source="Recovery time objectives against allowed downtime.",
)


def find(context: Context) -> Iterator[Finding]:
    urgent = most_urgent(context)
    restore = seconds_of(urgent.restore) if urgent else None
    for allowance in allowances(context):
        if urgent and urgent.restore and restore is not None and restore > allowance.seconds:
            yield RULE.finding(
                f"One outage of {context.called(allowance.metric)} that is restored within "
                f"{spelled.fact(urgent.restore, context.agreement)} misses the target: {allowance.words()}.",
                f"severities.{urgent.id}.restore",
                also=(f"metrics.{allowance.metric.id}.target",),
                also_notes=("the target is here",),
                mend="a shorter restore time, or a lower target",
            )
