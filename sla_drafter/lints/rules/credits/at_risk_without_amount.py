"""Fees are at risk, and nobody says how much."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-12",
    name="at_risk_without_amount",
    severity=Severity.ERROR,
    checks=(
        "Where fees are at risk, the agreement says which share of which fees, and what is allocated to which metric."
    ),
    why="Nothing can be computed from fees at risk alone, so nothing is owed.",
    bad="at_risk: {pool: 200%}",
    good="at_risk: {share: 12%, allocations: {availability: 60%}}   with fee_base",
    source="Outsourcing contracts state the percentage, its base and the allocations in a schedule.",
)


NEEDED = {
    "share": ("Nothing says how much of the fees is at risk.", "share: 12%   (as agreed)"),
    "allocations": (
        "Nothing says what a miss of which metric draws.",
        "allocations: {availability: 60%}   (as agreed)",
    ),
}


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised is None or promised.at_risk is None:
        return
    for name, (says, mend) in NEEDED.items():
        if not getattr(promised.at_risk, name):
            yield RULE.finding(says, f"credits.at_risk.{name}", mend=mend)
    if promised.fee_base is None or promised.fee_base.fees is None:
        yield RULE.finding(
            "Nothing says of which fees a share is at risk.", "credits.fee_base.fees", mend="fees: all services"
        )
