"""Finds many phrases in a text in one pass: whole words, the longest first, never one inside another.

A text is read as words and single signs, so "Service Level" is found over a line break, "C++" is a phrase like any
other, and "Customer's" has a use of "Customer". What a hyphen joins is one word: "non-Business Day" and
"time-critical" hold neither "Business Day" nor "critical". Words are the same as they are written, or without regard to
capitals, or without regard to capitals and inflection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Generic, TypeVar

from attrs import field, frozen

from sla_drafter.language.stems import stem

T = TypeVar("T")

# A word or number with its inner points and commas ("1.5"), or one sign.
_TOKEN = re.compile(r"\w+(?:(?<=\d)[.,](?=\d)\w+)*|[^\w\s]")
_HYPHENS = "-‐‑"
_APOSTROPHES = str.maketrans("’", "'")
_AS_WRITTEN, _CASE = "as written", "without case"
_FOLDS: Mapping[str, Callable[[str], str]] = {_AS_WRITTEN: str, _CASE: str.casefold}
"""What makes two words the same; any other fold is the language whose inflected forms are."""
_LONGEST_KEPT = 20_000
"""Signs of a text up to which its words are kept for the next index."""


@frozen
class Found(Generic[T]):
    """One phrase in a text: where it starts and ends, its words as they stand there, and what the index knows of it."""

    start: int
    end: int
    words: str
    payload: T


@frozen
class _Entry(Generic[T]):
    tokens: tuple[str, ...]
    payload: T


@frozen(eq=False)
class PhraseIndex(Generic[T]):
    """Phrases by their first word, the longest of each first."""

    fold: str
    by_first: Mapping[str, Sequence[_Entry[T]]] = field(repr=False)

    @classmethod
    def of(cls, phrases: Mapping[str, T], *, ignore_case: bool = False, inflected: str = "") -> PhraseIndex[T]:
        """An index of phrases, each with something that its finder wants to know; a phrase has at least one sign.

        `inflected` is the language whose inflected forms are the same word.
        """
        fold = inflected or (_CASE if ignore_case else _AS_WRITTEN)
        by_first: dict[str, list[_Entry[T]]] = {}
        for phrase, payload in phrases.items():
            tokens = _read_anew(phrase, fold).words
            if not tokens:
                raise ValueError(f"{phrase!r} has no word to look for")
            by_first.setdefault(tokens[0], []).append(_Entry(tokens, payload))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry.tokens))
        return cls(fold, by_first)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first words: a text without any of them, as most are, is read no further."""
        return frozenset(self.by_first)

    def find(self, text: str) -> Iterator[Found[T]]:
        """Every use of a phrase, in the order of the text."""
        read = _read(text, self.fold)
        begun = self.firsts & read.known
        end = 0
        for at, word in enumerate(read.words) if begun else ():
            if word in begun and read.places[at][0] >= end:
                longest = _longest_at(read, at, self.by_first[word])
                if longest:
                    start, end = read.places[at][0], longest[1]
                    yield Found(start, end, text[start:end], longest[0].payload)


@frozen(eq=False)
class _Read:
    """A text as its words and signs, folded, each with its place; several indexes ask for the same text."""

    plain: str
    words: tuple[str, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words)

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where each word starts and ends."""
        return tuple(token.span() for token in _TOKEN.finditer(self.plain))


def _read(text: str, fold: str) -> _Read:
    return _kept(text, fold) if len(text) <= _LONGEST_KEPT else _read_anew(text, fold)


def _read_anew(text: str, fold: str) -> _Read:
    plain = text.translate(_APOSTROPHES)  # sign for sign, so that places stay true
    same = _FOLDS.get(fold) or partial(stem, language=fold)
    return _Read(plain, tuple(map(same, _TOKEN.findall(plain))))


_kept = lru_cache(maxsize=8192)(_read_anew)


def _longest_at(read: _Read, at: int, entries: Sequence[_Entry[T]]) -> tuple[_Entry[T], int] | None:
    """The longest of these phrases that stands at a word of a text, and where it ends there."""
    for entry in entries:
        length = len(entry.tokens)
        if read.words[at : at + length] == entry.tokens:
            start, end = read.places[at][0], read.places[at + length - 1][1]
            if not _is_part_of_a_longer_word(read.plain, start, end):
                return entry, end
    return None


def _is_part_of_a_longer_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins the place to another word."""
    before = start >= 2 and text[start - 1] in _HYPHENS and text[start - 2].isalnum() and text[start].isalnum()
    after = end + 1 < len(text) and text[end] in _HYPHENS and text[end + 1].isalnum() and text[end - 1].isalnum()
    return before or after
