"""A sentence promises to try."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap
from sla_drafter.model.configuration import DUTY_VERBS

VERB = re.compile(r"\s+(?!\w+ing\b)[a-z]+")
USUAL = "shall"

RULE = Rule(
    code="MOD-03",
    name="weak_commitment",
    severity=Severity.WARNING,
    checks="No duty is worded as an attempt or an intention.",
    why="Whoever only tries has kept the promise when the service is down.",
    bad="The Provider will endeavour to answer in time.",
    good="The Provider answers within 4 hours.",
    source="Own list (data/weak_commitments.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("weak_commitments", paper.language)):
        message = f"“{found.words}” promises to try; no result is owed."
        duty = owed(found.words, line.words[found.end :], paper.configuration.duty_verb or USUAL)
        others = (swap(paper, line, found.start, found.words, duty),) if duty else ()
        right = mend(found.payload, *others)
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=right)


def owed(words: str, after: str, duty_verb: str) -> str:
    """The verb that owes what was only tried; empty where no verb follows that it could stand before."""
    verb, _, rest = words.lower().partition(" ")
    is_before_a_verb = words.lower().endswith(" to") and VERB.match(after)
    return (verb if verb in DUTY_VERBS and rest else duty_verb) if is_before_a_verb else ""
