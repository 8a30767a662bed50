"""The agreement is reviewed or audited at another pace than most are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration, Unit

RULE = Rule(
    code="CON-11",
    name="cadence_unusual",
    severity=Severity.INFO,
    checks="The agreement is reviewed every 18 to 24 months and audited every three months.",
    why="Another pace is often right; it is worth a second look whether it was meant.",
    bad="review: {every: 36 months}, audits: {every: 12 months}",
    good="review: {every: 18 months}, audits: {every: 3 months}",
    source="Practice of service level agreements: a review before the term is over, an audit each quarter.",
)

USUAL = {
    "review": ("reviewed", Duration(Decimal(18), Unit.MONTH), Duration(Decimal(24), Unit.MONTH)),
    "audits": ("audited", Duration(Decimal(3), Unit.MONTH), Duration(Decimal(3), Unit.MONTH)),
}


def find(context: Context) -> Iterator[Finding]:
    for key, (done, least, most) in USUAL.items():
        planned = getattr(context.agreement, key)
        every = planned.every if planned else None
        if every and (certainly_longer(least, every) or certainly_longer(every, most)):
            said, usual = spelled.fact(every, context.agreement), spelled.fact(most, context.agreement)
            yield RULE.finding(
                f"The agreement is {done} every {said}.",
                f"{key}.every",
                figures=(("interval", said), ("usual", usual)),
                mend=f"every: {usual}   (as agreed)",
            )
