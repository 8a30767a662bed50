"""A credit is lost a few days after the report."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.lengths import about_days
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-06",
    name="claim_period_short",
    severity=Severity.WARNING,
    checks="Where credits are claimed, the customer has at least about thirty days for it.",
    why="Whoever pays invoices once a month sees the report after the claim has lapsed.",
    bad="terms: {mode: claim, claim_within: 5 business days}",
    good="terms: {mode: claim, claim_within: 30 days}",
    source="Claim periods of public agreements run for a month or two; a business day is taken as 1.4 days.",
    kinds=EXTERNAL,
)

LEAST_DAYS = 30


def find(context: Context) -> Iterator[Finding]:
    terms = context.agreement.credits.terms if context.agreement.credits else None
    days = about_days(terms.claim_within) if terms and terms.mode and terms.mode.id == "claim" else None
    if terms and days is not None and days < LEAST_DAYS:
        said = spelled.fact(terms.claim_within, context.agreement)
        yield RULE.finding(
            f"A credit is claimed within {said}, or lost.",
            "credits.terms.claim_within",
            figures=(("claim period", said), ("least", f"{LEAST_DAYS} days")),
            mend="claim_within: 30 days   (or mode: automatic)",
        )
