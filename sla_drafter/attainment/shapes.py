"""The shapes in which agreements give credits: what a measured value earns, as a percentage of the fee base.

| shape           | measured                  | as in                                                          |
|-----------------|---------------------------|----------------------------------------------------------------|
| `OfLadder`      | per cent of availability  | the bands of an agreement                                      |
| `Flat`          | any value                 | "each miss: its allocation of the amount at risk"              |
| `OfDowntime`    | per cent of availability  | one of the rules for downtime below                            |
| `Tiers`         | per cent of availability  | "below 99.9 %: 10 %"; also for days and for points             |
| `Blocks`        | minutes of downtime       | "5 % for each 30 minutes"                                      |
| `StepsUnder`    | per cent of availability  | "2 % for each 1 % below 99.5 %"                                |
| `DaysOfService` | per cent of availability  | "below 99.0 %: seven days of service"                          |
| `Daily`         | hours or days of failure  | "a day's charge for each hour, at most seven days"             |
| `Proportional`  | minutes of downtime       | "downtime x affected share / scheduled time"                   |
| `ExcessTable`   | any value, higher = worse | "10 % over the target: 10 %", at or above                      |
| `Shortfall`     | per cent                  | "98 % - 75 % = 23 %", and points turned into per cent          |
| `PointsTable`   | service points            | "10 points: 2 %"                                               |

Percentages are numbers of per cent as exact fractions, 99.9 for 99.9 %. Nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from sla_drafter.attainment.bands import bands_at
from sla_drafter.attainment.refusal import WHOLE, Impossible, chance, not_negative, one_of, percentage, positive
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.values import frozen

NOTHING = Fraction(0)

# "For each 1 %" says nothing about a part of a step; these are the three readings.
COUNTS: Mapping[str, Callable[[Fraction], Fraction]] = {
    "each_full": lambda steps: Fraction(floor(steps)),
    "or_part": lambda steps: Fraction(ceil(steps)),
    "pro_rata": lambda steps: steps,
}


class Shape(Protocol):
    """A rule that gives a credit for what was measured, as a percentage of the fee base."""

    def credit(self, measured: Fraction, /) -> Fraction: ...


@frozen
class Row:
    """One row of a table: its border, and what it gives (a percentage, days or points)."""

    border: Fraction
    gives: Fraction


@frozen
class OfLadder:
    """The bands of an agreement: a value earns the credit of the band that holds it, and nothing outside all bands.

    A band may give days of service instead, each the fees of one of the days of the month.
    """

    ladder: Ladder
    days_in_month: int = 0

    def credit(self, measured: Fraction, /) -> Fraction:
        held = [band for band in bands_at(self.ladder, percentage("The value", measured)) if band.credit or band.days]
        credits_ = {self._gives(band) for band in held}
        if len(credits_) > 1:
            where = " and ".join(band.id for band in held)
            right = (
                f"The bands {where} of the ladder {self.ladder.id} hold it both and differ; only one band may hold it."
            )
            raise Impossible("The value", measured, right)
        return credits_.pop() if credits_ else NOTHING

    def _gives(self, band: Band) -> Fraction:
        if band.credit:
            return Fraction(band.credit.value)
        return Fraction(band.days or 0) / positive("The days of the month", self.days_in_month) * WHOLE


@frozen
class Flat:
    """The same percentage for every miss, as an allocation of the amount at risk gives it."""

    percent: Fraction

    def credit(self, measured: Fraction, /) -> Fraction:
        not_negative("The value", measured)
        return not_negative("The allocation", self.percent)


@frozen
class OfDowntime:
    """A rule for downtime, asked with the availability: what is missing to all of the measured time was downtime."""

    rule: Shape
    measured: Fraction

    def credit(self, measured: Fraction, /) -> Fraction:
        missing = WHOLE - percentage("The value", measured)
        return self.rule.credit(missing / WHOLE * positive("The measured time", self.measured))


@frozen
class Tiers:
    """Rows of "below": the lowest border that is still above the value counts, so a border is in the better row."""

    rows: tuple[Row, ...]

    def credit(self, measured: Fraction, /) -> Fraction:
        not_negative("The value", measured)
        return _nearest((row for row in self.rows if measured < row.border), lowest=True)


@frozen
class Blocks:
    """A percentage for each block of downtime after the time that is free; sizes and downtime in the same unit."""

    size: Fraction
    each: Fraction
    count: str
    free: Fraction = NOTHING
    cap: Fraction = WHOLE

    def blocks(self, downtime: Fraction) -> Fraction:
        """How many blocks the downtime counts for."""
        counted = max(NOTHING, not_negative("The downtime", downtime) - not_negative("The free time", self.free))
        return _count(self.count, counted / positive("The length of a block", self.size))

    def credit(self, measured: Fraction, /) -> Fraction:
        return min(self.blocks(measured) * not_negative("The credit of a block", self.each), self.cap)


@frozen
class StepsUnder:
    """A percentage for each step by which a value stays under its target."""

    target: Fraction
    size: Fraction
    each: Fraction
    count: str
    cap: Fraction = WHOLE

    def steps(self, value: Fraction) -> Fraction:
        """How many steps the value is under the target."""
        shortfall = Shortfall(self.target).credit(value)
        return _count(self.count, shortfall / positive("The size of a step", self.size))

    def credit(self, measured: Fraction, /) -> Fraction:
        return min(self.steps(measured) * not_negative("The credit of a step", self.each), self.cap)


@frozen
class DaysOfService:
    """Rows of "below" that give days of service, as a percentage of the fee of a month with so many days."""

    tiers: Tiers
    days_in_month: int

    def credit(self, measured: Fraction, /) -> Fraction:
        return self.tiers.credit(measured) / positive("The days of the month", self.days_in_month) * WHOLE


@frozen
class Daily:
    """A day's charge for each failing hour or day, up to a number of days."""

    days_in_period: int
    most_days: Fraction | None = None

    def days(self, units: Fraction) -> Fraction:
        """How many days' charges are given."""
        not_negative("The number of failing units", units)
        return units if self.most_days is None else min(units, not_negative("The most days", self.most_days))

    def credit(self, measured: Fraction, /) -> Fraction:
        return self.days(measured) / positive("The days of the period", self.days_in_period) * WHOLE


