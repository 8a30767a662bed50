"""A number says one thing in words and another in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.counting import spelled_number
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-01",
    name="words_and_figures_differ",
    severity=Severity.ERROR,
    checks="A number in words and the figure in brackets after it are the same.",
    why="In most laws the words hold against the figure, and one of the two was not meant.",
    bad="thirty (45) days",
    good="45 days",
    source="A rule of construction in most laws: words prevail over figures. Own parser of number words.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.EXACT,
)

NUMBER = re.compile(r"\b(?P<words>[A-Za-z]{1,12}(?:[- ][A-Za-z]{1,12}){0,6}) ?\((?P<figure>\d{1,6})\)")


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.lines:
        for found in NUMBER.finditer(line.words):
            words = spelled_number(found["words"])
            if words and words[1] != int(found["figure"]):
                yield RULE.finding(
                    f"“{words[0]}” is {words[1]}, and the figure after it is {found['figure']}.",
                    clause=line.clause,
                    quote=f"{words[0]} ({found['figure']})",
                    mend="keep the figure that is meant, and no words",
                )
