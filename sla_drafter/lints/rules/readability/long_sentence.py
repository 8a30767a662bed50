"""A sentence that has to be read twice."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.sentences import words_in
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-01",
    name="long_sentence",
    severity=Severity.WARNING,
    others=(Severity.ERROR, Severity.INFO),
    checks=(
        "No sentence has more than 50 words (an error) or more than 40 (a warning; a house may have another figure, "
        "and the profile gov_uk has 25); in a draft of this library more than 30 is reported."
    ),
    why="Readers lose the beginning before the end: a duty in the middle of a long sentence is missed by both sides.",
    bad=(
        "Where the Customer reports an outage by phone or by mail and the Provider does not answer within one hour, "
        "the Provider shall pay the credit of the table in the month after that in which the outage began, unless the "
        "Customer has caused it or could have prevented it."
    ),
    good="one duty a sentence; exceptions as a list",
    source=(
        "Error above 50: Connecticut General Statutes 42-152(c). Warning above 40: Oxford Guide to Plain English. "
        "GOV.UK's 25 is too strict for sentences full of figures."
    ),
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)

HARD, USUAL, NOTED = 50, 40, 30
SPLITS = {
    "en": "“and”, “unless” or “provided”",
    "de": "„und“, „sofern“ or „wobei“",
    "fr": "« et », « sauf si » or « à condition que »",
    "es": "«y», «salvo que» or «siempre que»",
}
"""Words at which a long sentence can be split, by language."""


def find(paper: Paper) -> Iterator[Finding]:
    grades = (
        (HARD, Severity.ERROR),
        (paper.configuration.longest_sentence(paper.profile.longest_sentence or USUAL), Severity.WARNING),
        *(() if paper.is_foreign else ((NOTED, Severity.INFO),)),
    )
    for line, sentence in paper.sentences:
        words = words_in(sentence)
        severity = next((grade for most, grade in grades if words > most), None)
        if severity:
            yield RULE.finding(
                f"A sentence of {words} words begins “{' '.join(sentence.split()[:6])} …”.",
                clause=line.clause,
                severity=severity,
                quote=sentence,
                mend=f"one duty a sentence: split it where it says {SPLITS.get(paper.language, SPLITS['en'])}",
            )
