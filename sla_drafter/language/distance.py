"""The words nearest to a mistyped one, for "Did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR_ENOUGH = 0.6


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The candidates that a slip of the hand could have turned into this word, the nearest first.

    Capitals, and hyphens or spaces for underscores, are no difference.
    """
    from difflib import get_close_matches

    by_plain: dict[str, list[str]] = {}
    for candidate in candidates:
        by_plain.setdefault(_plain(candidate), []).append(candidate)
    near = get_close_matches(_plain(word), by_plain, n=limit, cutoff=_NEAR_ENOUGH)
    return tuple(candidate for plain in near for candidate in by_plain[plain])[:limit]


def alike(word: str, other: str) -> float:
    """How alike two words are, from 0 to 1; capitals, hyphens, spaces and underscores are no difference."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, _plain(word), _plain(other)).ratio()


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
