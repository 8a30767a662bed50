"""Rounding an exact number once, to so many places, the way the contract says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from sla_drafter.attainment.refusal import one_of

_HALF = Fraction(1, 2)


def _half_up(value: Fraction) -> int:
    return floor(value + _HALF) if value >= 0 else -floor(_HALF - value)


def _down(value: Fraction) -> int:
    return int(value)


def _up(value: Fraction) -> int:
    return ceil(value) if value >= 0 else floor(value)


MODES: Mapping[str, Callable[[Fraction], int]] = {
    "half_up": _half_up,
    "half_even": round,
    "down": _down,
    "up": _up,
    "floor": floor,
    "ceiling": ceil,
}


def rounded(value: Fraction | Decimal | int, places: int, mode: str) -> Decimal:
    """A number rounded to so many places; half up and half even as in every contract, down and up from and to zero.

    Exact at any size: no decimal context takes part. An unknown mode is refused.
    """
    whole = MODES[one_of("A way of rounding", mode, MODES)](Fraction(value) * Fraction(10) ** places)
    return Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -places))


def percentage(share: Fraction) -> Fraction:
    """A share of one as a percentage: 3/4 is 75."""
    return share * 100
