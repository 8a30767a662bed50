"""Finds dates in a text as its language writes them: in words, in figures, and in the technical form 2027-12-31.

In figures "03/04/2027" is two dates in English, and one where the day always comes first.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from sla_drafter.language.counting import number_data
from sla_drafter.language.kept import KEPT_PARAGRAPHS, kept
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

_MONTHS = 12
_YEAR = compiled(r"\d{4}")
_IN_FIGURES = compiled(
    r"(?<![\d/.-])(?:(?P<one>\d{1,2})(?P<sign>[/.-])\s?(?P<two>\d{1,2})(?P=sign)\s?(?P<year>\d{4})"
    r"|(?P<first>[12]\d{3})-(?P<second>\d{2})-(?P<third>\d{2}))(?![\d/-]|\.\d)"
)


@frozen
class Date:
    """A date in a text: its place, its words, and each day that it may mean as year, month and day; none may exist."""

    start: int
    end: int
    words: str
    readings: tuple[tuple[int, int, int], ...]

    @property
    def days(self) -> tuple[tuple[int, int, int], ...]:
        """The readings that are days of the calendar."""
        return tuple(dict.fromkeys(one for one in self.readings if is_day(*one)))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 0 < month <= _MONTHS and 0 < day <= monthrange(max(year, 1), month)[1]


def dates_in(text: str, language: str) -> tuple[Date, ...]:
    """Every date of a text with its year, those in words first; several rules ask for the same line."""
    return _dates_in(text, language) if has_year(text) else ()


@kept(KEPT_PARAGRAPHS)
def has_year(text: str) -> bool:
    """Whether a text has four figures in a row; most have none, and are read no further."""
    return bool(_YEAR.search(text))


@kept(1024)
def _dates_in(text: str, language: str) -> tuple[Date, ...]:
    figures = _IN_FIGURES.finditer(text)
    in_figures = (Date(*found.span(), found[0], tuple(_readings(found, language))) for found in figures)
    return (*worded_dates_in(text, language), *in_figures)


def worded_dates_in(text: str, language: str) -> Iterator[Date]:
    """Every date whose month is a word of the language; a text without a year or a month is read no further."""
    months = _months(language)
    if not has_year(text) or not any(map(text.casefold().__contains__, months)):
        return
    for pattern in _in_words(language):
        for found in pattern.finditer(text):
            day = int(found["year"]), months[found["month"].casefold()], int(found["day"])
            yield Date(*found.span(), found[0], (day,))


def _readings(found: re.Match[str], language: str) -> Iterator[tuple[int, int, int]]:
    if found["first"]:
        yield int(found["first"]), int(found["second"]), int(found["third"])
        return
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    yield year, two, one
    if found["sign"] != "." and not day_comes_first(language):
        yield year, one, two


def day_comes_first(language: str) -> bool:
    """Whether a date in figures has its day first wherever the language is written."""
    return str(number_data(language)["day_comes_first"]) == "yes"


@cache
def _months(language: str) -> dict[str, int]:
    return {name.casefold(): at for at, name in enumerate(number_data(language)["months"], 1)}


@cache
def _in_words(language: str) -> tuple[re.Pattern[str], ...]:
    slots = {
        "<day>": r"(?P<day>\d{1,2})",
        "<month>": rf"(?P<month>(?i:{'|'.join(_months(language))}))",
        "<year>": r"(?P<year>\d{4})",
    }
    return tuple(compiled(rf"(?<![\w.]){_filled(date, slots)}(?!\w)") for date in number_data(language)["dates"])


def _filled(pattern: str, slots: dict[str, str]) -> str:
    for slot, meant in slots.items():
        pattern = pattern.replace(slot, meant)
    return pattern
