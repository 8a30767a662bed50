"""Nobody ever looks at the agreement again."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-21",
    name="review_or_audit_missing",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks=(
        "The agreement is reviewed at intervals; a customer, outsourcing or internal agreement is audited at "
        "intervals too. A blank on the paper is an error."
    ),
    why="Services change faster than agreements; a figure that nobody checks becomes wrong and stays.",
    bad="review: {triggers: [chronic failure]}",
    good="review: {every: 18 months} audits: {every: 3 months, auditor: customer_representative}",
    source="Reviews every 18 to 24 months and quarterly audits are common practice.",
    kinds=TWO_SIDED,
)

AUDITED = frozenset({"customer_based", "internal", "outsourcing"})


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    if agreement.review is None or agreement.review.every is None:
        yield RULE.finding("The agreement is never reviewed.", "review.every", mend="every: 18 months")
    if context.kinds & AUDITED and (agreement.audits is None or agreement.audits.every is None):
        yield RULE.finding("Nothing is ever audited.", "audits.every", mend="every: 3 months")
