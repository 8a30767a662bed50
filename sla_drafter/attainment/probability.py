"""Chances: exact fractions where they are finite sums, else decimals with 30 places.

Decimals are computed with 50 digits in a context of their own, so that no setting of the program takes part, and
rounded to 30 places at the end: `e` to a power, roots, and binomial sums over more than 2,000 cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import comb

from sla_drafter.attainment.refusal import Impossible, at_most, chance, not_negative, positive

PLACES = 30
EXACT_CASES = 2_000
LARGEST_SUM = 100_000

_CONTEXT = Context(prec=50, rounding=ROUND_HALF_EVEN, Emin=MIN_EMIN, Emax=MAX_EMAX)
_LAST_PLACE = Decimal((0, (1,), -PLACES))
_ZERO, _ONE = Decimal(0), Decimal(1)


def binomial_at_most(most: int, cases: int, p: Fraction) -> Fraction:
    """The chance that at most so many of independent cases succeed, each with the chance `p`.

    Exact up to 2,000 cases; above, a fraction of a decimal with 30 places.
    """
    not_negative("The number of cases", cases)
    if most < 0:
        return Fraction(0)
    if most >= cases:
        return Fraction(1)
    chance("The chance of a case", p)
    if cases <= EXACT_CASES:
        won, lost = p.numerator, p.denominator - p.numerator
        ways = sum(comb(cases, each) * won**each * lost ** (cases - each) for each in range(most + 1))
        return Fraction(ways, p.denominator**cases)
    return Fraction(_stated(_binomial_tail(cases - most, cases, 1 - p)))


def poisson_at_most(most: int, rate: Fraction) -> Decimal:
    """The chance of at most so many events when so many are expected; 30 places."""
    if most < 0:
        return _ZERO
    expected = _decimal(not_negative("The rate", rate))
    term = total = _CONTEXT.exp(_CONTEXT.minus(expected))
    for each in range(1, at_most("The number of events", most, LARGEST_SUM) + 1):
        term = _CONTEXT.divide(_CONTEXT.multiply(term, expected), Decimal(each))
        total = _CONTEXT.add(total, term)
    return _stated(total)


def compound_at_most(most: int, rate: Fraction, lengths: Mapping[int, Fraction]) -> Decimal:
    """The chance that events come to at most so much together: a Poisson number of them, lengths with given chances.

    Panjer's recursion, exact but for the digits: no simulation. Lengths are whole numbers above zero in one unit;
    their chances add to 1. 30 places.
    """
    for length, share in lengths.items():
        chance(f"The chance of the length {positive('A length', length)}", share)
    if sum(lengths.values()) != 1:
        raise Impossible("The sum of the chances of all lengths", sum(lengths.values()), "It is 1.")
    expected = not_negative("The rate", rate)
    steps = sorted((length, _decimal(expected * length * share)) for length, share in lengths.items())
    found = [_CONTEXT.exp(_CONTEXT.minus(_decimal(expected)))]
    for size in range(1, at_most("The allowed total, in units", most, LARGEST_SUM) + 1):
        total = _ZERO
        for length, weight in steps:
            if length > size:
                break
            total = _CONTEXT.fma(weight, found[size - length], total)
        found.append(_CONTEXT.divide(total, Decimal(size)))
    return _stated(_sum(found))


def at_least_once(each: Fraction | Decimal, times: int) -> Fraction | Decimal:
    """The chance that something happens at least once in so many independent windows."""
    chance("The chance in a window", Fraction(each))
    not_negative("The number of windows", times)
    if isinstance(each, Fraction):
        return 1 - (1 - each) ** times
    return _stated(_CONTEXT.subtract(_ONE, _CONTEXT.power(_CONTEXT.subtract(_ONE, each), Decimal(times))))


def complement(each: Decimal) -> Decimal:
    """The chance that something does not happen, with 30 places."""
    return _stated(_CONTEXT.subtract(_ONE, each))


def root(share: Fraction, degree: int) -> Decimal:
    """The number whose power of this degree is the share; 30 places."""
    power = _CONTEXT.divide(_ONE, Decimal(positive("The degree of a root", degree)))
    return _stated(_CONTEXT.power(_decimal(chance("The share", share)), power))


def clopper_pearson_lower(met: int, cases: int, confidence: Fraction, places: int = 12) -> Decimal:
    """The exact lower bound of the chance of success: the largest with so many places that the record does not refute.

    At the bound the chance of so many successes or more is 1 - confidence. It is found by halving whole multiples of
    the last place, so it is rounded down, never up.
    """
    at_most("The number of cases in time", met, positive("The number of cases", cases))
    if not 0 < confidence < 1:
        raise Impossible("The confidence", confidence, "It is above 0 and below 1; 95 % is 0.95.")
    doubt = _decimal(1 - confidence)
    low, high = 0, 10 ** not_negative("The number of places", places)
    while high - low > 1 and met:
        middle = (low + high) // 2
        if _binomial_tail(met, cases, Fraction(middle, 10**places)) <= doubt:
            low = middle
        else:
            high = middle
    return Decimal((0, tuple(map(int, str(low))), -places))


def _binomial_tail(least: int, cases: int, p: Fraction) -> Decimal:
    """The chance of at least so many successes, with 50 digits; terms that no longer change the sum are left out."""
    if p in (0, 1) or least <= 0:
        return Decimal(int(p == 1 or least <= 0))
    odds = _decimal(p / (1 - p))
    term = _CONTEXT.multiply(_ways(cases, least), _CONTEXT.power(_decimal(p), Decimal(least)))
    term = _CONTEXT.multiply(term, _CONTEXT.power(_decimal(1 - p), Decimal(cases - least)))
    total = term
    for each in range(least, cases):
        factor = _CONTEXT.divide(Decimal(cases - each), Decimal(each + 1))
        term = _CONTEXT.multiply(_CONTEXT.multiply(term, factor), odds)
        longer = _CONTEXT.add(total, term)
        if longer == total:
            break
        total = longer
    return total


@lru_cache(maxsize=64)
def _ways(cases: int, chosen: int) -> Decimal:
    """In how many ways so many can be chosen from all cases, to 40 digits; kept, as halving asks for it each time."""
    total, fewer = _ONE, min(chosen, cases - chosen)
    for each in range(1, fewer + 1):
        total = _CONTEXT.divide(_CONTEXT.multiply(total, Decimal(cases - fewer + each)), Decimal(each))
    return total


def _decimal(value: Fraction) -> Decimal:
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _sum(values: Iterable[Decimal]) -> Decimal:
    total = _ZERO
    for value in values:
        total = _CONTEXT.add(total, value)
    return total


def _stated(value: Decimal) -> Decimal:
    return _CONTEXT.quantize(value, _LAST_PLACE)
