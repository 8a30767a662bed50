"""The provider depends on the customer, and no input has a date."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CTL-10",
    name="inputs_without_dates",
    severity=Severity.WARNING,
    checks="In outsourcing each duty of the customer says by when, or when, it is done.",
    why="Relief for an input that was never due is a dispute about what late means.",
    bad="customer: [{duty: release the files, if_missed: relief}]",
    good="customer: [{duty: release the files, within: 2 hours, if_missed: relief}]",
    source="Dependency registers of outsourcing contracts: each input with its date.",
    kinds=only("outsourcing"),
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    for place, duty in enumerate(duties.customer if duties else (), 1):
        if duty.within is None and duty.when is None:
            yield RULE.finding(
                f"Nothing says by when the customer has to {context.words(duty.duty) or 'do its part'}.",
                f"responsibilities.customer[{place}].within",
                mend="within: 2 business days   (or when: at all times)",
            )
