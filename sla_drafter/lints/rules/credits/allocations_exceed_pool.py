"""The allocations of the amount at risk add up to more than the pool."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-11",
    name="allocations_exceed_pool",
    severity=Severity.ERROR,
    checks="The allocations add up to no more than the pool, and none is above the most that one metric may have.",
    why="An allocation that does not fit is cut by somebody, after the first bad month.",
    bad="pool: 200%, allocations of 40%, 50%, 60% and 60%",
    good="pool: 210%, or smaller allocations",
    source="Agreements with a pool (Texas DIR) bound the sum of the allocations by it.",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    rule = promised.at_risk if promised else None
    if rule is None:
        return
    given = [each for each in rule.allocations if each.percent]
    total = sum((each.percent.value for each in given if each.percent), Decimal(0))
    if rule.pool and total > rule.pool.value:
        yield RULE.finding(
            f"The allocations add up to {total}%, and the pool is {rule.pool.value}%.",
            "credits.at_risk.allocations",
            also=("credits.at_risk.pool",),
            also_notes=("the pool is here",),
            witness=f"{total - rule.pool.value} percentage points do not fit.",
            mend=f"pool: {total}%   (or smaller allocations)",
        )
    for each in given:
        if rule.max_single and each.percent and each.percent.value > rule.max_single.value:
            yield RULE.finding(
                f"{each.id} has {each.percent.value}%, and the most for one is {rule.max_single.value}%.",
                f"credits.at_risk.allocations.{each.id}",
                also=("credits.at_risk.max_single",),
                also_notes=("the most is here",),
                mend=f"{rule.max_single.value}%   (or a higher max_single)",
            )
