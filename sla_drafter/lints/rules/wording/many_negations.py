"""A sentence has to be untangled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.needles import needles
from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import words_in
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-08",
    name="many_negations",
    severity=Severity.WARNING,
    checks=(
        "No sentence of up to 60 words has more than three negations, where it has a list no more than three with any "
        "of its items; quoted words are none."
    ),
    why="Readers count negations wrong; what the sentence allows is read in two ways.",
    bad="shall not be deemed not to have failed unless it has not …",
    good="The Provider has failed if …",
    source=(
        "United States SEC, Plain English Handbook (1998): no multiple negatives; the Pennsylvania "
        "guidelines name exceptions to exceptions."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)

NEGATION = compiled(
    r"\b(?:not|never|no|none|neither|nor|unless|except|without|cannot|fail|fails|failed|failing|other than)\b",
    re.IGNORECASE,
)
QUOTED = compiled(r"[“„\"«][^“”„\"«»]{1,80}[”“\"»]")
ITEM = compiled(r"\((?:[a-z]|[ivx]{1,4})\)")
MOST, LONGEST = 3, 60


def find(paper: Paper) -> Iterator[Finding]:
    lines = [line for line in paper.holding(NEGATION) if may_have_many(line.small)]
    for line, sentence in ((one, sentence) for one in lines for sentence in paper.sentences_of(one)):
        negations = read_together(sentence)
        if len(negations) > MOST and words_in(sentence) <= LONGEST:
            yield RULE.finding(
                f"A sentence with {len(negations)} negations: {', '.join(negations)}.",
                clause=line.clause,
                quote=sentence,
                mend="say what holds, then the exceptions as a list",
            )


def may_have_many(small: str) -> bool:
    """Whether a line in small letters has enough of the signs that negations are made of; most have not."""
    signs = needles(NEGATION)
    return not signs or sum(map(small.count, signs)) > MOST


def read_together(sentence: str) -> list[str]:
    """The negations that a reader has in mind at once: those before a list, and those of the item that has most."""
    lead, *items = ITEM.split(QUOTED.sub("", sentence))
    found = (NEGATION.findall(item) for item in items)
    return [*NEGATION.findall(lead), *max(found, key=len, default=[])]
