"""The credits of an upstream agreement have to be claimed before our own miss is known."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration

RULE = Rule(
    code="FEA-10",
    name="upstream_claim_too_early",
    severity=Severity.WARNING,
    checks=(
        "A claim period under private: upstream ends no earlier than the day on which our own report is due, and no "
        "earlier than the period in which our customer may claim."
    ),
    why="A credit that we owe is then ours to bear: the one that would pay for it can no longer be claimed.",
    bad="reports: {due: 45 days}   on   hosting: {claim_within: 30 days}",
    good="reports: {due: 5 business days}   on   hosting: {claim_within: 60 days}",
    source="Back-to-back agreements: levels, hours, windows, exclusions, claims and credits follow one another.",
)


def find(context: Context) -> Iterator[Finding]:
    private = context.agreement.private
    for part in private.upstream if private else ():
        for where, what, ours in _periods(context):
            if part.claim_within and ours and certainly_longer(ours, part.claim_within):
                yield RULE.finding(
                    f"The credits of an upstream agreement have to be claimed before {what}.",
                    f"private.upstream.{part.id}.claim_within",
                    note="upstream",
                    also=(where,),
                    also_notes=("our own time",),
                    mend="a longer claim period upstream, or an earlier report",
                )


def _periods(context: Context) -> Iterator[tuple[str, str, Duration | None]]:
    """The times that run before a miss is known, or claimed, on our side."""
    reports, promised = context.agreement.reports, context.agreement.credits
    terms = promised.terms if promised else None
    yield "reports.due", "our own report is due", reports.due if reports else None
    yield "credits.terms.claim_within", "our customer has to claim", terms.claim_within if terms else None
