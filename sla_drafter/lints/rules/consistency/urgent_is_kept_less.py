"""A more urgent case may be late more often than a less urgent one."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.urgency import neighbours

RULE = Rule(
    code="CON-04",
    name="urgent_is_kept_less",
    severity=Severity.ERROR,
    checks="The share of cases in time of a severity is no lower than that of the next less urgent one.",
    why="Whoever has to choose between two late cases would leave the urgent one.",
    bad="severities: {1: {compliance: 90%, …}, 4: {compliance: 95%, …}}",
    good="severities: {1: {compliance: 100%, …}, 4: {compliance: 90%, …}}",
    source="Order of severities.",
)


def find(context: Context) -> Iterator[Finding]:
    for higher, lower in neighbours(context):
        if higher.compliance and lower.compliance and higher.compliance.value < lower.compliance.value:
            first, second = (spelled.fact(one.compliance, context.agreement) for one in (higher, lower))
            yield RULE.finding(
                f"{first} of severity {higher.id} are in time, and {second} of severity {lower.id}.",
                f"severities.{higher.id}.compliance",
                figures=((f"severity {higher.id}", first), (f"severity {lower.id}", second)),
                note="the more urgent one",
                also=(f"severities.{lower.id}.compliance",),
                also_notes=("the less urgent one",),
                mend=f"compliance: at least {second}",
            )
