"""What a record allows to be promised: the chance of a miss, its exact lower bound, and the largest safe target.

Four models, each with what it assumes: periods met (uniform prior), outages (Poisson), cases (binomial), and the chain
of support tiers. Chances are exact fractions where they are finite, else decimals with 30 places. A service level of an
upstream provider is a threshold for credits and no chance; it only bounds what may be promised.

Of the worked examples alone (tests/vectors): `miss_of_cases`, `miss_of_record` and `support_chain`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, gcd, prod

from sla_drafter.attainment.probability import (
    at_least_once,
    binomial_at_most,
    complement,
    compound_at_most,
    poisson_at_most,
    root,
)
from sla_drafter.attainment.refusal import WHOLE, Impossible, at_most, chance, not_negative, percentage, positive
from sla_drafter.values import frozen

ONE = Fraction(1)


@frozen
class Miss:
    """The chance of missing a target in one window; `tolerated` is how many outages or needed cases it stands on."""

    tolerated: int
    chance: Fraction | Decimal

    def at_least_once_in(self, windows: int) -> Fraction | Decimal:
        """The chance of at least one miss in so many windows that are alike and independent."""
        return at_least_once(self.chance, windows)


@frozen
class Offer:
    """A target that could be promised: in how many past periods it was met, and the chance to miss the next."""

    target: Fraction
    met: int
    chance_to_miss: Fraction


@frozen
class SafePromise:
    """The offers in order, easiest first, and the largest one whose chance of a miss is within the appetite."""

    offers: tuple[Offer, ...]
    largest: Fraction | None


@frozen
class Tier:
    """One tier of a support chain: its time in any unit, and the share of cases that it keeps it in."""

    time: int
    within: Fraction


@frozen
class SupportChain:
    """The sum of all tier times, whether it fits the promise, and the chance that all are in time."""

    total: int
    fits: bool
    worst: Fraction
    independent: Fraction


def cases_needed(cases: int, target: Fraction) -> int:
    """How many cases have to be within their time for a target share: 18 of 20 for 90 %."""
    return ceil(not_negative("The number of cases", cases) * chance("The target", target))


def miss_of_cases(cases: int, p: Fraction, target: Fraction) -> Miss:
    """The chance that fewer cases than needed are in time, each with the chance `p` (binomial)."""
    needed = cases_needed(cases, target)
    return Miss(needed, binomial_at_most(needed - 1, cases, chance("The chance of a case in time", p)))


def miss_of_outages(rate: Fraction, length: Fraction, period: Fraction, target: Fraction) -> Miss:
    """The chance that outages of one length, so many expected in a window, exceed the allowed downtime (Poisson)."""
    tolerated = floor(allowed(period, target) / positive("The length of an outage", length))
    return Miss(tolerated, complement(poisson_at_most(tolerated, rate)))


def miss_of_record(rate: Fraction, lengths: Sequence[int], period: int, target: Fraction) -> Miss:
    """The same with the lengths of past outages, each as likely as it was: computed exactly, not simulated.

    Lengths and period are whole numbers in one unit. `tolerated` is the number of the shortest outages that fit.
    """
    if not lengths:
        raise Impossible("The number of past outages", 0, "A record of lengths holds at least one.")
    unit = gcd(*(positive("The length of an outage", each) for each in lengths))
    shares = {length // unit: Fraction(times, len(lengths)) for length, times in Counter(lengths).items()}
    room = floor(allowed(Fraction(period), target) / unit)
    return Miss(room // min(shares), complement(compound_at_most(room, rate, shares)))


def allowed(period: Fraction, target: Fraction) -> Fraction:
    """The downtime that a target leaves in a period, in the unit of the period."""
    return positive("The period", period) * (ONE - chance("The target", target))


def chance_next_met(met: int, periods: int) -> Fraction:
    """The chance that the next period is met, after so many of so many (uniform prior): (1 + k) / (2 + n)."""
    return Fraction(1 + at_most("The number of periods met", met, periods), 2 + periods)


def chance_all_met(met: int, periods: int, following: int) -> Fraction:
    """The chance that all of the next periods are met, after so many of so many (uniform prior)."""
    at_most("The number of periods met", met, not_negative("The number of periods", periods))
    following = not_negative("The number of periods to come", following)
    return prod((Fraction(1 + met + each, 2 + periods + each) for each in range(following)), start=ONE)


def unseen_miss_bound(periods: int, confidence: Fraction) -> Decimal:
    """The miss chance that a record without any miss does not refute: 1 - (1 - c) to the power 1/n."""
    return complement(root(ONE - chance("The confidence", confidence), positive("The number of periods", periods)))


def three_over(periods: int) -> Fraction:
    """The rule of three: the same bound at 95 %, quickly and a little too high."""
    return Fraction(3, positive("The number of periods", periods))


def safe_promise(history: Sequence[Fraction], offers: Iterable[Fraction], appetite: Fraction) -> SafePromise:
    """The largest target on offer whose chance of a miss in the next period is within the appetite (uniform prior)."""
    chance("The appetite for a miss", appetite)
    for value in history:
        percentage("A value of the history", value)
    rows = tuple(_offer(history, percentage("A target on offer", each)) for each in sorted(offers))
    safe = [row.target for row in rows if row.chance_to_miss <= appetite]
    return SafePromise(rows, max(safe, default=None))


def _offer(history: Sequence[Fraction], target: Fraction) -> Offer:
    met = sum(value >= target for value in history)
    return Offer(target, met, ONE - chance_next_met(met, len(history)))


def support_chain(tiers: Sequence[Tier], promise: int) -> SupportChain:
    """Whether tier times add up to no more than the promise, and how often all tiers together are in time."""
    total = sum(not_negative("The time of a tier", tier.time) for tier in tiers)
    late = sum((ONE - chance("The share within the time of a tier", tier.within) for tier in tiers), Fraction(0))
    together = prod((tier.within for tier in tiers), start=ONE)
    return SupportChain(total, total <= promise, max(Fraction(0), ONE - late), together)


def expected_credit(bands: Iterable[tuple[Fraction | Decimal, Fraction]]) -> Fraction:
    """The credit to be expected, as a percentage of the fee: each band's chance times its credit."""
    found = tuple((chance("The chance of a band", Fraction(each)), credit) for each, credit in bands)
    chance("The chance of all bands together", sum((each for each, _ in found), Fraction(0)))
    return sum((each * not_negative("The credit of a band", credit) for each, credit in found), Fraction(0))


def upstream_ceiling(upstream: Iterable[Fraction]) -> Fraction:
    """What upstream agreements allow at most: the lowest of their levels, in per cent; 100 without any."""
    return min((percentage("An upstream level", each) for each in upstream), default=WHOLE)
