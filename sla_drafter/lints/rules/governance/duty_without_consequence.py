"""The customer misses a duty, and nothing follows."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-07",
    name="duty_without_consequence",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Each duty of the customer says what follows if it is missed: relief, cost or escalation.",
    why="A duty without a consequence is a wish; the dispute is then whether the provider is excused by it.",
    bad="customer: [{duty: answer a question on an open case, within: 1 business day}]",
    good="customer: [{duty: answer a question on an open case, within: 1 business day, if_missed: relief}]",
    source="Customer duties of two-sided agreements are linked to relief.",
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    for place, duty in enumerate(duties.customer if duties else (), 1):
        if duty.if_missed is None:
            yield RULE.finding(
                f"Nothing follows if the customer fails to {context.words(duty.duty) or 'do its part'}.",
                f"responsibilities.customer[{place}].if_missed",
                mend="if_missed: relief   (or: cost, escalation)",
            )
