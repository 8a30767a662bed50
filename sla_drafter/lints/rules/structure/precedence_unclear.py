"""A paper stands beside another one, and which of the two prevails is said nowhere or twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import wordlists
from sla_drafter.lints.masters import named
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STR-05",
    name="precedence_unclear",
    severity=Severity.WARNING,
    checks="A paper that names a master agreement says once which of the two prevails, and never both.",
    why="Where they differ, each side reads the one that it likes better.",
    bad=(
        "2.3 This SLA prevails over the Master Services Agreement.\n"
        "9.1 In case of conflict, the Master Services Agreement prevails."
    ),
    good="In case of conflict, this SLA prevails over the Master Services Agreement on service levels and credits.",
    source=(
        "Own lists (data/precedence.yaml); one paragraph that parts the subjects between the two passes. In a draft of "
        "this library it is CMP-32."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

NEAR = 90
"""How many signs before the word for it the text that prevails is named."""


def find(paper: Paper) -> Iterator[Finding]:
    said = list(winners(paper))
    for name, line, quote in said[1:]:
        if name != said[0][0] and line.clause != said[0][1].clause:
            yield RULE.finding(
                f"“{said[0][2]}” and “{quote}”: one text cannot prevail over the other both ways.",
                clause=line.clause,
                quote=quote,
                mend="keep one of the two, or say for which subjects each of them holds",
            )
            break
    if not said and not any(speaks(line, paper) for line in paper.holding(prevails(paper.language))):
        yield from nothing_said(paper)


def prevails(language: str) -> re.Pattern[str]:
    """What says in a language that a text prevails."""
    return wordlists.pattern("precedence", language, "prevails")


def winners(paper: Paper) -> Iterator[tuple[str, Line, str]]:
    """Each text that prevails: the paper itself or the other one, the line that says so, and its words."""
    says, conflict = prevails(paper.language), wordlists.pattern("precedence", paper.language, "conflict")
    for line, sentence in paper.sentences_holding(says):
        found = says.search(sentence)
        if found and conflict.search(sentence):
            named = {
                name: list(pattern.finditer(sentence, max(0, found.start() - NEAR), found.start()))
                for name in ("itself", "other")
                for pattern in (wordlists.pattern("precedence", paper.language, name),)
            }
            last = max(((places[-1].end(), name) for name, places in named.items() if places), default=None)
            if last:
                yield last[1], line, sentence[named[last[1]][-1].start() : found.end()]


def speaks(line: Line, paper: Paper) -> bool:
    """Whether a line says of some text that it prevails."""
    says = {
        key: bool(wordlists.pattern("precedence", paper.language, key).search(line.words))
        for key in ("prevails", "conflict", "itself", "other")
    }
    return says["prevails"] and (says["conflict"] or says["itself"] or says["other"])


def nothing_said(paper: Paper) -> Iterator[Finding]:
    """The first place at which a master agreement is named."""
    for line, name in islice(named(paper), 1):
        message = f"“{name}” stands beside this paper, and nothing says which of the two prevails."
        mend = "“in case of conflict, this agreement prevails on …”"
        yield RULE.finding(message, clause=line.clause, quote=name, mend=mend)
