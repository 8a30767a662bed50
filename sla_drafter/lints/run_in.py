"""Headings that stand in the line of their paragraph: "Machine Learning. Usage data may be used …"."""

from __future__ import annotations

from functools import cache

from sla_drafter.language.contracts import contract_words
from sla_drafter.language.patterns import compiled

_SIGN = r"[\w&/’'(),-]"
_HEADING = compiled(rf"(?P<words>{_SIGN}+(?: {_SIGN}+){{0,7}})[.:]\s+(?=[“„«\"(]?[A-ZÀ-ÖØ-Þ])")


def heading_end(words: str, language: str) -> int:
    """Where the heading in a line ends; 0 where it has none. Its words have capitals but for the small ones."""
    found = _HEADING.match(words)
    small = _small_words(language)
    is_heading = found and all(word in small or not word[0].islower() for word in found["words"].split())
    return found.end() if found and is_heading else 0


@cache
def _small_words(language: str) -> frozenset[str]:
    known = contract_words(language)
    return frozenset((*known.inside, *known.articles, *known.joiners))
