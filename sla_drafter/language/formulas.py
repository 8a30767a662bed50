"""The readability formulas of each language, by name: what their authors published, computed exactly.

| language | formula | a higher score is |
|----------|---------|-------------------|
| en | Flesch (1948) | easier |
| en | Flesch-Kincaid grade, Gunning fog, ARI (automated readability index) | harder: years of school |
| de | Amstad (1978), the Flesch reading ease fitted to German | easier |
| de | first Wiener Sachtextformel (Bamberger and Vanecek, 1984) | harder: years of school |
| fr | Kandel-Moles (1958), the Flesch reading ease fitted to French | easier |
| es | Fernández Huerta (1959), the Flesch reading ease fitted to Spanish | easier |
| es | Szigriszt-Pazos (1993), the Flesch reading ease fitted anew | easier |
| all | LIX (Björnsson, 1968) | harder |

The first of a language is its reading ease. Scores are rounded once, to one decimal, half to even.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from types import MappingProxyType

from sla_drafter.values import frozen

LONG = 7
"""Letters from which LIX and the Wiener Sachtextformel call a word long."""
MANY = 3
"""Syllables from which the fog index and the Wiener Sachtextformel call a word hard."""


@frozen
class Counts:
    """What the formulas count in a text: sentences, words, and how many words are short, long or hard."""

    sentences: int
    words: int
    syllables: int
    letters: int = 0
    long_words: int = 0
    hard_words: int = 0
    short_words: int = 0

    @property
    def words_per_sentence(self) -> Fraction:
        return Fraction(self.words, self.sentences)

    @property
    def syllables_per_word(self) -> Fraction:
        return Fraction(self.syllables, self.words)

    def percent(self, words: int) -> Fraction:
        """So many of the words, in per cent of all."""
        return Fraction(100 * words, self.words)


def _ease(start: str, of_words: str, of_syllables: str) -> Callable[[Counts], Fraction]:
    """A formula after Flesch: what a word in a sentence and a syllable in a word take from the score of nothing."""
    first, words, syllables = map(Fraction, (start, of_words, of_syllables))
    return lambda text: first - words * text.words_per_sentence - syllables * text.syllables_per_word


def _kincaid(text: Counts) -> Fraction:
    grade = Fraction("0.39") * text.words_per_sentence + Fraction("11.8") * text.syllables_per_word
    return grade - Fraction("15.59")


def _fog(text: Counts) -> Fraction:
    return Fraction("0.4") * (text.words_per_sentence + text.percent(text.hard_words))


def _automated(text: Counts) -> Fraction:
    letters = Fraction("4.71") * Fraction(text.letters, text.words)
    return letters + Fraction("0.5") * text.words_per_sentence - Fraction("21.43")


def _wiener(text: Counts) -> Fraction:
    hard = Fraction("0.1935") * text.percent(text.hard_words)
    long = Fraction("0.1297") * text.percent(text.long_words)
    short = Fraction("0.0327") * text.percent(text.short_words)
    return hard + Fraction("0.1672") * text.words_per_sentence + long - short - Fraction("0.875")


def _lix(text: Counts) -> Fraction:
    return text.words_per_sentence + text.percent(text.long_words)


Formulas = Mapping[str, Callable[[Counts], Fraction]]
_LIX: Formulas = {"LIX": _lix}
FORMULAS: Mapping[str, Formulas] = MappingProxyType(
    {
        "en": {
            "Flesch": _ease("206.835", "1.015", "84.6"),
            "Flesch-Kincaid grade": _kincaid,
            "Gunning fog": _fog,
            "ARI": _automated,
            **_LIX,
        },
        "de": {"Amstad": _ease("180", "1", "58.5"), "Wiener Sachtextformel": _wiener, **_LIX},
        "fr": {"Kandel-Moles": _ease("207", "1.015", "73.6"), **_LIX},
        "es": {
            "Fernández Huerta": _ease("206.84", "1.02", "60"),
            "Szigriszt-Pazos": _ease("206.835", "1", "62.3"),
            **_LIX,
        },
    }
)
"""The formulas of each language, its reading ease first."""


def score(value: Fraction) -> Decimal:
    """A score with one decimal; a Fraction is rounded exactly, half to even."""
    return (Decimal(round(value * 10)) / 10).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
