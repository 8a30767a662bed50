"""Which empty places of a paper are no blanks: boxes to tick, and the lines at which somebody signs.

A typed box has a label, "[ ] Gold [x] Silver": one of its line is ticked, or it stands where a choice begins. A line to
sign is one of a block in which a signature is asked for; the name, title and date beside it are part of that block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Part
from sla_drafter.values import frozen

_BOX = compiled(r"\[[\s_]*\](?=[ \t]?[^\W_])")
_TICKED = compiled(r"\[\s?[xX✓✔☒☑]\s?\]")
_OPENS = compiled(r"(?:\A|[\n:;,|/])[ \t•*-]*\Z")
_GOES_ON = compiled(r"[^.;\n]{1,60}\Z")
_BESIDE = 24
"""How many signs before a blank its label is looked for."""
_BLOCK, _FEW = 8, 10
"""How many lines before and after a signature may belong to its block, and how many words each of them has at most."""
_WORD = compiled(r"[^\W_]")
_SENTENCE = compiled(r"\w{3}[.;]\s*\Z")


def boxes(text: str, language: str) -> frozenset[int]:
    """Where the boxes to tick of a text begin."""
    found = list(_BOX.finditer(text)) if "[" in text else []
    if not found or _TICKED.search(text):
        return frozenset(one.start() for one in found)
    unit = _patterns(language).unit
    opening = [bool(_OPENS.search(text, max(0, one.start() - _BESIDE), one.start())) for one in found]
    counting = [bool(unit.match(text, one.end())) for one in found]
    if len(found) > 1 and all(opening) and not all(counting):
        return frozenset(one.start() for one in found)
    return frozenset(_labelled(text, found, opening, counting))


def _labelled(
    text: str, found: list[re.Match[str]], opening: Iterable[bool], counting: Iterable[bool]
) -> Iterator[int]:
    """The boxes whose labels have a capital: where a choice begins, and those right behind them."""
    before = -1
    for one, opens, counts in zip(found, opening, counting, strict=True):
        follows = before >= 0 and bool(_GOES_ON.fullmatch(text, before, one.start()))
        if (opens or follows) and not counts and text[one.end() :].lstrip()[:1].isupper():
            before = one.end()
            yield one.start()


@frozen
class ToSign:
    """The lines near a signature, by their place, those of them without a word, and how a language labels a blank."""

    lines: frozenset[int]
    bare: frozenset[int]
    beside: re.Pattern[str]

    def holds(self, at: int, blank: re.Match[str]) -> bool:
        """Whether a blank of a line is one that the hand that signs fills in."""
        if at not in self.lines:
            return False
        text, start = blank.string, blank.start()
        return at in self.bare or bool(self.beside.search(text, max(0, start - _BESIDE), start))


def to_sign(lines: tuple[Line, ...], language: str) -> ToSign:
    """The lines at which a paper is signed."""
    patterns = _patterns(language)
    signed = [at for at, line in enumerate(lines) if line.part is Part.SIGNATURE or _is_signed(line.words, patterns)]
    near = frozenset(one for at in signed for one in _block(lines, at))
    return ToSign(near, frozenset(at for at in near if not _WORD.search(lines[at].words)), patterns.beside)


def _is_signed(words: str, patterns: _Patterns) -> bool:
    waits = "_" in words or "....." in words or words.rstrip().endswith(":")  # most lines have nothing of it
    return waits and bool(patterns.signed.search(words))


def _block(lines: tuple[Line, ...], at: int) -> Iterator[int]:
    """A line and the short ones around it, up to the next sentence."""
    yield at
    for step in (-1, 1):
        for near in range(at + step, at + step * (_BLOCK + 1), step):
            if not 0 <= near < len(lines) or _is_sentence(lines[near].words):
                break
            yield near


def _is_sentence(words: str) -> bool:
    return len(words.split()) > _FEW or bool(_SENTENCE.search(words))


@frozen
class _Patterns:
    """How a language asks for a signature, labels what stands beside one, and names what a number counts."""

    signed: re.Pattern[str]
    beside: re.Pattern[str]
    unit: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    signed, beside, unit = (wordlists.either("blanks", language, key) for key in ("signed", "beside", "unit"))
    by = r"(?:\A|[\n|\t])\W{0,3}by"
    return _Patterns(
        compiled(rf"(?:\b(?:{signed})|{by})\s?(?::\s*(?:_|\.{{5}}|\Z)|\s*(?:_|\.{{5}}))", re.IGNORECASE),
        compiled(rf"(?:\b(?:{signed}|{beside})|{by})\W{{0,6}}\Z", re.IGNORECASE),
        compiled(rf"\s?(?:{unit})(?!\w)", re.IGNORECASE),
    )
