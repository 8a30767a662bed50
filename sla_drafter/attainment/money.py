"""Rounding money once, at the end, to the minor unit of its currency.

Amounts are exact fractions until here. Rounding earlier changes what is owed: three lines of 3.335 come to 10.01 when
the sum is rounded, and to 10.02 when each line is.

Of the worked examples alone (tests/vectors): `rounded_sum` and `sum_of_rounded`.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sla_drafter.attainment.rounding import rounded
from sla_drafter.language.formats import minor_digits
from sla_drafter.model.scalars import Money


def round_once(amount: Fraction, currency: str, rounding: str = "half_up") -> Money:
    """An amount in whole minor units of its currency: EUR 33.35, JPY 1235, KWD 12.345."""
    return Money(rounded(amount, minor_digits(currency), rounding), currency)


def rounded_sum(lines: Iterable[Fraction], currency: str, rounding: str = "half_up") -> Money:
    """The lines of a statement added exactly, and the sum rounded once."""
    return round_once(sum(lines, Fraction(0)), currency, rounding)


def sum_of_rounded(lines: Iterable[Fraction], currency: str, rounding: str = "half_up") -> Money:
    """The other reading, for comparison: each line rounded, then added."""
    each = (Fraction(round_once(line, currency, rounding).amount) for line in lines)
    return round_once(sum(each, Fraction(0)), currency, rounding)
