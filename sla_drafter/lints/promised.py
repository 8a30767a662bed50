"""What the words of a foreign paper say of its service levels: the shares it promises, and what it settles anywhere.

A rule that asks whether something is said reads the whole paper first: it finds a fault only where it is said nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache

from sla_drafter.language.patterns import compiled
from sla_drafter.language.searched import Sought
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Paper, Part
from sla_drafter.values import frozen

SHARE = compiled(r"(?<![\d.,])(?P<share>\d{1,3}(?:[.,]\d{1,4})?)\s?%")
_RECKONED = compiled(r"[×x*·/+–−-]\s*\Z"), compiled(r"\s*(?:[×*·/–−-]|minus|less|subtract|abzüglich|moins|menos)")
"""What stands before and behind a share that is a part of a sum: "… / total x 100%", "100% minus …"."""
_BESIDE, _BEFORE = 4, 32
_LEAST, _WHOLE = 80, 100
_NEAR = 160
"""How many signs may stand between a share and the word that says what it is a share of."""


@frozen
class Passage:
    """A paragraph, or a row of a table with its cells behind each other: in which clause it stands, and its words."""

    clause: str
    words: str
    part: Part
    lines: int = 1


@frozen
class Share:
    """A promised share of time: where it stands, the words, and how much."""

    clause: str
    words: str
    value: Fraction


@lru_cache(maxsize=4)
def passages(paper: Paper) -> tuple[Passage, ...]:
    """The headings, paragraphs and rows of a paper, in their order."""
    return tuple(_passages(paper.lines))


def _passages(lines: tuple[Line, ...]) -> Iterator[Passage]:
    cells: list[str] = []
    for at, line in enumerate(lines):
        if line.part is not Part.TABLE:
            yield Passage(line.clause, line.words, line.part)
            continue
        cells.append(line.words)
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is None or after.part is not Part.TABLE or after.clause != line.clause:
            yield Passage(line.clause, " | ".join(cells), Part.TABLE, len(cells))
            cells = []


def passages_holding(paper: Paper, sought: Sought) -> Iterator[Passage]:
    """The passages in which something may stand, in their order; no word goes over the bar between two cells."""
    held = dict.fromkeys(_passage_of(paper)[at] for at in paper.places_holding(sought))
    return (passages(paper)[at] for at in held)


@lru_cache(maxsize=4)
def _passage_of(paper: Paper) -> tuple[int, ...]:
    """The place among the passages of each line."""
    return tuple(at for at, passage in enumerate(passages(paper)) for _ in range(passage.lines))


@cache
def word(language: str, *keys: str) -> re.Pattern[str]:
    """A pattern of any of these matters in a language; a word is found from its beginning."""
    listed = wordlists.listed("levels")[language]
    return compiled("|".join(rf"(?<!\w)(?:{listed[key]})" for key in keys), re.IGNORECASE)


@lru_cache(maxsize=64)
def says(paper: Paper, *keys: str) -> bool:
    """Whether one passage of a paper speaks of all these matters."""
    first, *others = (word(paper.language, key) for key in keys)
    held = passages_holding(paper, first)
    return any(all(pattern.search(passage.words) for pattern in (first, *others)) for passage in held)


@lru_cache(maxsize=4)
def shares(paper: Paper) -> tuple[Share, ...]:
    """The shares of time that a paper promises: a percentage near a word for availability, and near no fee."""
    return tuple(share for passage in passages(paper) if "%" in passage.words for share in _promised(passage, paper))


def _promised(passage: Passage, paper: Paper) -> Iterator[Share]:
    words = passage.words
    available, fee, assumed = (_places(word(paper.language, key), words) for key in ("available", "fee", "assumed"))
    for found in SHARE.finditer(words) if available else ():
        start, end = found.span()
        value = value_of(found["share"])
        is_one = _LEAST <= value <= _WHOLE and _stands(available, start - _NEAR, end + _NEAR)
        is_none = _stands(fee, start - _NEAR, end + _NEAR) or _stands(assumed, start - _BEFORE, start)
        if is_one and not is_none and not is_reckoned(words, found.start(), found.end()):
            yield Share(passage.clause, found[0], value)


def _places(pattern: re.Pattern[str], words: str) -> list[int]:
    return [found.start() for found in pattern.finditer(words)]


def _stands(places: list[int], start: int, end: int) -> bool:
    """Whether one of these places, which are in their order, stands between two others."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def value_of(figure: str) -> Fraction:
    """A figure with a point or a comma, as a number."""
    return Fraction(figure.replace(",", "."))


def is_reckoned(words: str, start: int, end: int) -> bool:
    """Whether a share that stands there is a part of a sum: 100% minus the share of downtime."""
    before, behind = _RECKONED
    return bool(before.search(words, max(0, start - _BESIDE), start) or behind.match(words, end))
