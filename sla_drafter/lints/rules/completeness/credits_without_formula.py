"""Credits are promised, and they cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.monthly_fees import lacks_proration
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-12",
    name="credits_without_formula",
    severity=Severity.ERROR,
    checks=(
        "Where there are credits, something says how high each one is (a ladder with something in each band, steps, "
        "allocations of an amount at risk), the fees they are a share of, and a cap. Fees for a quarter or a year have "
        "a rule that says what they come to in a month."
    ),
    why="'Appropriate credits' are a dispute about an amount; a computed credit is a line on an invoice.",
    bad="credits: {terms: {mode: automatic}}",
    good=(
        "credits: {ladders: {…}, fee_base: {fees: affected service, month: of failure}, terms: {cap: 50% per month}}"
    ),
    source="Order of operations of a credit: value, band, fee base, cap.",
)

NEEDED = {
    "credits.ladders": (
        "Nothing says how high a credit is: no ladder, no steps, no amount at risk.",
        "ladders: {availability: [{below: 99.9%, credit: 10%}]}",
    ),
    "credits.fee_base.fees": ("Nothing says which fees a credit is a share of.", "fees: affected service"),
    "credits.fee_base.month": ("Nothing says the fees of which month a credit is a share of.", "month: of failure"),
    "credits.fee_base.proration": (
        "Nothing says what fees for a quarter or a year come to in a month, which credits are a share of.",
        "proration: equal months   (or by days)",
    ),
    "credits.terms.cap": ("Nothing caps the credits of a month.", "cap: 50% per month   (as agreed)"),
}


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised is None:
        return
    base, terms = promised.fee_base, promised.terms
    absent = {
        "credits.ladders": not credited(context.agreement),
        "credits.fee_base.fees": base is None or base.fees is None,
        "credits.fee_base.month": base is None or base.month is None,
        "credits.fee_base.proration": any(
            lacks_proration(context.agreement, metric) for metric in credited(context.agreement)
        ),
        "credits.terms.cap": (terms is None or terms.cap is None) and promised.at_risk is None,
    }
    for path, (says, mend) in NEEDED.items():
        if absent[path]:
            yield RULE.finding(says, path, mend=mend)
    for ladder in promised.ladders:
        for band in ladder.bands:
            if band.gives is None:
                path = f"credits.ladders.{ladder.id}.{band.id}.credit"
                yield RULE.finding(
                    f"The band {band.id} of {ladder.id} has no credit.", path, mend="credit: 10%   (as agreed)"
                )
