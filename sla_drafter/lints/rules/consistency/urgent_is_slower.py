"""A more urgent case has more time than a less urgent one."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.urgency import pairs

RULE = Rule(
    code="CON-02",
    name="urgent_is_slower",
    severity=Severity.ERROR,
    checks="No response or restore time of a severity is longer than the one of the next less urgent severity.",
    why="A customer would call every case a minor one to be helped sooner.",
    bad="severities: {1: {restore: 8 hours, …}, 2: {restore: 4 hours, …}}",
    good="severities: {1: {restore: 4 hours, …}, 2: {restore: 8 hours, …}}",
    source="Order of severities; lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    for pair in pairs(context):
        if pair.times and certainly_longer(*pair.times):
            higher, lower = (spelled.fact(time, context.agreement) for time in pair.times)
            yield RULE.finding(
                f"The {pair.name} of severity {pair.higher.id} takes {higher}, that of severity {pair.lower.id} "
                f"{lower}.",
                f"severities.{pair.higher.id}.{pair.name}",
                figures=((f"severity {pair.higher.id}", higher), (f"severity {pair.lower.id}", lower)),
                note="the more urgent one",
                also=(f"severities.{pair.lower.id}.{pair.name}",),
                also_notes=("the less urgent one",),
                mend=f"{pair.name}: at most {lower}",
            )
