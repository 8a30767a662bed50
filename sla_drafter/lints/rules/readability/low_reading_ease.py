"""The text as a whole is hard to read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.readability import Reading
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-05",
    name="low_reading_ease",
    severity=Severity.WARNING,
    checks=(
        "The Flesch reading ease of the body, counted by the profile plain or that of the house, is at least 30, or 45 "
        "by the profile insurance_flesch in English. German is scored by Amstad's formula, French by that of Kandel "
        "and Moles, Spanish by that of Fernández Huerta. All scores of the language come with it; the sheet of a "
        "sign-off has them of every paper."
    ),
    why="A score says nothing about content, but a sudden fall says that somebody pasted in another kind of text.",
    bad=(
        "Unavailability notwithstanding, interoperability considerations necessitate comprehensive documentation of "
        "infrastructural dependencies. Organisational responsibilities regarding availability deterioration require "
        "contemporaneous administrative communication."
    ),
    good="short sentences and everyday words; the words of the trade (availability) cost points and stay",
    source=(
        "Flesch 1948: below 30 is very difficult. Consumer statutes ask for 40 to 50 (Ohio 40, Florida and "
        "Connecticut 45, Massachusetts 50) and count otherwise. Other formulas: Kincaid, Gunning, Smith and Senter; "
        "Amstad 1978, Bamberger and Vanecek 1984; Kandel and Moles 1958; Fernández Huerta 1959, Szigriszt-Pazos 1993; "
        "Björnsson 1968 (LIX)."
    ),
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)

USUAL_LEAST = Decimal(30)


def find(paper: Paper) -> Iterator[Finding]:
    reading = paper.reading
    if reading is None or reading.flesch >= (paper.profile.least_ease if paper.language == "en" else USUAL_LEAST):
        return
    average, syllables = round(reading.words_per_sentence, 1), round(reading.syllables_per_word, 2)
    others = [(name, str(score)) for name, score in reading.scores.items() if name != reading.formula]
    yield RULE.finding(
        f"Flesch reading ease {reading.flesch} ({named(reading)}profile {reading.profile}): "
        f"{spelled.decimal(average)} words a sentence, {spelled.decimal(syllables)} syllables a word, "
        f"longest sentence {reading.longest_sentence} words. {', '.join(f'{name} {score}' for name, score in others)}.",
        figures=((reading.formula, str(reading.flesch)), *others),
        mend="shorter sentences",
    )


def named(reading: Reading) -> str:
    """The formula, where it is not Flesch's own: "Amstad, "."""
    return "" if reading.formula == "Flesch" else f"{reading.formula}, "
