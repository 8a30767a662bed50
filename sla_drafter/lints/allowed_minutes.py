"""How many minutes of downtime a paper says that a promised share leaves, and how many it does leave.

Both stand in one passage, "99.9% … 43.2 minutes per month". A month has 28 to 31 days; minutes are rounded by somebody,
so they agree when they are within a twentieth of what the shortest and the longest period leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import sentence_spans
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import SHARE, passages, value_of, word
from sla_drafter.values import frozen

_DAYS = {"month": (28, 31), "quarter": (90, 92), "year": (365, 366), "week": (7, 7), "day": (1, 1)}
_MINUTES_A_DAY = 24 * 60
_SCALE = {"seconds": Fraction(1, 60), "minutes": Fraction(1), "hours": Fraction(60)}
_ROUNDING = Fraction(1, 20)
_LEAST = 80
_APART, _AROUND = 90, 40


@frozen
class Allowed:
    """A share and the minutes beside it: where, in which words, and between which minutes they would agree."""

    clause: str
    words: str
    share: str
    minutes: str
    shortest: Fraction
    longest: Fraction
    said: Fraction

    @property
    def agrees(self) -> bool:
        """Whether some calendar and some rounding make the two the same."""
        return self.shortest * (1 - _ROUNDING) <= self.said <= self.longest * (1 + _ROUNDING)

    @property
    def least(self) -> str:
        """The minutes that the share leaves in the shortest period."""
        return _spelled(self.shortest)

    @property
    def most(self) -> str:
        """The minutes that it leaves in the longest."""
        return _spelled(self.longest)


def allowed(paper: Paper) -> Iterator[Allowed]:
    """Every share of a paper that has minutes of a period behind it, in the same sentence."""
    for passage in passages(paper):
        for found in _times(paper.language).finditer(passage.words) if "%" in passage.words else ():
            before = list(SHARE.finditer(passage.words, max(0, found.start() - _APART), found.start()))
            if before and _is_what_it_leaves(passage.words, before[-1].end(), found, paper.language):
                yield from _made(passage.clause, passage.words, before[-1], found)


def _is_what_it_leaves(text: str, start: int, time: re.Match[str], language: str) -> bool:
    """Whether a time behind a share is the downtime that it leaves: said so, or in brackets right behind it."""
    between, around = text[start : time.start()], text[start : time.end() + _AROUND]
    if re.search(r";\s|\d\s?\w+(?:,? \w+)?\s?\Z", between) or word(language, "planned").search(around):
        return False
    if ". " in between and len(tuple(sentence_spans(text[start : time.end()], language))) > 1:
        return False
    return bool(word(language, "down").search(around) or re.match(r"[\w\s,]{0,24}[(=≈–—|]", between))


def without_times(text: str, language: str) -> str:
    """A text without its times of a period: what a share leaves is no test of when a service is down."""
    return _times(language).sub("", text)


def _made(clause: str, text: str, share: re.Match[str], time: re.Match[str]) -> Iterator[Allowed]:
    promised, period = value_of(share["share"]), _period(time)
    if not _LEAST <= promised < 100:
        return
    scale = next(scale for name, scale in _SCALE.items() if time[name])
    left = (100 - promised) / 100 * _MINUTES_A_DAY
    shortest, longest = (left * days for days in _DAYS[period])
    said = value_of(time["figure"]) * scale
    yield Allowed(clause, text[share.start() : time.end()], share[0], _spelled(said), shortest, longest, said)


def _period(time: re.Match[str]) -> str:
    named = next(name for name in ("month", "quarter", "year", "year2", "week", "day") if time[name] is not None)
    return named.rstrip("2")


def _spelled(minutes: Fraction) -> str:
    return str(spelled.decimal(round(minutes, 1)))


@cache
def _times(language: str) -> re.Pattern[str]:
    """A time of a period: a number, its unit, and at a little distance the period."""
    listed = wordlists.listed("levels")[language]
    units = "|".join(rf"(?P<{name}>{listed[name]})" for name in _SCALE)
    return compiled(
        rf"(?<![\d.,])(?P<figure>\d{{1,4}}(?:[.,]\d{{1,3}})?)\s?(?:{units})(?!\w)[^.;%\d]{{0,40}}?"
        rf"{listed['per']}\s?(?:\w{{1,12}}\s)?(?:{listed['periods']})",
        re.IGNORECASE,
    )
