"""Repeated misses and credits that are earned back.

A miss has an ordinal: 1 for the first, 2 for the second in a row (a period that was met starts again), or its number
within a rolling count of periods. The multiplier goes by the ordinal; the last multiplier holds for all further ones.

Of the worked examples alone (tests/vectors): `credit_sequence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.refusal import WHOLE, Impossible, not_negative, percentage, positive
from sla_drafter.values import frozen

ONCE = Fraction(1)


@frozen
class Outcome:
    """How a period ended: the credit of its miss as a percentage of its fee, 0 when it was met.

    `runs` says whether it reached the level at which credits are earned back; `chronic` credits are never earned back.
    """

    credit: Fraction
    fee: Fraction
    runs: bool = False
    chronic: bool = False

    @property
    def missed(self) -> bool:
        """Whether the period earned a credit."""
        return self.credit > 0


@frozen
class EarnBack:
    """So many periods in a row at the higher level return the credits given before, unless they have expired."""

    run: int
    expires_after: int | None = None


@frozen
class GivenCredit:
    """What a period gives to the customer, and what it gives back to the provider; exact amounts."""

    credit: Fraction
    earned_back: Fraction = Fraction(0)


def ordinals(missed: Iterable[bool], within: int | None = None, reset_after: int = 1) -> tuple[int, ...]:
    """For each period 0 if it was met, else which miss it is: in a row, or within the last so many periods.

    In a row, so many met periods one after the other let the count start again.
    """
    positive("The number of periods that let the count start again", reset_after)
    found: list[int] = []
    seen: list[bool] = []
    count = met = 0
    for miss in missed:
        seen.append(miss)
        met = 0 if miss else met + 1
        count = count + 1 if miss else 0 if met >= reset_after else count
        counted = count if within is None else sum(seen[-positive("The number of periods", within) :])
        found.append(counted if miss else 0)
    return tuple(found)


def multiplier(ordinal: int, multipliers: Sequence[Fraction]) -> Fraction:
    """The multiplier of the first, second, third miss; the last one holds from there on."""
    if not multipliers:
        return ONCE
    return not_negative(
        "A multiplier", multipliers[min(positive("The ordinal of a miss", ordinal), len(multipliers)) - 1]
    )


def repeated_points(
    points: Sequence[Fraction], repeat: Fraction, missed: Sequence[bool] | None = None
) -> tuple[Fraction, ...]:
    """Service points of consecutive periods, multiplied when the period before was missed too (UK model agreement).

    `missed` says which periods were; without it, those with points were.
    """
    given = [not_negative("The number of points", each) > 0 for each in points]
    found = ordinals(given if missed is None else missed)
    return tuple(
        each * multiplier(nth, (ONCE, repeat)) if nth else each for each, nth in zip(points, found, strict=True)
    )


def credit_sequence(
    periods: Sequence[Outcome],
    *,
    multipliers: Sequence[Fraction] = (),
    at_risk: Fraction = WHOLE,
    within: int | None = None,
    earn_back: EarnBack | None = None,
) -> tuple[GivenCredit, ...]:
    """The credit of each period with its multiplier, at most the share at risk, and what later periods earn back."""
    percentage("The share at risk", at_risk)
    found = ordinals((period.missed for period in periods), within)
    given = [
        GivenCredit(_credit(period, multiplier(nth, multipliers), at_risk) if nth else Fraction(0))
        for period, nth in zip(periods, found, strict=True)
    ]
    return earned_back(periods, given, earn_back) if earn_back else tuple(given)


def _credit(period: Outcome, times: Fraction, at_risk: Fraction) -> Fraction:
    return not_negative("The fee", period.fee) * min(period.credit * times, at_risk) / WHOLE


def earned_back(periods: Sequence[Outcome], credits_: Sequence[GivenCredit], rule: EarnBack) -> tuple[GivenCredit, ...]:
    """The credits of all periods with what a run gives back in the period that completes it."""
    given = list(credits_)
    positive("The run that earns a credit back", rule.run)
    open_: list[tuple[int, Fraction]] = []
    run = 0
    for index, period in enumerate(periods):
        if period.runs and period.missed:
            raise Impossible(
                "The level for earning back", f"reached in the missed period {index + 1}", "It is above the target."
            )
        run = run + 1 if period.runs else 0
        if run == rule.run:
            fresh = (amount for at, amount in open_ if rule.expires_after is None or index - at <= rule.expires_after)
            given[index] = evolve(given[index], earned_back=sum(fresh, Fraction(0)))
            open_, run = [], 0
        if period.missed and not period.chronic:
            open_.append((index, given[index].credit))
    return tuple(given)


def net(given: Iterable[GivenCredit]) -> Fraction:
    """What the customer keeps of the credits of all periods."""
    return sum((period.credit - period.earned_back for period in given), Fraction(0))
