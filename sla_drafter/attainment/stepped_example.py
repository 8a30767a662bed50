"""The example of a credit that is no ladder: a miss by the shortest outage, or by the least distance, that earns one.

The distances are tried in their order, so that the same agreement always shows the same example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.availability import availability
from sla_drafter.attainment.instants import DAY, LENGTHS, MINUTE
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.rounding import percentage
from sla_drafter.model.scalars import Duration, Percent, Quantity, Target
from sla_drafter.values import frozen

# Minutes of an outage, before every further half hour.
_SHORT = (5, 15)
_HALF_HOUR = 30
# How far a value is beyond its target: in parts of the target, or of what is left of 100% above it.
_PARTS = tuple(map(Decimal, ("0.05", "0.1", "0.25", "0.5", "1", "2")))
# How many things a number is beyond its target.
_THINGS = tuple(map(Decimal, (1, 2, 5, 10, 20, 50, 100)))

Value = Percent | Duration | Quantity


@frozen
class Tried:
    """A value that misses a target: as the sums have it, as it was measured, and the outage behind it, in minutes."""

    value: Fraction
    measured: Value | None = None
    outage: int = 0


def outages(target: Target, days: int) -> Iterator[Tried]:
    """Availabilities below a target, by the length of one outage in a window of so many days."""
    window = days * DAY // MINUTE
    for minutes in (*_SHORT, *range(_HALF_HOUR, window, _HALF_HOUR)):
        value = percentage(availability(Fraction(minutes), Fraction(window)))
        if isinstance(target.value, Percent) and value < Fraction(target.value.value):
            yield Tried(value, outage=minutes)


def beyond(target: Target) -> Iterator[Tried]:
    """Values on the wrong side of a target, the nearest first."""
    border, at_least = target.value, target.comparator.id == "at_least"
    away: Callable[[Decimal, Decimal], Decimal] = (lambda one, by: one - by) if at_least else (lambda one, by: one + by)
    match border:
        case Percent(value=percent):
            room = WHOLE - Fraction(percent) if at_least else Fraction(percent)
            values = (away(percent, part * (100 - percent if at_least else percent)) for part in _PARTS if room)
            yield from (Tried(Fraction(value)) for value in values if 0 <= value <= WHOLE)
        case Duration(amount=amount, unit=unit) if unit in LENGTHS:
            lengths = (evolve(border, amount=away(amount, amount * part)) for part in _PARTS)
            yield from (Tried(Fraction(one.amount) * LENGTHS[unit], one) for one in lengths if one.amount > 0)
        case Quantity(amount=amount):
            numbers = (evolve(border, amount=away(amount, Decimal(more))) for more in _THINGS)
            yield from (Tried(Fraction(one.amount), one) for one in numbers if one.amount >= 0)
