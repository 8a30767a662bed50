"""Finds many phrases in a text in one pass: whole words, the longest first, never one inside another.

A text is read as words and single signs, so "Service Level" is found over a line break, "C++" is a phrase like any
other, and "Customer's" has a use of "Customer". What a hyphen joins is one word: "non-Business Day" and
"time-critical" hold neither "Business Day" nor "critical". Words are the same as they are written, or without regard to
capitals, or without regard to capitals and inflection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

from attrs import field, frozen

from sla_drafter.language.stems import stem

T = TypeVar("T")

# A word or number with its inner points and commas ("1.5"), or one sign.
_TOKEN = re.compile(r"\w+(?:(?<=\d)[.,](?=\d)\w+)*|[^\w\s]")
_HYPHENS = "-‐‑"
_APOSTROPHES = str.maketrans("’", "'")


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

    same: Callable[[str], str]
    by_first: Mapping[str, Sequence[_Entry[T]]] = field(repr=False)

    @classmethod
    def of(cls, phrases: Mapping[str, T], *, ignore_case: bool = False, inflected: str = "") -> PhraseIndex[T]:
        """An index of phrases, each with something that its finder wants to know; a phrase has at least one sign.

        `inflected` is the language whose inflected forms are the same word.
        """
        same = partial(stem, language=inflected) if inflected else str.casefold if ignore_case else str
        by_first: dict[str, list[_Entry[T]]] = {}
        for phrase, payload in phrases.items():
            tokens = tuple(token for token, _ in _tokens(phrase.translate(_APOSTROPHES), same))
            if not tokens:
                raise ValueError(f"{phrase!r} has no word to look for")
            by_first.setdefault(tokens[0], []).append(_Entry(tokens, payload))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry.tokens))
        return cls(same, by_first)

    def find(self, text: str) -> Iterator[Found[T]]:
        """Every use of a phrase, in the order of the text."""
        plain = text.translate(_APOSTROPHES)  # sign for sign, so that places stay true
        end = 0
        for first in _TOKEN.finditer(plain):
            entries = self.by_first.get(self.same(first[0]))
            if entries and first.start() >= end:
                longest = self._longest_at(plain, first.start(), entries)
                if longest:
                    entry, end = longest
                    yield Found(first.start(), end, text[first.start() : end], entry.payload)

    def _longest_at(self, text: str, start: int, entries: Sequence[_Entry[T]]) -> tuple[_Entry[T], int] | None:
        """The longest of these phrases that stands at a place, and where it ends there."""
        here = tuple(islice(_tokens(text, self.same, start), len(entries[0].tokens)))
        words = tuple(word for word, _ in here)
        for entry in entries:
            length = len(entry.tokens)
            if words[:length] == entry.tokens and not _is_part_of_a_longer_word(text, start, here[length - 1][1]):
                return entry, here[length - 1][1]
        return None


def _tokens(text: str, same: Callable[[str], str], start: int = 0) -> Iterator[tuple[str, int]]:
    """The words and signs of a text from a place on, each with its end."""
    for token in _TOKEN.finditer(text, start):
        yield same(token[0]), token.end()


def _is_part_of_a_longer_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins the place to another word."""
    before = start >= 2 and text[start - 1] in _HYPHENS and text[start - 2].isalnum() and text[start].isalnum()
    after = end + 1 < len(text) and text[end] in _HYPHENS and text[end + 1].isalnum() and text[end - 1].isalnum()
    return before or after
