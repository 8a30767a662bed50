"""Shares of cases in time, percentiles and means: what they say, and what they hide.

"At least p % within T" holds exactly when the nearest-rank p-th percentile is at most T; an interpolated percentile
says something else, so the contract form is the share. With n cases one miss costs 100/n points: with fewer than
1/(1 - p) cases not one may be late, unless the contract forgives some.

Of the worked examples alone (tests/vectors): `nearest_rank`, `interpolated`, `share_within` and `mean`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from sla_drafter.attainment.refusal import Impossible, at_most, not_negative, percentage
from sla_drafter.model.scalars import Percent
from sla_drafter.values import frozen

_WHOLE = Fraction(100)


@frozen
class Compliance:
    """The cases of a window: how many, how many in time, how many may be late, and whether that is met."""

    cases: int
    within: int
    misses_allowed: int

    @property
    def share(self) -> Fraction | None:
        """The share in time, from 0 to 1; None without cases."""
        return Fraction(self.within, self.cases) if self.cases else None

    @property
    def met(self) -> bool:
        """Whether no more cases were late than may be; a window without cases is met, or not measured, never 0 %."""
        return self.cases - self.within <= self.misses_allowed


def compliance(cases: int, within: int, target: Percent, forgiven: int = 0) -> Compliance:
    """Whether the cases of a window reach a share in time; `forgiven` misses never fail it."""
    at_most("The number of cases in time", within, not_negative("The number of cases", cases))
    return Compliance(cases, within, misses_allowed(cases, target, forgiven))


def misses_allowed(cases: int, target: Percent, forgiven: int = 0) -> int:
    """How many of so many cases may be late: the whole part of n(1 - p), and at least what the contract forgives."""
    late = _WHOLE - percentage("A target", Fraction(target.value))
    return max(floor(not_negative("The number of cases", cases) * late / _WHOLE), forgiven)


def fewest_cases(target: Percent) -> int | None:
    """The fewest cases of which one may be late; None when every case must be in time."""
    late = _WHOLE - percentage("A target", Fraction(target.value))
    return ceil(_WHOLE / late) if late else None


def nearest_rank(values: Iterable[Fraction], percent: Percent) -> Fraction:
    """The smallest value that at least so many per cent of the values do not exceed."""
    ordered = _some(values)
    rank = ceil(percentage("A percentile", Fraction(percent.value)) * len(ordered) / _WHOLE)
    return ordered[max(rank, 1) - 1]


def interpolated(values: Iterable[Fraction], percent: Percent) -> Fraction:
    """The percentile between two values, as spreadsheets compute it; it is not the contract's share within."""
    ordered = _some(values)
    place = percentage("A percentile", Fraction(percent.value)) * (len(ordered) - 1) / _WHOLE
    low = floor(place)
    return ordered[low] + (ordered[min(low + 1, len(ordered) - 1)] - ordered[low]) * (place - low)


def share_within(values: Iterable[Fraction], limit: Fraction) -> Fraction:
    """The share of the values that do not exceed a limit."""
    known = _some(values)
    return Fraction(sum(value <= limit for value in known), len(known))


def mean(values: Iterable[Fraction]) -> Fraction:
    """The mean of some values; it hides single misses, so a promise on it needs a floor for each."""
    known = _some(values)
    return sum(known, Fraction(0)) / len(known)


def _some(values: Iterable[Fraction]) -> Sequence[Fraction]:
    known = sorted(values)
    if not known:
        raise Impossible("The number of values", 0, "There is at least one; without any, nothing is measured.")
    return known
