"""Something of the template is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
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


def find(paper: Paper) -> Iterator[Finding]:
    leftover = pattern(paper.language)
    said: set[tuple[str, str]] = set()
    for line in paper.lines:
        for found in leftover.finditer(line.words):
            if (line.clause, found[0]) in said:
                continue
            said.add((line.clause, found[0]))
            message = f"“{found[0]}” is left of a template."
            yield RULE.finding(message, clause=line.clause, quote=found[0], mend="decide, and delete what is not meant")


@cache
def pattern(language: str) -> re.Pattern[str]:
    """What is left of a template, in a language and in English; notes and lost references in any language."""
    decide = wordlists.either("blanks", language, "decide")
    notes = "|".join(one["notes"] for one in wordlists.listed("blanks").values())
    return re.compile(
        rf"\[(?:{decide})\b[^\[\]]{{0,120}}\]?|(?:\b|(?<=¡))(?:{notes})|\{{%[^%]{{0,80}}%\}}", re.IGNORECASE
    )
