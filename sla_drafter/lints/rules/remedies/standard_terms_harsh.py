"""Terms that are not negotiated leave the customer little, and the law looks at that."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import about_days
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.remedies import Credits

RULE = Rule(
    code="REM-04",
    name="standard_terms_harsh",
    severity=Severity.WARNING,
    checks=(
        "Under a law that controls standard terms, terms for many customers have carve-outs from an exclusive credit "
        "and a claim period of at least thirty days."
    ),
    why="A term that fails the control is void as a whole: then neither cap nor exclusivity holds.",
    bad="standard_terms: yes   credits: {exclusive: yes}   without carve_outs",
    good="standard_terms: yes   credits: {exclusive: yes, carve_outs: [wilful default, gross negligence, …]}",
    source="Unfair Contract Terms Act 1977, s. 3 and 11; German Civil Code (BGB), s. 307; for a lawyer to decide.",
    reads=Reads.DRAFT,
)

LEAST_DAYS = 30


def find(context: Context) -> Iterator[Finding]:
    agreement, promised = context.agreement, context.agreement.credits
    law = context.draft.library.laws.get(agreement.law.id) if agreement.law else None
    if not agreement.standard_terms or promised is None or law is None or RULE.code not in law.rules:
        return
    also = {"also": ("law",), "also_notes": ("the law",)}
    if promised.exclusive and not promised.carve_outs:
        yield RULE.finding(
            f"Under the law of {law.names['en']}, credits without carve-outs may fail the control of standard terms.",
            "credits.carve_outs",
            mend="carve_outs: [wilful default, gross negligence, fraud, liability the law does not let a party limit]",
            **also,
        )
    if _claims_early(promised):
        yield RULE.finding(
            f"Under the law of {law.names['en']}, so short a claim period may fail the control of standard terms.",
            "credits.terms.claim_within",
            mend="claim_within: 30 days   (or mode: automatic)",
            **also,
        )


def _claims_early(promised: Credits) -> bool:
    days = about_days(promised.terms.claim_within) if promised.terms else None
    return days is not None and days < LEAST_DAYS
