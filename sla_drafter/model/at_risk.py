"""The share of the charges that is at risk, what a repeated miss earns, and when a credit returns."""

from __future__ import annotations

from decimal import Decimal

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Percent
from sla_drafter.values import frozen


@frozen
class Allocation:
    """The share of the amount at risk that a miss of one metric draws; its id is the metric's."""

    id: str
    percent: Percent | None = fact("The share of the amount at risk.", itself=True)


@frozen
class AtRisk:
    """The amount at risk: a share of the fee base that misses draw on, each by what is allocated to its metric.

    A credit is fee base x share x allocation; `pool` bounds the sum of the allocations and may be above 100%, the
    credits of a month together never exceed the amount at risk.
    """

    share: Percent | None = fact("The share of the fee base that is at risk: '12%'.")
    pool: Percent | None = fact("The most that all allocations add up to: '200%'.")
    allocations: tuple[Allocation, ...] = facts("What is allocated to each metric, by metric.")
    max_single: Percent | None = fact("The most that is allocated to one metric.")
    reallocation_notice: Duration | None = fact("Notice with which the customer allocates anew.")
    reallocations: int | None = fact("How often in a year it may do so.")


@frozen
class Repetition:
    """What the first, second, third miss of a metric earns: a multiple of its credit; the last one holds from there."""

    multipliers: tuple[Decimal, ...] = facts("For the first miss, the second and so on: [1, 1.5, 2].")
    count: Choice | None = fact("Whether misses in a row count, or those within a time.", choices="miss_count")
    within: Duration | None = fact("The time within which misses count, if not in a row: '6 months'.")
    reset_after: Duration | None = fact(
        "After how much time without a miss that earned a credit the count starts again: '1 month'."
    )


@frozen
class EarnBack:
    """When a credit returns to the provider: after a run of months at a level."""

    run: Duration | None = fact("How long in a row: '3 months'.")
    level: Choice | None = fact("At which level of the metric.", choices="earn_back_level")
    expiry: Duration | None = fact("How long after the miss a credit can return: '6 months'.")
    excluded: tuple[Choice, ...] = facts("Which credits never return.", choices="never_returned")
