"""Credits are promised, and no example shows how one is computed."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.earning import credited
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.remedies import Credits
from sla_drafter.model.scalars import Unit
from sla_drafter.model.services import Service

RULE = Rule(
    code="CMP-29",
    name="worked_example_missing",
    severity=Severity.INFO,
    checks=(
        "An agreement with service credits shows a worked example: a miss, its band, its percentage, its amount. "
        "It is computed, so it needs a credit that has one answer, and what the fees of the service come to in a month."
    ),
    why="Two readers who compute the same month differently find out before they sign, not in the first bad month.",
    bad="services: {database: {name: Managed PostgreSQL}} (no fee)",
    good="services: {database: {name: Managed PostgreSQL, fee: GBP 12,000 per month}}",
    source="Good practice: providers publish credit calculators beside clauses that have no example.",
    reads=Reads.DRAFT,
)

EXAMPLE = "computed.example."
CLAUSES = ("credits_ladder", "credits_stepped", "at_risk_pool")


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    metrics = credited(context.agreement)
    if promised is None or not metrics or not any(map(context.covers, CLAUSES)):
        return
    if any(field.startswith(EXAMPLE) for field in context.paper.index.values):
        return
    services = {found.service for found in context.agreement.metrics if found.id in metrics}
    for service in context.agreement.services:
        if service.id in services and (service.fee is None or (service.fee.per is not Unit.MONTH and _open(promised))):
            yield _without_fee(context, service)
            return
    yield RULE.finding(
        "No worked example can be computed from the ladders and the fees.",
        "credits.ladders" if promised.ladders else "credits",
        mend="availability: [{below: 99.9%, credit: 10%}]   (bands that do not overlap, and a fee for each service)",
    )


def _open(promised: Credits) -> bool:
    """Whether nothing says what a fee for a quarter or a year comes to in a month."""
    return promised.fee_base is None or promised.fee_base.proration is None


def _without_fee(context: Context, service: Service) -> Finding:
    mend = "fee: GBP 12,000 per month   (as agreed)"
    if service.fee is not None:
        mend = f"{mend}, or credits.fee_base.proration: equal months"
    return RULE.finding(
        f"No worked example can be computed, as {context.called(service)} has no monthly fee.",
        f"services.{service.id}.fee",
        mend=mend,
    )
