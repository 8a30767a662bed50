"""Figures in the words of a user: percentages and lengths of time, and whether two of them are the same.

A length in units of the wall has its seconds: "90 minutes", "1.5 hours" and "1,5 Stunden" are one figure. A figure in
units of opening time is the same as one in the same unit only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from sla_drafter.language.patterns import compiled
from sla_drafter.language.words import words as fixed_words
from sla_drafter.lints import wordlists
from sla_drafter.lints.lengths import SECONDS
from sla_drafter.model.paths import Fact
from sla_drafter.model.scalars import Duration, Percent, Unit
from sla_drafter.values import frozen

Size: TypeAlias = tuple[str, Fraction]
"""What a figure counts, and how much of it."""
SHARE, TIME = "%", "seconds"
_READ = (Unit.MILLISECOND, Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.BUSINESS_HOUR, Unit.BUSINESS_DAY)
_SHORT = {"ms": Unit.MILLISECOND, "min": Unit.MINUTE, "h": Unit.HOUR}
_SHARES = ("%", "percent", "per cent", "prozent", "pour cent", "por ciento")
_MONEY = compiled(r"(?:\b[A-Z]{3}|[€£$])\s?\d[\d.,]*\d|(?<![\w.,])\d[\d.,]*\s?(?:[€£$]|[A-Z]{3}\b)")
_THOUSANDS = compiled(r"[.,](?=\d{3}(?:\D|\Z))")


@frozen
class Figure:
    """A figure as it stands in some words: where, how it is written, and how much it is."""

    start: int
    words: str
    size: Size

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.words)


def figures_in(text: str, language: str) -> Iterator[Figure]:
    """Every percentage and every length of time in some words, in their order; that it is always so is none."""
    for found in _pattern(language).finditer(text):
        unit = _units(language).get(" ".join(found["unit"].casefold().split()))
        number = found["number"].rstrip(".,")
        yield Figure(found.start(), found[0], _size(_amount(number, is_share=unit is None), unit))


def sizes_of(fact: Fact) -> Iterator[Size]:
    """The sizes of the percentages and lengths of time that a fact states: its own, its threshold, its border."""
    value = fact.value
    for one in (value, getattr(value, "threshold", None), getattr(value, "value", None)):
        if isinstance(one, Percent):
            yield _size(one.value, None)
        elif isinstance(one, Duration):
            yield _size(one.amount, one.unit)


def amounts_in(text: str) -> Iterator[str]:
    """Every amount of money in some words, as it is written: EUR 777, 50 €."""
    return (found[0] for found in _MONEY.finditer(text))


def stated_in(facts: Iterable[Fact]) -> frozenset[Size]:
    """Every percentage and length of time that is a fact."""
    return frozenset(size for fact in facts for size in sizes_of(fact))


def _size(amount: Decimal, unit: Unit | None) -> Size:
    if unit is None:
        return SHARE, Fraction(amount)
    return (TIME, Fraction(amount) * SECONDS[unit]) if unit in SECONDS else (unit.value, Fraction(amount))


def _amount(number: str, *, is_share: bool) -> Decimal:
    """A number with a point or a comma; three digits behind one are thousands, but for a percentage."""
    whole = number if is_share else _THOUSANDS.sub("", number)
    integer, _, places = whole.replace(",", ".").rpartition(".")
    return Decimal(f"{integer.replace('.', '')}.{places}" if integer else places)


@cache
def _units(language: str) -> dict[str, Unit]:
    forms = fixed_words(language).units
    named = {
        form.casefold(): unit
        for unit in _READ
        for name, form in forms[unit.value.replace(" ", "_")].items()
        if not name.startswith("every")
    }
    return named | _SHORT


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A number with a unit of time or a sign of per cent behind it."""
    units = "|".join(re.escape(one) for one in sorted((*_units(language), *_SHARES), key=len, reverse=True))
    rate = wordlists.listed("measured_things").get(language, {}).get("rate")
    always = rf"(?!(?:24|[5-7]|36[56])[\s-]?(?:{units})(?:{rate}))" if rate else ""
    return compiled(rf"(?<![\w.,]){always}(?P<number>\d[\d.,]*)[\s-]?(?P<unit>{units})(?!\w)", re.IGNORECASE)
