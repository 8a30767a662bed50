"""What is left to be filled in: the signs and words by which a blank is known, in a fact as in anybody's paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.lints import wordlists

_SIGNS = (
    r"\[[\s•●■_.…–-]*\]|_{3,}|(?<!\.)\.{5,}+(?!\s*\d)|\{\{[^{}]{1,60}\}\}|\{[a-z][a-z0-9]*_[a-z0-9_]{1,40}\}"
    r"|<[A-Z][A-Z _-]{2,40}>|\b[Xx]{3,}\b|\?{3,}|\b(?:(?i:TBD|TBC|TBA)|TODO)\b"
    r"|\[[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9 /_.-]{3,60}\]"
)


def blanks_in(text: str, language: str) -> Iterator[re.Match[str]]:
    """What is left to be filled in, in a language and in English."""
    return left_to_fill(language).finditer(text)


@cache
def left_to_fill(language: str) -> re.Pattern[str]:
    """The signs and words of a blank, in a language and in English."""
    fill_in, to_be = (wordlists.either("blanks", language, key) for key in ("fill_in", "to_be"))
    return re.compile(rf"{_SIGNS}|(?i:\[(?:{fill_in})(?!\w)[^\[\]]{{0,80}}\])|(?i:\b(?:{to_be}))")
