"""The at-risk pool: a share of the charges that misses draw on by what is allocated to each metric.

A credit is charges x at-risk % x pool % x allocation % x multiplier. All credits of a period together are at most the
charges at risk. Where allocations are given directly as shares of the at-risk amount, the pool is 100 %.

Of the worked examples alone (tests/vectors): `pool_credit`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sla_drafter.attainment.refusal import WHOLE, not_negative, percentage
from sla_drafter.values import frozen


@frozen
class Allocation:
    """A missed metric: its percentage of the pool, the pool's percentage of the amount at risk, its multiplier."""

    metric: str
    percent: Fraction
    pool: Fraction = WHOLE
    multiplier: Fraction = Fraction(1)


@frozen
class PoolCredit:
    """The amount at risk, the credit of each miss, and what they come to before and after the cap; exact amounts."""

    at_risk: Fraction
    lines: tuple[tuple[str, Fraction], ...]
    before_cap: Fraction
    credit: Fraction


def pool_credit(charges: Fraction, at_risk_percent: Fraction, misses: Sequence[Allocation]) -> PoolCredit:
    """What the misses of one period draw from the pool, at most the amount at risk (Texas DIR clause)."""
    at_risk = at_risk_amount(charges, at_risk_percent)
    lines = tuple((miss.metric, at_risk * _share(miss)) for miss in misses)
    total = sum((amount for _, amount in lines), Fraction(0))
    return PoolCredit(at_risk, lines, total, min(total, at_risk))


def at_risk_amount(charges: Fraction, at_risk_percent: Fraction) -> Fraction:
    """The part of the charges of one period that is at risk."""
    share = percentage("The share at risk", at_risk_percent) / WHOLE
    return not_negative("The amount of the charges", charges) * share


def _share(miss: Allocation) -> Fraction:
    where = f"of {miss.metric}" if miss.metric else "of the metric"
    allocated = percentage(f"The allocation {where}", miss.percent) / WHOLE
    pool = not_negative(f"The pool {where}", miss.pool) / WHOLE
    return allocated * pool * not_negative(f"The multiplier {where}", miss.multiplier)
