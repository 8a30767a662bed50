"""A credit that can never be paid in full."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.attainment import bands
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import example, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="CRE-06",
    name="band_above_cap",
    severity=Severity.ERROR,
    checks="No band has a credit above the cap or above the whole fee.",
    why="A figure that is always cut is a promise that looks larger than it is.",
    bad="below 95.0%: 100%. Cap: 50% per month.",
    good="below 95.0%: 50%. Cap: 50% per month.",
    source="Order of operations: the cap is applied after the band.",
)

WHOLE = Percent(Decimal(100))


def find(context: Context) -> Iterator[Finding]:
    terms = context.agreement.credits.terms if context.agreement.credits else None
    cap = terms.cap.percent if terms and terms.cap else None
    limit = min((cap or WHOLE, WHOLE), key=lambda percent: percent.value)
    most = f"the cap of {spelled.fact(limit, context.agreement)}" if cap and cap == limit else "the whole fee"
    for ladder, metric in context.ladders:
        for fault in bands.above(ladder, limit):
            band = fault.bands[0]
            paid = example.credit(context, metric, limit)
            yield RULE.finding(
                f"{example.called(band).capitalize()} is above {most}.",
                f"credits.ladders.{ladder.id}.{band.id}.credit",
                also=("credits.terms.cap",) if cap else (),
                also_notes=("the cap is here",) if cap else (),
                witness=f"{example.month_at(context, metric, fault.witness)}, credit "
                f"{example.credit(context, metric, band.credit)}, paid {paid}.",
                mend=f"credit: {spelled.fact(limit, context.agreement)}   (or a higher cap)",
            )
