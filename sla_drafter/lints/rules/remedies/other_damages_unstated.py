"""Credits are given, and nobody knows what else may be claimed."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-03",
    name="other_damages_unstated",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks=(
        "Credits have a legal nature, are exclusive or not, and an exclusive credit names what stays outside. A blank "
        "on the paper is an error."
    ),
    why="Whether a credit is a price or a penalty decides what law governs it, and what else the customer may claim.",
    bad="credits: {nature: price adjustment}",
    good="credits: {nature: price adjustment, exclusive: yes, carve_outs: [wilful default, gross negligence, fraud]}",
    source=(
        "Price adjustment, liquidated damages and contractual penalty differ in effect: a court may cut a penalty."
    ),
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised is None:
        return
    if promised.nature is None:
        yield RULE.finding("What a credit is in law is open.", "credits.nature", mend="nature: price adjustment")
    if promised.exclusive is None:
        message = "Nothing says whether damages may be claimed beside a credit."
        yield RULE.finding(message, "credits.exclusive", mend="exclusive: yes   (or: no)")
    elif promised.exclusive and not promised.carve_outs:
        yield RULE.finding(
            "Credits are the only money remedy, and nothing stays outside that.",
            "credits.carve_outs",
            mend="carve_outs: [wilful default, gross negligence, fraud]",
            also=("credits.exclusive",),
        )
