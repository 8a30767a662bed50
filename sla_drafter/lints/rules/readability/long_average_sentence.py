"""The sentences are long on average."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-02",
    name="long_average_sentence",
    severity=Severity.WARNING,
    checks="The average sentence of the body has fewer than 22 words, as the counting profile counts them.",
    why="One long sentence is read twice; where all are long, nothing is.",
    bad=(
        "The Provider shall pay the credit of the table in the month after that in which the outage began, unless the "
        "Customer has caused it by work on its own systems. The Customer shall report each outage by phone or by mail "
        "within one hour of the time at which it first knew of it, and shall name the systems that do not answer."
    ),
    good="one duty a sentence",
    source="Connecticut General Statutes 42-152(c)(1).",
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    reading, most = paper.reading, paper.profile.average_sentence
    if reading and most and reading.words_per_sentence >= most:
        average = spelled.decimal(round(reading.words_per_sentence, 1))
        yield RULE.finding(
            f"The average sentence has {average} words (profile {reading.profile}); it should have fewer than {most}.",
            mend="one duty a sentence",
        )
