"""The text as a whole is hard to read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.readability import PROFILES, measure
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-05",
    name="low_reading_ease",
    severity=Severity.WARNING,
    others=(Severity.INFO,),
    checks=(
        "The Flesch reading ease of the body, counted by the profile plain or that of the house, is at least 30; the "
        "score is always reported."
    ),
    why="A score says nothing about content, but a sudden fall says that somebody pasted in another kind of text.",
    bad="a body with a score of 18",
    good="short sentences and everyday words; the words of the trade (availability) cost points and stay",
    source=(
        "Flesch 1948: below 30 is very difficult. Consumer statutes ask for 40 to 50 (Ohio 40, Florida and "
        "Connecticut 45, Massachusetts 50) and count otherwise."
    ),
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)

LEAST = Decimal(30)


def find(paper: Paper) -> Iterator[Finding]:
    house = paper.configuration
    terms = [words for words, _ in paper.definitions.values()]
    lines = (line.words for line in paper.body)
    reading = measure(lines, PROFILES[house.profile], paper.language, terms, house.abbreviations)
    if reading is None:
        return
    average, syllables = round(reading.words_per_sentence, 1), round(reading.syllables_per_word, 2)
    hard = reading.flesch < LEAST
    yield RULE.finding(
        f"Flesch reading ease {reading.flesch} (profile {reading.profile}): "
        f"{spelled.decimal(average)} words a sentence, {spelled.decimal(syllables)} syllables a word, "
        f"longest sentence {reading.longest_sentence} words.",
        severity=RULE.severity if hard else Severity.INFO,
        mend="shorter sentences" if hard else None,
    )
