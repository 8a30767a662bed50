"""The verb of duties stands where nobody has to do anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="MOD-02",
    name="shall_without_duty",
    severity=Severity.INFO,
    checks="“Shall” makes a duty; a right has “may”, and a fact or a rule of the paper stands in the present.",
    why="Where “shall” says “is” here and “has to” there, each “shall” can be argued to be no duty.",
    bad="This Agreement shall be void. The Customer shall have the right to terminate.",
    good="This Agreement is void. The Customer may terminate.",
    source=(
        "Bryan A. Garner, Modern Legal Usage, on words of authority: shall for duties alone. Own lists "
        "(data/no_duties.yaml, data/states.yaml); work in the passive is judged by AMB-10, “deemed” by MOD-05."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)

VERB = "shall "


def find(paper: Paper) -> Iterator[Finding]:
    index, no_object = without_duty(paper.language), before_no_object(paper.language)
    for line, found in paper.found(index):
        mend, is_alone = found.payload
        start = found.start - len(VERB)
        verb = line.words[max(0, start) : found.start].lower()
        if verb != VERB or (is_alone and not no_object.match(line.words, found.end)):
            continue
        said = line.words[start : found.end]
        yield RULE.finding(f"“{said}” is no duty of anybody.", clause=line.clause, quote=said, mend=f"write “{mend}”")


@cache
def without_duty(language: str) -> PhraseIndex[tuple[str, bool]]:
    """What follows the verb and is no duty, with what would be right and whether no object may follow."""
    known = wordlists.listed("no_duties")[language]
    after: dict[str, str] = {**states(known["work"]), **known["facts"], **known["rights"]}
    phrases = {words: (mend, False) for words, mend in after.items()}
    phrases |= {words: (mend, True) for words, mend in known["alone"].items()}
    return PhraseIndex.of(phrases, ignore_case=True)


@cache
def before_no_object(language: str) -> re.Pattern[str]:
    """What stands behind a verb without an object: the end of what is said, or a word that begins no object."""
    words = "|".join(wordlists.listed("no_duties")[language]["no_object"])
    return compiled(rf"\s*(?:[.,;:)]|\Z)|\s(?:{words})\b", re.IGNORECASE)


def states(work: list[str]) -> Mapping[str, str]:
    """What "shall be" makes of a state, with the present of it."""
    named = [state for state in wordlists.listed("states")["states"] if state not in work]
    return {f"be {state}": f"is {state}" for state in named} | {f"not be {state}": f"is not {state}" for state in named}
