"""The words that a finding quotes, and where they stand: with what tells them from the same words before."""

from __future__ import annotations

from sla_drafter.language.patterns import compiled

_FURTHER = compiled(r"\W*\w+")
_MOST = 6
"""Words after those found that are quoted at most."""
_WORD = compiled(r"\w")


def place_of(text: str, quote: str) -> int:
    """Where words stand in a text, whole words before a part of longer ones: "herein" is not in "hereinafter"."""
    first = at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        if not (at and _WORD.match(text, at - 1)) and not _WORD.match(text, end):
            return at
        at = text.find(quote, at + 1)
    return first


def quote_at(text: str, start: int, end: int) -> str:
    """The words at a place, with as many after them as are needed for `place_of` to find that place."""
    for _ in range(_MOST):
        further = _FURTHER.match(text, end)
        if further is None or place_of(text, text[start:end]) == start:
            break
        end = further.end()
    return text[start:end]
