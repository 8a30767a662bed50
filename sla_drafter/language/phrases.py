"""Finds many phrases in a text in one pass: whole words, the longest first, never one inside another.

A text is read as words and single signs, so "Service Level" is found over a line break, "C++" is a phrase like any
other, and "Customer's" has a use of "Customer". What a hyphen joins is one word: "non-Business Day" and
"time-critical" hold neither "Business Day" nor "critical". Words are the same as they are written, or without regard to
capitals, or without regard to capitals and inflection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from attrs import field

from sla_drafter.language.kept import KEPT_PARAGRAPHS, kept
from sla_drafter.language.patterns import compiled
from sla_drafter.language.stems import stems
from sla_drafter.values import frozen

T = TypeVar("T")

# A word or number with its inner points and commas ("1.5"), or one sign.
_TOKEN = compiled(r"\w+(?:(?<=\d)[.,](?=\d)\w+)*|[^\w\s]")
_HYPHENS = "-‐‑"
_AS_WRITTEN, _CASE = "as written", "without case"
"""What makes two words the same; any other fold is the language whose inflected forms are."""


@frozen
class Found(Generic[T]):
    """One phrase in a text: where it starts and ends, its words as they stand there, and what the index knows of it."""

    start: int
    end: int
    words: str
    payload: T


@frozen
class _Entry(Generic[T]):
    """A phrase: its words, the place among them of the longest, by which it is looked up, and what is known of it."""

    tokens: tuple[str, ...]
    longest: int
    payload: T


@frozen(eq=False)
class PhraseIndex(Generic[T]):
    """Phrases by their longest word: a text that does not hold it, as most do not, is read no further."""

    fold: str
    by_longest: Mapping[str, Sequence[_Entry[T]]] = field(repr=False)

    @classmethod
    def of(cls, phrases: Mapping[str, T], *, ignore_case: bool = False, inflected: str = "") -> PhraseIndex[T]:
        """An index of phrases, each with something that its finder wants to know; a phrase has at least one sign.

        `inflected` is the language whose inflected forms are the same word.
        """
        fold = inflected or (_CASE if ignore_case else _AS_WRITTEN)
        by_longest: dict[str, list[_Entry[T]]] = {}
        for phrase, payload in phrases.items():
            tokens = _read_anew(phrase).folded(fold)
            if not tokens:
                raise ValueError(f"{phrase!r} has no word to look for")
            longest = max(tokens, key=len)
            by_longest.setdefault(longest, []).append(_Entry(tokens, tokens.index(longest), payload))
        return cls(fold, by_longest)

    @cached_property
    def looked_up(self) -> frozenset[str]:
        """The longest word of each phrase."""
        return frozenset(self.by_longest)

    def words_of(self, text: str) -> frozenset[str]:
        """The words of a text, each as this index makes words the same."""
        return frozenset(_read(text).folded(self.fold))

    def among(self, words: frozenset[str]) -> Iterator[str]:
        """The longest word of each phrase of which all words are among these, in whatever order."""
        for word in self.looked_up & words:
            for entry in self.by_longest[word]:
                if words.issuperset(entry.tokens):
                    yield word

    def find(self, text: str) -> Iterator[Found[T]]:
        """Every use of a phrase, in the order of the text."""
        read = _read(text)
        words, looked_up, free = read.folded(self.fold), self.looked_up, 0
        places = [at for at, word in enumerate(words) if word in looked_up]
        for at, entries in sorted(self._standing(read, words, places).items()) if places else ():
            if at >= free:
                longest = entries[0] if len(entries) == 1 else max(entries, key=lambda entry: len(entry.tokens))
                free = at + len(longest.tokens)
                start, end = read.span(at, free)
                yield Found(start, end, text[start:end], longest.payload)

    def _standing(self, read: _Read, words: tuple[str, ...], places: list[int]) -> dict[int, list[_Entry[T]]]:
        """The phrases that stand in a text, by the word at which they begin; `places` are those of longest words."""
        found: dict[int, list[_Entry[T]]] = {}
        for at in places:
            for entry in self.by_longest[words[at]]:
                start, end = at - entry.longest, at - entry.longest + len(entry.tokens)
                if start >= 0 and words[start:end] == entry.tokens and read.stands_alone(start, end):
                    found.setdefault(start, []).append(entry)
        return found


@frozen(eq=False)
class _Read:
    """A text as its words and signs, and where they start; several indexes ask for the same text."""

    plain: str
    tokens: tuple[str, ...]
    has_hyphen: bool
    by_fold: dict[str, tuple[str, ...]] = field(factory=dict)  # each is put there once and whole

    def folded(self, fold: str) -> tuple[str, ...]:
        """The words as a fold makes them the same."""
        found = self.tokens if fold == _AS_WRITTEN else self.by_fold.get(fold)
        if found is None:
            same = str.casefold if fold == _CASE else stems(fold).__getitem__
            found = self.by_fold[fold] = tuple(map(same, self.tokens))
        return found

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts: threads share a text, so all is found first and then kept as a whole."""
        find, behind = self.plain.find, 0
        starts: list[int] = []
        for token in self.tokens:
            start = find(token, behind)  # between two words there is white space alone
            behind = start + len(token)
            starts.append(start)
        return tuple(starts)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Where the words from one up to another start and end in the text."""
        return self.starts[first], self.starts[end - 1] + len(self.tokens[end - 1])

    def stands_alone(self, first: int, end: int) -> bool:
        """Whether no hyphen joins the words from one up to another to a word beside them."""
        return not (self.has_hyphen and _is_part_of_a_longer_word(self.plain, *self.span(first, end)))


def _read_anew(text: str) -> _Read:
    plain = text.replace("’", "'")  # sign for sign, so that places stay true
    return _Read(plain, tuple(_TOKEN.findall(plain)), any(map(plain.__contains__, _HYPHENS)))


_read = kept(2 * KEPT_PARAGRAPHS)(_read_anew)


def _is_part_of_a_longer_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins the place to another word."""
    before = start >= 2 and text[start - 1] in _HYPHENS and text[start - 2].isalnum() and text[start].isalnum()
    after = end + 1 < len(text) and text[end] in _HYPHENS and text[end + 1].isalnum() and text[end - 1].isalnum()
    return before or after
