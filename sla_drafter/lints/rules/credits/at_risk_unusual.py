"""An amount at risk or a pool that is out of the ordinary."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-13",
    name="at_risk_unusual",
    severity=Severity.INFO,
    checks="The share at risk is from 5% to 18% and within the margin, and the pool from 100% to 300%.",
    why="A share above the margin is a loss in every bad month; a tiny one is no incentive.",
    bad="share: 40%, pool: 900%",
    good="share: 12%, pool: 200%",
    source="Market figures: 10% to 12% (Alsbridge), 6% to 18% and pools of 200% to 300% (SIG forum).",
)


USUAL = {"share": (5, 18), "pool": (100, 300)}


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    rule = promised.at_risk if promised else None
    if rule is None:
        return
    for name, (least, most) in USUAL.items():
        percent = getattr(rule, name)
        if percent and not least <= percent.value <= most:
            called = "share at risk" if name == "share" else "pool"
            yield RULE.finding(
                f"A {called} of {percent.value}% is unusual: {least}% to {most}% are seen in the market.",
                f"credits.at_risk.{name}",
                mend="a usual figure, or a reason",
            )
    private = context.agreement.private
    margin = private.margin if private else None
    if rule.share and margin and rule.share.value > margin.value:
        yield RULE.finding(
            f"The share at risk, {rule.share.value}%, is above the margin of the provider.",
            "credits.at_risk.share",
            mend="a share within the margin",
        )
