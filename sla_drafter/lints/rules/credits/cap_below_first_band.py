"""The cap is lower than the smallest credit."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="CRE-08",
    name="cap_below_first_band",
    severity=Severity.WARNING,
    checks="The cap of a period is no lower than the smallest credit of each ladder.",
    why="The table promises what the cap takes back: no miss ever earns what its band says.",
    bad="ladders: {availability: [{below: 99.9%, credit: 10%}]}, terms: {cap: 5% per month}",
    good="ladders: {availability: [{below: 99.9%, credit: 10%}]}, terms: {cap: 50% per month}",
    source="Order of operations of a credit: the cap comes after the band.",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    cap = promised.terms.cap if promised and promised.terms else None
    for ladder, metric in context.ladders if cap else ():
        bands = [(band.credit.value, band) for band in ladder.bands if isinstance(band.credit, Percent)]
        least, band = min(bands, key=lambda one: one[0], default=(None, None))
        if cap and band and least is not None and cap.percent.value < least:
            limit, credit = spelled.fact(cap, context.agreement), spelled.fact(band.credit, context.agreement)
            yield RULE.finding(
                f"The cap is {limit}; the smallest credit for {context.called(metric)} is {credit}.",
                "credits.terms.cap",
                figures=(("cap", limit), ("smallest credit", credit)),
                also=(f"credits.ladders.{ladder.id}.{band.id}.credit",),
                also_notes=("the smallest credit",),
                mend=f"cap: at least {credit} per month",
            )
