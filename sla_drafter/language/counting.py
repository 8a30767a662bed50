"""Reads number words: "one hundred and twenty", "einundzwanzig", "quatre-vingt-dix", "treinta y cinco".

The words of a language are data (`data/<language>_numbers.yaml`): `words` are added up, `multipliers` multiply what
stands before them, `joiners` stand between two words, `points` stand for the decimal point. German writes a number as
one word (`written_together`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.data_files import read_lists
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

_NINE, _THOUSAND = 9, 1000
_PIECE = compiled(r"[^\W\d]+")


@frozen
class NumberWords:
    """The words of which a language makes its numbers."""

    values: Mapping[str, int]
    multipliers: Mapping[str, int]
    joiners: frozenset[str]
    morpheme: re.Pattern[str] | None
    together: tuple[tuple[str, str], ...]

    def pieces(self, word: str) -> tuple[str, ...] | None:
        """The number words that a word is made of; None when it is no number."""
        if word in self.values or word in self.multipliers:
            return (word,)
        found = tuple(self.morpheme.findall(word)) if self.morpheme else ()
        is_number = "".join(found) == word and any(one in self.values or one in self.multipliers for one in found)
        return found if found and is_number else None


def spelled_number(words: str, language: str) -> tuple[str, int] | None:
    """The number that the last of these words spell, with those words; None when the last word is no number."""
    known = number_words(language)
    start = len(words)
    pieces: list[str] = []
    for place, word in reversed(list(_words(words, known))):
        found = known.pieces(word) or (() if pieces and word in known.joiners else None)
        if found is None:
            break
        pieces[:0] = found
        start = place if found else start
    return (words[start:], _value(pieces, known)) if pieces else None


def spelled_decimal(words: str, language: str) -> tuple[str, Decimal] | None:
    """The same for a number that may have a point: "ninety-nine point nine five"."""
    point = next(iter(reversed(list(_points(language).finditer(words)))), None)
    digits = _digits(words[point.end() :], language) if point else ""
    whole = spelled_number(words[: point.start()], language) if point and digits else None
    if point and whole:
        return words[point.start() - len(whole[0]) :], Decimal(f"{whole[1]}.{digits}")
    plain = spelled_number(words, language)
    return (plain[0], Decimal(plain[1])) if plain else None


def _digits(words: str, language: str) -> str:
    """The digits behind a point, said one by one or as a number; empty where other words stand there."""
    values, spelled = number_words(language).values, words.lower().split()
    if all(0 <= values.get(word, -1) <= _NINE for word in spelled):
        return "".join(str(values[word]) for word in spelled)
    number = spelled_number(words, language)
    return str(number[1]) if number and number[0] == words else ""


@cache
def _points(language: str) -> re.Pattern[str]:
    """The word for a decimal point between two others."""
    return compiled(rf" (?:{'|'.join(number_data(language)['points'])}) (?=\w)", re.IGNORECASE)


def _words(words: str, known: NumberWords) -> Iterator[tuple[int, str]]:
    """The words with their places; those that are one number word in spite of a hyphen are one."""
    lowered = words.lower()
    for whole, one in known.together:
        lowered = lowered.replace(whole, one)
    for piece in _PIECE.finditer(lowered):
        yield piece.start(), piece[0]


def _value(pieces: list[str], known: NumberWords) -> int:
    whole, part = 0, 0
    for piece in pieces:
        factor = known.multipliers.get(piece)
        if factor is None:
            part += known.values.get(piece, 0)
        elif factor == _THOUSAND:
            whole, part = whole + max(part, 1) * factor, 0
        else:
            part = max(part, 1) * factor
    return whole + part


@cache
def number_words(language: str) -> NumberWords:
    """The number words of a language, read once; another language raises `UnknownLanguage`."""
    data = number_data(language)
    values = {word: int(value) for word, value in data["words"].items()}
    factors = {word: int(value) for word, value in data["multipliers"].items()}
    joiners = frozenset(data["joiners"])
    # A word with a hyphen is kept whole under a sign of the same length, so that places stay true.
    together = tuple((word, word.replace("-", "_")) for word in sorted(values, key=len, reverse=True) if "-" in word)
    longest_first = sorted((*values, *factors, *joiners), key=len, reverse=True)
    morpheme = compiled("|".join(map(re.escape, longest_first))) if data["written_together"] == "yes" else None
    return NumberWords(
        {word.replace("-", "_"): value for word, value in values.items()}, factors, joiners, morpheme, together
    )


@cache
def number_data(language: str) -> Any:
    """What the data file of a language says of its numbers and dates."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    return read_lists("sla_drafter.language", f"{language}_numbers.yaml")
