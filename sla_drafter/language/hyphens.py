"""Where a word may be divided at the end of a line: by the hyphenation patterns of its language.

An address, a number and a word in capitals are never divided, and no part has fewer than three letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sla_drafter.language.kept import LONGEST_WORD, kept
from sla_drafter.language.patterns import compiled

if TYPE_CHECKING:
    from pyphen import Pyphen

_LEAST_WORD, _LEAST_PART = 8, 3
_WHOLE = compiled(r"[@:\d_\\]|\w[.]\w")
_LETTERS = compiled("[A-Za-z\u00c0-\u024f]+")
_JOINED = compiled(r"(?<=\w[-/])(?=\w)")


@kept(4096, LONGEST_WORD)
def parts_of(word: str, language: str) -> tuple[str, ...]:
    """The parts of a word between which a line may end; the word alone where it may not be divided.

    A part that ends with a hyphen or a stroke is divided without another sign. `language` is a code such as "de".
    """
    if _WHOLE.search(word):
        return (word,)
    return tuple(part for piece in _JOINED.split(word) for part in _divided(piece, language))


def _divided(piece: str, language: str) -> Iterator[str]:
    patterns = _patterns(language)
    start = 0
    for letters in _LETTERS.finditer(piece):
        if patterns is None or len(letters[0]) < _LEAST_WORD or letters[0].isupper():
            continue
        for position in patterns.positions(letters[0]):
            yield piece[start : letters.start() + position]
            start = letters.start() + position
    yield piece[start:]


@cache
def _patterns(language: str) -> Pyphen | None:
    """The patterns of a language; None for one that has none."""
    import pyphen

    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=_LEAST_PART, right=_LEAST_PART) if known else None
