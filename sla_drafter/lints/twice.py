"""Numbers that a paper says twice: "thirty (30)", "30 (dreißig)", "cinq pour cent (5 %)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sla_drafter.language.counting import number_data, spelled_number

_WORDS = r"[^\W\d_]{1,40}(?:[- ][^\W\d_]{1,20}){0,6}"
_FIGURE = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d{1,6}"
_GROUPS = re.compile(r"\D")
_LONGEST = 120
"""How many signs a number in words has at most."""


@frozen
class Twice:
    """A number in words and in figures: the whole place, its two parts, and what each of them says."""

    words: str
    in_words: str
    in_figures: str
    spelled: int
    figure: int


def said_twice(text: str, language: str) -> Iterator[Twice]:
    """Every number of a text that stands there in words and in figures, one of them in brackets."""
    if "(" not in text:
        return
    figure_in_brackets, words_in_brackets = _patterns(language)
    for found in figure_in_brackets.finditer(text):
        before = max(0, found.start() - _LONGEST)
        spelled = spelled_number(text[before : found.start()], language)
        if spelled:
            yield _twice(text[found.start() - len(spelled[0]) : found.end()], spelled, found["figure"])
    for found in words_in_brackets.finditer(text):
        spelled = spelled_number(found["words"], language)
        if spelled and spelled[0] == found["words"]:
            yield _twice(found[0], spelled, found["figure"])


def _twice(words: str, spelled: tuple[str, int], figure: str) -> Twice:
    return Twice(words, spelled[0], figure, spelled[1], int(_GROUPS.sub("", figure)))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    percent = "|".join(map(re.escape, number_data(language)["percent"]))
    return (
        re.compile(rf"(?<=\w)(?: (?:{percent}))? ?\((?P<figure>{_FIGURE})(?:\s?%)?\)"),
        re.compile(rf"(?<![\w.,])(?P<figure>{_FIGURE})(?:\s?%)? ?\((?P<words>{_WORDS}?)(?: (?:{percent}))?\)"),
    )
