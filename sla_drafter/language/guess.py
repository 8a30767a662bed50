"""Tells the language of a text from its small words: those that every sentence has and no other language shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sla_drafter.language.patterns import compiled

_LISTS = {
    "en": "the of and to shall any by with for this which be is",
    "de": "der die das und den von zu mit für ist nicht wird werden eine oder dem",
    "fr": "le les des et du une est dans pour par qui sont au aux ou cette",
    "es": "el los las y del una por con para que se su al o cuando",
}
_SMALL: Mapping[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _LISTS.items()}
_TELLING = frozenset().union(*_SMALL.values())
_WORD = compiled(r"[^\W\d_]+")
ENOUGH = 4_000
"""Words after which the language is settled."""


def guess(texts: Iterable[str]) -> str:
    """The language of these texts, one of en, de, fr and es; English where nothing tells."""
    seen: list[str] = []
    read = 0
    for text in texts:
        words = text[: ENOUGH * 10].lower().split()
        read += len(words)
        seen += filter(_TELLING.__contains__, words)  # a small word is seldom beside a sign
        if read > ENOUGH:
            break
    counted = Counter(seen)
    return max(_SMALL, key=lambda language: sum(counted[word] for word in _SMALL[language]))


_FEWEST_WORDS, _FEWEST_SMALL, _SHARE = 7, 3, 5


def stands_in(sentence: str, language: str) -> str:
    """The other language in which a sentence stands; empty where one of its small words is of this language."""
    small = sentence.lower()
    if not _SMALL[language].isdisjoint(small.split()):
        return ""  # so it is with most sentences
    words = _WORD.findall(small)
    if len(words) < _FEWEST_WORDS or not _SMALL[language].isdisjoint(words):
        return ""
    seen = {other: sum(word in small for word in words) for other, small in _SMALL.items()}
    most = max(seen, key=lambda other: seen[other])
    return most if seen[most] >= max(_FEWEST_SMALL, len(words) // _SHARE) else ""
