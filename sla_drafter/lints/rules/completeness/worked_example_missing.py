"""Credits are promised, and no example shows how one is computed."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.scalars import Unit

RULE = Rule(
    code="CMP-29",
    name="worked_example_missing",
    severity=Severity.INFO,
    checks=(
        "An agreement with service credits shows a worked example: a miss, its band, its percentage, its amount. "
        "It is computed, so it needs a ladder and a monthly fee of the service."
    ),
    why="Two readers who compute the same month differently find out before they sign, not in the first bad month.",
    bad="services: {database: {name: Managed PostgreSQL}} (no fee)",
    good="services: {database: {name: Managed PostgreSQL, fee: GBP 12,000 per month}}",
    source="Good practice: providers publish credit calculators beside clauses that have no example.",
    reads=Reads.DRAFT,
)

EXAMPLE = "computed.example."


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised is None or not promised.ladders or not context.covers("credits_ladder"):
        return
    if any(field.startswith(EXAMPLE) for field in context.paper.index.values):
        return
    metrics = {metric.service for _, metric in context.ladders}
    for service in context.agreement.services:
        if service.id in metrics and (service.fee is None or service.fee.per is not Unit.MONTH):
            yield RULE.finding(
                f"No worked example can be computed, as {context.called(service)} has no monthly fee.",
                f"services.{service.id}.fee",
                mend="fee: GBP 12,000 per month   (as agreed)",
            )
            return
    yield RULE.finding(
        "No worked example can be computed from the ladders and the fees.",
        "credits.ladders",
        mend="availability: [{below: 99.9%, credit: 10%}]   (bands that do not overlap, and a fee for each service)",
    )
