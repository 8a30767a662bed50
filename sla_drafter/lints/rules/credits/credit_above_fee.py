"""A credit, or the cap of credits, is higher than the fee that it is taken from."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Percent, Share

RULE = Rule(
    code="CRE-28",
    name="credit_above_fee",
    severity=Severity.WARNING,
    checks="No credit and no cap of credits is more than 100% of the fees of its period.",
    why="A price adjustment cannot take away more than the price; what goes beyond it is a penalty by another name.",
    bad="terms: {cap: 400% per month}",
    good="terms: {cap: 50% per month}",
    source="A credit reduces the fee for the service that was missed; what is gone cannot be reduced further.",
)

_WHOLE = 100
_LIMITED = {"credit", "cap", "annual_cap"}


def find(context: Context) -> Iterator[Finding]:
    for fact in context.facts:
        if not fact.path.startswith("credits.") or fact.attribute.name not in _LIMITED:
            continue
        share = fact.value.percent if isinstance(fact.value, Share) else fact.value
        if isinstance(share, Percent) and share.value > _WHOLE:
            said = spelled.fact(fact.value, context.agreement)
            yield RULE.finding(
                f"{said} is more than the whole fee.",
                fact.path,
                figures=((fact.attribute.name.replace("_", " "), said),),
                mend=f"{fact.attribute.name}: at most 100% of the fee",
            )
