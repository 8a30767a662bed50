"""A paragraph is long, or the paragraphs are on average."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.sentences import words_in
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-03",
    name="long_paragraph",
    severity=Severity.WARNING,
    checks="No paragraph has more than 150 words, and the average paragraph of the body has fewer than 75.",
    why="A reader looks for the one sentence that concerns him and finds it only by reading the paragraph.",
    bad="a paragraph of 212 words",
    good="a list, or two paragraphs",
    source="Connecticut General Statutes 42-152(c)(3) and (4).",
    reads=Reads.PAPER,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    profile = paper.profile
    counts = [(line, sum(map(words_in, paper.sentences_of(line)))) for line in paper.body]
    for line, words in counts:
        if profile.longest_paragraph and words > profile.longest_paragraph:
            yield RULE.finding(
                f"A paragraph of {words} words begins “{' '.join(line.words.split()[:6])} …”.",
                clause=line.clause,
                quote=line.words,
                mend="a list, or two paragraphs",
            )
    average = Fraction(sum(words for _, words in counts), max(len(counts), 1))
    if profile.average_paragraph and average >= profile.average_paragraph:
        yield RULE.finding(
            f"The average paragraph has {spelled.decimal(round(average, 1))} words; it should have fewer than "
            f"{profile.average_paragraph}.",
            mend="lists, and one thought a paragraph",
        )
