"""A credit is lost before the figure that shows it is settled."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import about_days
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-18",
    name="claim_closes_too_early",
    severity=Severity.ERROR,
    checks=(
        "Where credits are claimed, the time for a claim is no shorter "
        "than the time in which a reported figure can be contested."
    ),
    why="A corrected report shows a miss, and the claim for it has lapsed.",
    bad="claim_within: 5 days, dispute_within: 10 business days",
    good="claim_within: 30 days",
    source="Claim periods of public agreements run for a month or two after the report.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    terms = agreement.credits.terms if agreement.credits else None
    if terms is None or terms.mode is None or terms.mode.id != "claim":
        return
    contest = agreement.measurement.dispute_within if agreement.measurement else None
    claim, contested = about_days(terms.claim_within), about_days(contest)
    if claim is not None and contested is not None and claim < contested:
        yield RULE.finding(
            f"A claim is due within {spelled.fact(terms.claim_within, agreement)} of the report, and the report can be "
            f"contested for {spelled.fact(contest, agreement)}.",
            "credits.terms.claim_within",
            also=("measurement.dispute_within",),
            also_notes=("the time to contest is here",),
            mend="claim_within: 30 days   (or a shorter time to contest)",
        )
