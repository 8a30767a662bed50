"""On which side of its border a target lies: `at least` and `at most`, and what people write for them."""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter.language.distance import nearest
from sla_drafter.language.patterns import compiled

LEAST, MOST = "at least", "at most"
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    LEAST: (
        "at least", "≥", ">=", ">", "not less than", "no less than", "minimum", "min", "more than", "over", "above",
    ),
    MOST: (
        "at most", "≤", "<=", "<", "not more than", "no more than", "maximum", "max", "up to", "less than", "under",
        "below", "within",
    ),
}  # fmt: skip
_SIDES = {words: side for side, several in _WRITTEN.items() for words in several}
_NEITHER = ("about", "around", "approximately", "between", "nearly", "usually")  # near to a side by their letters only
_FIRST = compiled(r"(?P<side>[^\d]*?)[ .]*(?P<border>\d.*)")
_LAST = compiled(r"(?P<border>\d.*?) +(?P<side>\D+)")


def meant(words: str) -> tuple[str, str]:
    """The side that was meant, and the border behind it: of "at lest 99.9%", `at least` and 99.9%.

    The side is empty where the words name none, the border where there is no figure, or two.
    """
    found = _FIRST.fullmatch(words)
    if not found or " and " in found["border"]:
        return "", ""
    side = _side(found["side"])
    behind = None if found["side"].strip() else _LAST.fullmatch(words)
    if behind and behind["side"].casefold() in _SIDES:
        return _side(behind["side"]), behind["border"]
    return side, found["border"]


def _side(words: str) -> str:
    """The side of words that are one, or nearly so; empty for others."""
    near = nearest(words, (*_SIDES, *_NEITHER), limit=1) if words.strip() else ()
    return _SIDES.get(near[0], "") if near else ""
