"""The customer has no part in it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import all_but
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-17",
    name="customer_duties_missing",
    severity=Severity.WARNING,
    checks="The agreement states duties of the customer.",
    why=(
        "Access, answers, data and notice come from the customer; what is not a duty excuses nothing and nobody "
        "plans for it."
    ),
    bad="responsibilities: {provider: […]}",
    good=(
        "responsibilities: {customer: [{duty: answer a question on an open case, owner: platform_lead, within: 1 "
        "business day}]}"
    ),
    source="A two-sided agreement has duties on both sides; relief needs a duty that was missed.",
    kinds=all_but("commitment", "vendor"),
    graded={
        "customer_based": Severity.ERROR,
        "outsourcing": Severity.ERROR,
        "multi_level": Severity.ERROR,
        "sales_marketing": Severity.ERROR,
    },
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    if duties is None or not duties.customer:
        yield RULE.finding(
            "The customer has no duties.",
            "responsibilities.customer",
            mend="customer: [{duty: …, owner: …, within: …}]",
        )
