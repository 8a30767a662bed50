"""Something is deemed that simply is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.values import frozen

RULE = Rule(
    code="MOD-05",
    name="fiction_for_fact",
    severity=Severity.INFO,
    checks="Only what nobody can know is deemed, and the sentence says from when or on what condition.",
    why="What is deemed holds against the facts; whether the contrary can be proven is then the dispute.",
    bad="A late report shall be deemed to be a breach. A notice shall be deemed received.",
    good="A late report is a breach. A notice is deemed received on the second Business Day after it was posted.",
    source=(
        "St Aubyn v Attorney-General [1952] AC 15: “deemed” feigns, settles a doubt or only describes. Own lists "
        "(data/fictions.yaml)."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)

DEEMED = "deemed"


@frozen
class Patterns:
    """What is deemed, whether it is a fiction that contracts need, and whether the sentence says when it holds."""

    deemed: re.Pattern[str]
    fictions: re.Pattern[str]
    conditions: re.Pattern[str]
    judgements: re.Pattern[str]


def find(paper: Paper) -> Iterator[Finding]:
    patterns = patterns_of(paper.language)
    for line, sentence in paper.sentences_holding(patterns.deemed):
        has_condition = bool(patterns.conditions.search(sentence))
        for found in patterns.deemed.finditer(sentence):
            what = found["what"]
            if patterns.judgements.fullmatch(what):
                continue
            if not patterns.fictions.fullmatch(what):
                yield said(f"“{found[0]}”: is it so, or is it feigned?", line.clause, found[0], "say what is")
            elif not has_condition:
                message = f"“{found[0]}”: the sentence does not say from when or on what condition."
                yield said(message, line.clause, found[0], "say from when, or “if …”")


def said(message: str, clause: str, quote: str, mend: str) -> Finding:
    """A finding with the words that are deemed."""
    return RULE.finding(message, clause=clause, quote=quote, mend=mend)


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language, from its list."""
    filler = r"(?: (?:to|be|have|been|not|a|an|the|as|automatically|duly|properly))*"
    what = rf"\b(?:(?:shall|will|must|is|are) )?(?:not )?(?:be )?{DEEMED}{filler} (?P<what>\w+)"
    told = (wordlists.pattern("fictions", language, key) for key in ("fictions", "conditions", "judgements"))
    return Patterns(compiled(what, re.IGNORECASE), *told)
