"""One of the six policies of an agreement is missing."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CMP-36",
    name="policies_incomplete",
    severity=Severity.INFO,
    checks="The draft has a clause on its application, renewal, modification, exclusions, limits, and end.",
    why="These six questions are asked of every agreement; silence is an answer, and seldom the wanted one.",
    bad="an agreement without a clause on how it is changed",
    good="the clauses scope, term_renewal, change_control, exclusions, credit_nature and termination_general",
    source=(
        "Six questions that every agreement answers: application, renewal, modification, exclusion, limitation, "
        "termination."
    ),
    reads=Reads.DRAFT,
)

POLICIES = {
    "application": ("scope", "service_description"),
    "renewal": ("term_renewal",),
    "modification": ("change_control", "unilateral_change"),
    "exclusions": ("exclusions", "force_majeure"),
    "limits": ("credit_nature", "credit_application", "workload_limits", "internal_remedies"),
    "termination": ("termination_general", "unilateral_change"),
}


def find(context: Context) -> Iterator[Finding]:
    missing = [policy for policy, clauses in POLICIES.items() if not context.covers(*clauses)]
    if missing:
        first, *others = POLICIES[missing[0]]
        also = f"   (or {' or '.join(others)})" if others else ""
        yield RULE.finding(
            f"No clause speaks of {spelled.listed(missing)}.", mend=f"clauses: {{{first}: {{include: yes}}}}{also}"
        )
