"""Credits below a smallest amount are not given, and a whole band lies below it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.money import round_once
from sla_drafter.attainment.monthly_fees import fee_base
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Money

RULE = Rule(
    code="CRE-18",
    name="small_credit_takes_band",
    severity=Severity.WARNING,
    checks="Where small credits are not given, each band of a ladder earns more than the smallest amount.",
    why="The table shows a credit that the next clause takes away.",
    bad="fee: GBP 1,000 per month, credit: 5%, terms: {minimum: GBP 100, below_minimum: not given}",
    good="fee: GBP 1,000 per month, credit: 5%, terms: {minimum: GBP 20, below_minimum: not given}",
    source="Order of operations of a credit: the smallest amount comes after the share of the fees.",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    terms = promised.terms if promised else None
    if terms is None or terms.minimum is None or terms.below_minimum is None or terms.below_minimum.id != "not_given":
        return
    for ladder, metric in context.ladders:
        yield from _found(context, ladder, metric, terms.minimum)


def _found(context: Context, ladder: Ladder, metric: Metric, least: Money) -> Iterator[Finding]:
    fee = fee_base(context.agreement, metric.id)
    for band in ladder.bands if fee and fee.currency == least.currency else ():
        if fee is None or band.credit is None or not band.credit.value:
            continue
        share = Fraction(band.credit.value)
        amount = round_once(Fraction(fee.amount) * share / 100, fee.currency)
        if amount.amount <= least.amount:
            earned, smallest = spelled.money(amount), spelled.money(least)
            yield RULE.finding(
                f"The band {band.id} of {context.called(metric)} earns {earned}, and credits up to {smallest} are not "
                "given.",
                "credits.terms.minimum",
                figures=(("credit", earned), ("smallest credit", smallest)),
                also=(f"credits.ladders.{ladder.id}.{band.id}.credit",),
                also_notes=("the band is here",),
                mend=f"minimum: below {earned}, or a higher credit",
            )
