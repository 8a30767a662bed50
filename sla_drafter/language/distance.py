"""The words nearest to a mistyped one, for "Did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable

_NEAR_ENOUGH = 0.6
_CONSIDERED = 12


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The candidates that a slip of the hand could have turned into this word, the nearest first.

    Capitals, and hyphens or spaces for underscores, are no difference. Of those that are equally near, one of the same
    letters is nearer: GPB is GBP.
    """
    from difflib import get_close_matches

    by_plain: dict[str, list[str]] = {}
    for candidate in candidates:
        by_plain.setdefault(_plain(candidate), []).append(candidate)
    typed = _plain(word)
    near = get_close_matches(typed, by_plain, n=max(limit, _CONSIDERED), cutoff=_NEAR_ENOUGH)
    near.sort(key=lambda one: (-alike(typed, one), sorted(one) != sorted(typed)))
    return tuple(candidate for plain in near for candidate in by_plain[plain])[:limit]


def alike(word: str, other: str) -> float:
    """How alike two words are, from 0 to 1; capitals, hyphens, spaces and underscores are no difference."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, _plain(word), _plain(other)).ratio()


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
