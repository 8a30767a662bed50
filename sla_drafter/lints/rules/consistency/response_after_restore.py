"""A case has to be answered only after it is solved."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-01",
    name="response_after_restore",
    severity=Severity.ERROR,
    checks="The response time of a severity is no longer than its restore time.",
    why="One of the two figures is a slip of the pen, and nobody knows which.",
    bad="severities: {2: {response: 8 hours, restore: 4 hours, …}}",
    good="severities: {2: {response: 1 hour, restore: 8 hours, …}}",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    for grade in context.agreement.severities:
        if grade.response and grade.restore and certainly_longer(grade.response, grade.restore):
            response, restore = (spelled.fact(time, context.agreement) for time in (grade.response, grade.restore))
            yield RULE.finding(
                f"Severity {grade.id} is answered within {response} and restored within {restore}.",
                f"severities.{grade.id}.response",
                figures=(("response", response), ("restore", restore)),
                note="the response",
                also=(f"severities.{grade.id}.restore",),
                also_notes=("the restore",),
                mend=f"response: shorter than {restore}",
            )
