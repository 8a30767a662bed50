"""A number says one thing in words and another in figures."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.twice import said_twice

RULE = Rule(
    code="NUM-01",
    name="words_and_figures_differ",
    severity=Severity.ERROR,
    checks="A number in words and the figure in brackets after it are the same, whichever of the two comes first.",
    why="In most laws the words hold against the figure, and one of the two was not meant.",
    bad="thirty (45) days\ndreißig (45) Tage\ntrente (45) jours\ntreinta (45) días",
    good="45 days",
    source="A rule of construction in most laws: words prevail over figures. Own parser of number words.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.EXACT,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.lines:
        for one in said_twice(line.words, paper.language):
            if one.spelled != one.figure:
                yield RULE.finding(
                    f"“{one.in_words}” is {one.spelled}, and the figure beside it is {one.in_figures}.",
                    clause=line.clause,
                    quote=one.words,
                    mend="keep the figure that is meant, and no words",
                )