@frozen
class Proportional:
    """The share of the scheduled time that was down, weighted by the share of the service that was affected."""

    scheduled: Fraction
    affected: Fraction = Fraction(1)

    def credit(self, measured: Fraction, /) -> Fraction:
        down = not_negative("The downtime", measured) * chance("The affected share", self.affected)
        if measured > positive("The scheduled time", self.scheduled):
            raise Impossible("The downtime", measured, f"It is at most the scheduled time, {self.scheduled}.")
        return down / self.scheduled * WHOLE


@frozen
class ExcessTable:
    """Rows of "at or above" so many per cent over the target; a higher value is worse."""

    target: Fraction
    rows: tuple[Row, ...]

    def excess(self, value: Fraction) -> Fraction:
        """By how many per cent of the target a value is over it; below zero when it is under."""
        return (not_negative("The value", value) / positive("The target", self.target) - 1) * WHOLE

    def credit(self, measured: Fraction, /) -> Fraction:
        excess = self.excess(measured)
        return _nearest((row for row in self.rows if row.border <= excess), lowest=False)


@frozen
class Shortfall:
    """What is missing to the target, point for point."""

    target: Fraction

    def credit(self, measured: Fraction, /) -> Fraction:
        return max(NOTHING, percentage("The target", self.target) - percentage("The value", measured))


@frozen
class PointsTable:
    """Rows of service points and their percentages; the last row is "or more".

    Between two rows the table is silent: `reading` is what the agreement says then, `exact_row` gives nothing.
    """

    rows: tuple[Row, ...]
    reading: str = "row_at_or_below"

    def readings(self, points: Fraction) -> Mapping[str, Fraction | None]:
        """What the points give by each of the three readings; None where no row is found."""
        not_negative("The number of points", points)
        rows = sorted(self.rows, key=lambda row: row.border)
        below = [row for row in rows if row.border <= points]
        above = [row for row in rows if row.border >= points] or rows[-1:]
        exact = below and (below[-1].border == points or below[-1] is rows[-1])
        return {
            "exact_row": below[-1].gives if exact else None,
            "row_at_or_below": below[-1].gives if below else None,
            "row_at_or_above": above[0].gives if above else None,
        }

    def credit(self, measured: Fraction, /) -> Fraction:
        readings = self.readings(measured)
        return readings[one_of("The reading of the table", self.reading, readings)] or NOTHING


def _count(rule: str, steps: Fraction) -> Fraction:
    return COUNTS[one_of("The rule for parts of a step", rule, COUNTS)](steps)


def _nearest(rows: Iterable[Row], *, lowest: bool) -> Fraction:
    """What the row with the lowest or the highest border gives; nothing without a row."""
    found = sorted(rows, key=lambda row: row.border, reverse=not lowest)
    return not_negative("The credit of a row", found[0].gives) if found else NOTHING
