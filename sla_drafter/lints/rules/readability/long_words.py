"""The words are long on average, for a statute that counts them."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-04",
    name="long_words",
    severity=Severity.INFO,
    checks=(
        "The average word of an English body has fewer than 1.55 syllables. Only the profile ct_42_158 asks for it; "
        "the words of the trade (availability has six) make it hard for a service level agreement."
    ),
    why="A consumer contract that fails the objective tests of the statute has to pass its other tests.",
    bad="an average of 1.71 syllables",
    good="everyday words where no term of the trade is needed",
    source="Connecticut General Statutes 42-152(c)(5), counted by 42-158.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    reading, most = paper.reading, paper.profile.syllables_a_word
    if reading and most and reading.syllables_per_word >= most:
        average = spelled.decimal(round(reading.syllables_per_word, 2))
        yield RULE.finding(
            f"The average word has {average} syllables (profile {reading.profile}); it should have fewer than {most}.",
            mend="everyday words",
        )
