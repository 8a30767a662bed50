"""Systems put together from services: in series, side by side, and k of n; with the bounds that need no independence.

The product of availabilities holds only when failures are independent of each other. The Fréchet bounds hold always:
for "at least k of n are up" they are those of Rüger (1978), of which series (k = n) and parallel (k = 1) are the ends.
Shares are exact fractions from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from sla_drafter.attainment.refusal import Impossible, chance
from sla_drafter.values import frozen

ONE = Fraction(1)


@frozen
class Component:
    """One service with its availability, a share from 0 to 1."""

    share: Fraction


@frozen
class Serial:
    """Works only while every part works."""

    parts: tuple[System, ...]


@frozen
class Parallel:
    """Works while at least one part works."""

    parts: tuple[System, ...]


@frozen
class AtLeast:
    """Works while at least `count` of its parts work."""

    count: int
    parts: tuple[System, ...]


System = Component | Serial | Parallel | AtLeast


@frozen
class Bounds:
    """The lowest and the highest availability that the parts allow, whatever their failures have in common."""

    worst: Fraction
    best: Fraction


def independent(system: System) -> Fraction:
    """The availability of a system whose parts fail independently of each other (Azure reference tables)."""
    if isinstance(system, Component):
        return chance("The availability of a component", system.share)
    return _at_least(_needed(system), [independent(part) for part in system.parts])


def bounds(system: System) -> Bounds:
    """What holds without independence: between the Fréchet bounds of each level, taken from the inside to the outside.

    They are sharp for a system of one level; deeper they stay true, and may be wider than they need to be.
    """
    if isinstance(system, Component):
        share = chance("The availability of a component", system.share)
        return Bounds(share, share)
    needed = _needed(system)
    parts = [bounds(part) for part in system.parts]
    failing = [ONE - part.worst for part in parts]
    worst = ONE - _highest(len(parts) - needed + 1, failing)
    return Bounds(worst, _highest(needed, [part.best for part in parts]))


def supports(system: System, promise: Fraction) -> bool:
    """Whether the availability of a system, its parts independent, reaches a promise."""
    return independent(system) >= chance("The promise", promise)


def _needed(system: Serial | Parallel | AtLeast) -> int:
    """How many parts have to work."""
    size = len(system.parts)
    if not size:
        raise Impossible("The number of parts of a system", 0, "A system has at least one part.")
    match system:
        case Serial():
            return size
        case Parallel():
            return 1
        case AtLeast(count):
            if not 1 <= count <= size:
                raise Impossible("The number of parts that have to work", count, f"It is from 1 to {size}.")
            return count
        case _:
            assert_never(system)


def _at_least(needed: int, shares: Sequence[Fraction]) -> Fraction:
    """The chance that so many work: one part after the other joins the distribution of how many are up."""
    chances = [ONE]
    for share in shares:
        up = [Fraction(0), *(each * share for each in chances)]
        down = [*(each * (ONE - share) for each in chances), Fraction(0)]
        chances = [one + other for one, other in zip(up, down, strict=True)]
    return sum(chances[needed:], Fraction(0))


def _highest(needed: int, shares: Sequence[Fraction]) -> Fraction:
    """The highest chance that at least so many of these events happen, over all ways in which they may depend."""
    ascending = sorted(shares)
    size = len(ascending)
    sums = (sum(ascending[: size - left_out], Fraction(0)) / (needed - left_out) for left_out in range(needed))
    return min(ONE, *sums)
