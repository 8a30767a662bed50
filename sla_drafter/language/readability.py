"""How hard a text is to read: words a sentence, syllables a word, and the Flesch score, counted in a published way.

| profile            | a sentence ends at | of two pronunciations | defined terms | asks for                |
|--------------------|--------------------|-----------------------|---------------|-------------------------|
| `plain`            | `.` `?` `!`        | the usual one         | are counted   | the usual limits        |
| `ct_42_158`        | `.` `?` `!`        | the shorter one       | are counted   | the tests of 42-152(c)  |
| `insurance_flesch` | also at `;` `:`    | the shorter one       | are left out  | an ease of 45, 38a-297  |
| `gov_uk`           | `.` `?` `!`        | the usual one         | are counted   | 25 words a sentence     |

In each of them the end of a paragraph or of a list item ends a sentence; a numeral, a sign and an abbreviation in
capitals have one syllable; a hyphenated word is one word. What is not clause prose (headings, tables, signatures,
addresses) the caller leaves out. Sources: Connecticut General Statutes 42-158 and 38a-298; GOV.UK content design. The
formulas of each language stand in `formulas`. The longest sentence is counted as it is printed, defined terms included.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import chain
from types import MappingProxyType

from sla_drafter.language.formulas import FORMULAS, LONG, MANY, Counts, score
from sla_drafter.language.kept import ByWord
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.sentences import sentences, word_list, word_spans, words_in
from sla_drafter.language.syllables import syllables
from sla_drafter.values import frozen

_KEPT_WORDS = 16_384


@frozen
class Profile:
    """A way of counting, under the name by which a statute or a lint asks for it, and what is asked of the counts.

    Words of the longest sentence without a warning and of the average one; words of the longest and of the average
    paragraph; syllables of the average word; the reading ease. None is not asked for.
    """

    name: str
    also_ends_at: str = ""
    fewest_syllables: bool = False
    excludes_defined_terms: bool = False
    longest_sentence: int | None = None
    average_sentence: int | None = 22
    longest_paragraph: int | None = 150
    average_paragraph: int | None = 75
    syllables_a_word: Decimal | None = None
    least_ease: Decimal = Decimal(30)


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile("plain"),
            Profile("ct_42_158", fewest_syllables=True, syllables_a_word=Decimal("1.55")),
            Profile(
                "insurance_flesch",
                also_ends_at=";:",
                fewest_syllables=True,
                excludes_defined_terms=True,
                least_ease=Decimal(45),
            ),
            Profile("gov_uk", longest_sentence=25),
        )
    }
)


@frozen
class Reading(Counts):
    """What was counted. There is no reading of a text without words."""

    profile: str = "plain"
    longest_sentence: int = 0
    language: str = "en"

    @property
    def scores(self) -> Mapping[str, Decimal]:
        """The score of each formula of the language, by its name; the reading ease comes first."""
        return {name: score(formula(self)) for name, formula in FORMULAS[self.language].items()}

    @property
    def formula(self) -> str:
        """The name of the formula that gives the reading ease in this language."""
        return next(iter(FORMULAS[self.language]))

    @property
    def flesch(self) -> Decimal:
        """The Flesch reading ease, as its language counts it: higher is easier; 60 is plain, under 30 is hard."""
        return self.scores[self.formula]


def measure(
    paragraphs: Iterable[str],
    profile: Profile,
    language: str,
    defined_terms: Iterable[str] = (),
    abbreviated: frozenset[str] = frozenset(),
) -> Reading | None:
    """The reading of some paragraphs of prose; None when nothing in them is counted as a word."""
    terms = PhraseIndex.of(dict.fromkeys(defined_terms if profile.excludes_defined_terms else ()))
    cut = (one for paragraph in paragraphs for one in profiled_sentences(paragraph, profile, language, abbreviated))
    counts = [(_counted(sentence, terms), words_in(sentence)) for sentence in cut]
    counted = [(words, length) for words, length in counts if words]
    if not counted:
        return None
    # Of a thousand words only a few dozen differ in letters or syllables.
    sounded = _sounds(language, profile.fewest_syllables)
    alike = Counter(map(sounded.__getitem__, chain.from_iterable(words for words, _ in counted)))
    pairs = [(letters, spoken, times) for (letters, spoken), times in alike.items()]
    return Reading(
        sentences=len(counted),
        words=alike.total(),
        syllables=sum(spoken * times for _, spoken, times in pairs),
        letters=sum(letters * times for letters, _, times in pairs),
        long_words=sum(times for letters, _, times in pairs if letters >= LONG),
        hard_words=sum(times for _, spoken, times in pairs if spoken >= MANY),
        short_words=sum(times for _, spoken, times in pairs if spoken == 1),
        profile=profile.name,
        longest_sentence=max(length for _, length in counted),
        language=language,
    )


def profiled_sentences(
    paragraph: str, profile: Profile, language: str, abbreviated: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The sentences of a paragraph as a profile sees them."""
    for sentence in sentences(paragraph, language, abbreviated):
        yield from re.split(rf"(?<=[{profile.also_ends_at}])\s+", sentence) if profile.also_ends_at else (sentence,)


def _counted(sentence: str, terms: PhraseIndex[None]) -> tuple[str, ...]:
    """The words of a sentence that are counted: all but those of defined terms."""
    if terms.looked_up:
        left_out = {place for found in terms.find(sentence) for place in range(found.start, found.end)}
        counted = tuple(sentence[start:end] for start, end in word_spans(sentence) if start not in left_out)
    else:
        counted = word_list(sentence)
    # A sentence in capitals is not made of abbreviations.
    return tuple(map(str.lower, counted)) if sentence.isupper() else counted


@cache
def _sounds(language: str, fewest: bool) -> Mapping[str, tuple[int, int]]:
    """The letters and the syllables of any word, by the word."""
    return ByWord(lambda word: (sum(map(str.isalnum, word)), syllables(word, language, fewest=fewest)), _KEPT_WORDS)
