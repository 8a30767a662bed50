"""Nobody knows whether a credit has to be asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-13",
    name="claim_rule_missing",
    severity=Severity.ERROR,
    checks="Credits are automatic, or they are claimed within a stated time.",
    why="Silence is read by each side in its own favour, once there is money in it.",
    bad="credits: {terms: {cap: 50% per month}}",
    good="terms: {cap: 50% per month, mode: automatic} or terms: {mode: claim, claim_within: 30 days}",
    source="Public ladders state it (claims until the end of the second billing cycle, or two months).",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised is None:
        return
    terms = promised.terms
    if terms is None or terms.mode is None:
        message = "It is open whether a credit is given without a claim."
        yield RULE.finding(message, "credits.terms.mode", mend="mode: automatic   (or: claim)")
    elif terms.mode.id == "claim" and terms.claim_within is None:
        message = "A credit has to be claimed, and nothing says by when."
        yield RULE.finding(
            message, "credits.terms.claim_within", mend="claim_within: 30 days", also=("credits.terms.mode",)
        )
