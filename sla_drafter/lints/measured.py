"""Figures in the user's own words that stand beside a word for a measured thing: availability, response, restore."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import sentences
from sla_drafter.lints import wordlists
from sla_drafter.lints.figures_said import SHARE, Figure, Size, figures_in
from sla_drafter.lints.promised import is_reckoned, word
from sla_drafter.values import frozen

_LEAST, _WHOLE = 80, 100
_NEAR = 60
"""How many signs may stand between a time and the word that says what it is a time of."""


@frozen
class Measured:
    """A figure, the thing that it is a figure of, and the word that says so.

    `is_sure` says that no other can be meant.
    """

    words: str
    size: Size
    thing: str
    beside: str
    is_sure: bool = False


def measured_in(text: str, language: str, *, is_clause: bool = False) -> Iterator[Measured]:
    """The figures of measured things in some words; in the words of a clause, times of cases alone."""
    for sentence in sentences(text, language):
        for figure in figures_in(sentence, language):
            if figure.size[0] == SHARE:
                yield from _share(sentence, figure, language)
            elif not is_clause or _word(language, "case").search(sentence):
                yield from _time(sentence, figure, language)


def _share(sentence: str, figure: Figure, language: str) -> Iterator[Measured]:
    beside = word(language, "available").search(sentence)
    border = _word(language, "border").search(_word(language, "allows").sub(" ", sentence))
    is_else = (
        is_reckoned(sentence, figure.start, figure.end)
        or border
        or word(language, "fee").search(sentence)
        or word(language, "assumed").search(sentence)
    )
    others = _word(language, "others").search(sentence)
    if beside and not is_else and _LEAST <= figure.size[1] <= _WHOLE:
        yield Measured(figure.words, figure.size, "availability", beside[0], not others)


def _time(sentence: str, figure: Figure, language: str) -> Iterator[Measured]:
    """A time after the nearest word for a response or a restore before it."""
    before = sentence[max(0, figure.start - _NEAR) : figure.start]
    places = ((found.start(), thing, found[0]) for thing in _TIMES for found in _word(language, thing).finditer(before))
    nearest = max(places, default=None)
    if nearest:
        yield Measured(figure.words, figure.size, nearest[1], nearest[2])


_TIMES = ("response", "restore")


@cache
def _word(language: str, key: str) -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{wordlists.listed('measured_things')[language][key]})", re.IGNORECASE)
