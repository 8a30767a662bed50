"""How hard a text is to read: words a sentence, syllables a word, and the Flesch score, counted in a published way.

| profile             | a sentence ends at | of two pronunciations | words of defined terms |
|---------------------|--------------------|-----------------------|------------------------|
| `plain`             | `.` `?` `!`        | the usual one         | are counted            |
| `ct_42_158`         | `.` `?` `!`        | the shorter one       | are counted            |
| `insurance_flesch`  | also at `;` `:`    | the shorter one       | are left out           |

In each of them the end of a paragraph or of a list item ends a sentence; a numeral, a sign and an abbreviation in
capitals have one syllable; a hyphenated word is one word. What is not clause prose (headings, tables, signatures,
addresses) the caller leaves out. Sources: Connecticut General Statutes 42-158 and 38a-298; Flesch,
206.835 − 1.015 × words a sentence − 84.6 × syllables a word; fitted to German by Amstad (180, 1 and 58.5), to French by
Kandel and Moles (207, 1.015 and 73.6), to Spanish by Fernández Huerta (206.84, 1.02 and 60). The longest sentence is
counted as it is printed, defined terms included. All arithmetic is exact; only the score is rounded, to one decimal,
half to even.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from types import MappingProxyType

from attrs import frozen

from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.sentences import sentences, word_spans
from sla_drafter.language.syllables import syllables

_SCORES: Mapping[str, tuple[Fraction, Fraction, Fraction]] = MappingProxyType(
    {
        "en": (Fraction("206.835"), Fraction("1.015"), Fraction("84.6")),
        "de": (Fraction(180), Fraction(1), Fraction("58.5")),
        "fr": (Fraction(207), Fraction("1.015"), Fraction("73.6")),
        "es": (Fraction("206.84"), Fraction("1.02"), Fraction(60)),
    }
)
"""The score of nothing, and what a word in a sentence and a syllable in a word take from it."""


@frozen
class Profile:
    """A way of counting, under the name by which a statute or a lint asks for it."""

    name: str
    also_ends_at: str = ""
    fewest_syllables: bool = False
    excludes_defined_terms: bool = False


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile("plain"),
            Profile("ct_42_158", fewest_syllables=True),
            Profile("insurance_flesch", also_ends_at=";:", fewest_syllables=True, excludes_defined_terms=True),
        )
    }
)


@frozen
class Reading:
    """What was counted. There is no reading of a text without words."""

    profile: str
    sentences: int
    words: int
    syllables: int
    longest_sentence: int
    language: str = "en"

    @property
    def words_per_sentence(self) -> Fraction:
        return Fraction(self.words, self.sentences)

    @property
    def syllables_per_word(self) -> Fraction:
        return Fraction(self.syllables, self.words)

    @property
    def flesch(self) -> Decimal:
        """The Flesch reading ease, as its language counts it: higher is easier; 60 is plain, under 30 is hard."""
        start, of_words, of_syllables = _SCORES[self.language]
        score = start - of_words * self.words_per_sentence - of_syllables * self.syllables_per_word
        tenths = round(score * 10)  # a Fraction is rounded exactly, half to even
        return (Decimal(tenths) / 10).quantize(Decimal("0.1"), ROUND_HALF_EVEN)


def measure(
    paragraphs: Iterable[str],
    profile: Profile,
    language: str,
    defined_terms: Iterable[str] = (),
    abbreviated: frozenset[str] = frozenset(),
) -> Reading | None:
    """The reading of some paragraphs of prose; None when nothing in them is counted as a word."""
    terms = PhraseIndex.of(dict.fromkeys(defined_terms if profile.excludes_defined_terms else ()))
    counts = [
        (*_counted(sentence, profile, language, terms), words_in(sentence))
        for paragraph in paragraphs
        for sentence in profiled_sentences(paragraph, profile, language, abbreviated)
    ]
    counted = [count for count in counts if count[0]]
    if not counted:
        return None
    words, syllable_counts, _ = zip(*counted, strict=True)
    longest = max(length for _, _, length in counts)
    return Reading(profile.name, len(counted), sum(words), sum(syllable_counts), longest, language)


def profiled_sentences(
    paragraph: str, profile: Profile, language: str, abbreviated: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The sentences of a paragraph as a profile sees them."""
    for sentence in sentences(paragraph, language, abbreviated):
        yield from re.split(rf"(?<=[{profile.also_ends_at}])\s+", sentence) if profile.also_ends_at else (sentence,)


def words_in(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in word_spans(text))


def _counted(sentence: str, profile: Profile, language: str, terms: PhraseIndex[None]) -> tuple[int, int]:
    """The words of a sentence that the profile counts, and their syllables."""
    left_out = {place for found in terms.find(sentence) for place in range(found.start, found.end)}
    counted = [sentence[start:end] for start, end in word_spans(sentence) if start not in left_out]
    if sentence.isupper():
        counted = [word.lower() for word in counted]  # a sentence in capitals is not made of abbreviations
    return len(counted), sum(syllables(word, language, fewest=profile.fewest_syllables) for word in counted)
