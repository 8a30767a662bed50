"""The honest sentence about a promise, as data: its figures, what they assume, and what would break them.

No words here: a language spells a statement from its kind, its figures and the ids of its assumptions.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from sla_drafter.attainment.feasibility import chance_all_met, unseen_miss_bound
from sla_drafter.attainment.refusal import percentage
from sla_drafter.values import frozen


class Assumption(enum.Enum):
    """What a chance takes for granted."""

    UNIFORM_PRIOR = "uniform prior"
    ALIKE = "periods are alike"
    INDEPENDENT = "periods are independent"
    POISSON_OUTAGES = "outages come independently at one rate"
    LENGTHS_AS_BEFORE = "outages are as long as those of the record"


class Breaker(enum.Enum):
    """What would make a chance wrong."""

    CORRELATED_PERIODS = "correlated periods"
    CHANGED_ARCHITECTURE = "a changed architecture"
    GROWTH = "growth"


EVERY_BREAKER = tuple(Breaker)
OF_PERIODS = (Assumption.UNIFORM_PRIOR, Assumption.ALIKE, Assumption.INDEPENDENT)
OF_UNSEEN = (Assumption.ALIKE, Assumption.INDEPENDENT)
OF_OUTAGES = (Assumption.POISSON_OUTAGES, Assumption.LENGTHS_AS_BEFORE)


@frozen
class RecordStatement:
    """In `met` of the last `periods` the value was at or above the target; chance of a miss in the next ones."""

    target: Fraction
    met: int
    periods: int
    following: int
    chance_of_a_miss: Fraction
    assumes: tuple[Assumption, ...] = OF_PERIODS
    broken_by: tuple[Breaker, ...] = EVERY_BREAKER


@frozen
class UnseenStatement:
    """No miss in `periods` does not show a miss chance under `bound`, at a confidence."""

    periods: int
    confidence: Fraction
    bound: Decimal
    assumes: tuple[Assumption, ...] = OF_UNSEEN
    broken_by: tuple[Breaker, ...] = EVERY_BREAKER


@frozen
class CreditStatement:
    """The credits to be expected as a percentage of the fee, and the chance and size of each band."""

    expected: Fraction
    bands: tuple[tuple[Fraction | Decimal, Fraction], ...]
    assumes: tuple[Assumption, ...] = OF_OUTAGES
    broken_by: tuple[Breaker, ...] = EVERY_BREAKER


Statement = RecordStatement | UnseenStatement | CreditStatement


def statements(
    history: Sequence[Fraction], target: Fraction, following: int, confidence: Fraction
) -> tuple[Statement, ...]:
    """What a record of values says about a target: the chance of a miss, and a warning where none was ever seen."""
    percentage("The target", target)
    periods = len(history)
    met = sum(value >= target for value in history)
    found = RecordStatement(target, met, periods, following, 1 - chance_all_met(met, periods, following))
    if periods and met == periods:
        return found, UnseenStatement(periods, confidence, unseen_miss_bound(periods, confidence))
    return (found,)
