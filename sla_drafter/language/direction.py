"""From which side words are read: by the directions that Unicode gives to their letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sla_drafter.language.patterns import compiled

FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The letters that run from right to left, as ranges of a pattern."""

_RIGHT = compiled(f"[{FROM_THE_RIGHT}]")
_STRETCH = compiled(rf"([{FROM_THE_RIGHT}](?:[^\w]*[{FROM_THE_RIGHT}])*)")
_SIDES = frozenset({"L", "R", "AL"})


def begins_right(words: Iterable[str]) -> bool:
    """Whether a text is set from the right: its first letter that has a direction runs from right to left."""
    sides = (unicodedata.bidirectional(letter) for part in words for letter in part)
    return next((side for side in sides if side in _SIDES), "L") != "L"


def runs_right(words: str) -> bool:
    """Whether any letter of these words runs from right to left."""
    return not words.isascii() and _RIGHT.search(words) is not None


def stretches(words: str) -> list[str]:
    """The words in stretches of one direction: every second one runs from right to left, and the first may be empty."""
    return _STRETCH.split(words)
