"""What is left to be filled in: the signs and words by which a blank is known, in a fact as in anybody's paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists

_SIGNS = (
    r"\[[\s•●■_.…–-]*\]|_{3,}|(?<!\.)\.{5,}+(?!\s*\d)|\{\{[^{}]{1,60}\}\}|\{[a-z][a-z0-9]*_[a-z0-9_]{1,40}\}"
    r"|<[A-Z][A-Z _-]{2,40}>|\?{3,}|\b(?:(?i:TBD|TBC|TBA)|TODO)\b"
    r"|\[[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9 /_.-]{3,60}\]"
)
_STARS = r"\[\*{1,2}\](?:(?<=[\s(\"„“«]\[\*\])|(?<=[\s(\"„“«]\[\*\*\])|(?<=\A\[\*\])\Z|(?<=\A\[\*\*\])\Z)"
"""Stars in brackets, which are no mark of a footnote: it stands right behind a word, or before what it says."""
_MONEY = r"(?:(?<=(?:EUR|USD|GBP|CHF) {0})|(?<=[€$£]{0})|(?<=[€$£] {0}))"


_SHARE = r"(?!(?!\]?\s?%))"
"""A percent sign follows. Denied twice, it is no word that is looked for first: far more lines have it than an X."""


def _figure(counted: str) -> str:
    """An X in the place of a figure, which is no tick of a box: what is counted or paid says so."""
    before = r"(?:(?<=\w \[[Xx]\])|(?<=\w \[[Xx]{2}\]))"
    after_bracket, after_two = (_MONEY.format(sign) for sign in (r"\[", "[Xx]{2}"))
    in_brackets = rf"\[(?:{after_bracket}[Xx]{{1,2}}\]|[Xx]{{1,2}}\]{before}{counted})"
    two = rf"(?i:xx)(?<!\w(?i:xx))(?:[Xx]+\b|[.,]XX?{_SHARE}|\b(?:{after_two}|{counted}))"
    return "|".join((in_brackets, two, *(rf"{one}XX?{_SHARE}" for one in (r"X\.", "X,", r"\d\d\.", r"\d\d,"))))


def blanks_in(text: str, language: str) -> Iterator[re.Match[str]]:
    """What is left to be filled in, in a language and in English."""
    return left_to_fill(language).finditer(text)


@cache
def left_to_fill(language: str) -> re.Pattern[str]:
    """The signs and words of a blank, in a language and in English."""
    fill_in, to_be, unit = (wordlists.either("blanks", language, key) for key in ("fill_in", "to_be", "unit"))
    counted = rf"(?!(?!\s?(?:[%€]|(?i:{unit})(?!\w))))"
    return compiled(
        rf"{_SIGNS}|{_STARS}|{_figure(counted)}|(?i:\[(?:{fill_in})(?!\w)[^\[\]]{{0,80}}\])|(?i:\b(?:{to_be}))"
    )
