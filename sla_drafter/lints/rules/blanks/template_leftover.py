"""Something of the template is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="FIL-02",
    name="template_leftover",
    severity=Severity.ERROR,
    checks="No note to the author, choice between texts or command of a template is left.",
    why="A note to the author tells the other side what was considered; a choice that nobody made is no promise.",
    bad="[Option A: credits] [Option B: no credits]",
    good="the option that was chosen",
    source="Own list of signs and words (data/blanks.yaml).",
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)
LONGEST, LONGEST_NOTE = 120, 600
"""How many signs of a leftover are said, and how many are read."""


def find(paper: Paper) -> Iterator[Finding]:
    leftover = pattern(paper.language)
    for clause, words in dict.fromkeys(
        (line.clause, whole(found)) for line in paper.lines_holding(leftover) for found in leftover.finditer(line.words)
    ):
        said = words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …"
        message = f"“{said}” is left of a template."
        yield RULE.finding(message, clause=clause, quote=words, mend="decide, and delete what is not meant")


def whole(found: re.Match[str]) -> str:
    """What was found, without the beginning of a word that goes on behind it."""
    cut = found[0][-1:].isalnum() and found.string[found.end() : found.end() + 1].isalnum()
    return found[0].rpartition(" ")[0] or found[0] if cut else found[0]


@cache
def pattern(language: str) -> re.Pattern[str]:
    """What is left of a template, in a language and in English; notes in any language."""
    notes = "|".join(one["notes"] for one in wordlists.listed("blanks").values())
    decide = wordlists.either("blanks", language, "decide")
    return compiled(
        rf"\[(?:{decide})\b[^\[\]]{{0,{LONGEST_NOTE}}}\]?|\b(?:{notes})|\{{%[^%]{{0,80}}%\}}", re.IGNORECASE
    )
