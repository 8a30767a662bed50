"""A one-sided commitment asks something of its customers."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-25",
    name="commitment_with_conditions",
    severity=Severity.ERROR,
    checks=(
        "A one-sided commitment has no duties of the customer, no acceptance by it, and no exclusion or "
        "relief that rests on its conduct."
    ),
    why=(
        "Whoever is asked for something has to agree to it: the text is then an agreement, and the promise "
        "is no longer unconditional."
    ),
    bad="kind: commitment   responsibilities: {customer: [{duty: report each fault}]}",
    good="kind: commitment   (no duties of the customer, no acceptance)",
    source="Service level commitments: one side promises.",
    kinds=only("commitment"),
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    duties = agreement.responsibilities
    asked = {
        "responsibilities.customer": duties and duties.customer,
        "responsibilities.relief": duties and duties.relief,
        "acceptance": agreement.acceptance,
        "accepted_by": agreement.accepted_by,
    }
    for path, fact in asked.items():
        if fact:
            yield RULE.finding(
                "A one-sided commitment depends on nothing that a customer does or signs.",
                path,
                mend=f"delete {path}, or choose a two-sided kind",
            )
    for exclusion in agreement.exclusions:
        if "customer" in context.words(exclusion.test).casefold():
            yield RULE.finding(
                "This exclusion rests on what a customer does.",
                f"exclusions.{exclusion.id}.test",
                mend="delete it, or choose a two-sided kind",
            )
