"""A sentence promises to try."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import Found
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap
from sla_drafter.model.configuration import DUTY_VERBS

VERB = compiled(r"\s+(?!\w+ing\b)[a-z]+")
USUAL = "shall"
AROUND = "around_commitments"
NEAR = 60
"""How many signs before a phrase say whether it is a verb, and whose."""
CHANCE = compiled(r"\bbe (?:eligible|entitled)", re.IGNORECASE)
SENTENCE_END = compiled(r"[.;](?=\s)")

RULE = Rule(
    code="MOD-03",
    name="weak_commitment",
    severity=Severity.WARNING,
    checks=(
        "No duty is worded as an attempt or an intention, and no right as a chance; “endeavours” as a noun is a vague "
        "word (AMB-01)."
    ),
    why="Whoever only tries has kept the promise when the service is down; who may be eligible has no right yet.",
    bad="The Provider will endeavour to answer in time.",
    good="The Provider answers within 4 hours.",
    source="Own list (data/weak_commitments.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    phrases = wordlists.phrases("weak_commitments", paper.language)
    for line in paper.holding(phrases):
        found = [one for one in phrases.find(line.words) if is_weak(line.words, one, paper.language)]
        ends = [end.start() for end in SENTENCE_END.finditer(line.words)] if found else []
        for _, together in groupby(found, lambda one, ends=ends: bisect(ends, one.start)):  # type: ignore[misc]
            yield from _in_sentence(paper, line, tuple(together))


def _in_sentence(paper: Paper, line: Line, found: Sequence[Found[str]]) -> Iterator[Finding]:
    """What one sentence promises to try: all of it has a duty instead, or none."""
    duties = [owed(line.words, one, paper) for one in found]
    for one, duty in zip(found, duties, strict=True):
        others = (swap(paper, line, one.start, one.words, duty),) if all(duties) else ()
        what = "is no right" if CHANCE.search(one.words) else "promises to try"
        message = f"“{one.words}” {what}; no result is owed."
        yield RULE.finding(message, clause=line.clause, quote=one.words, mend=mend(one.payload, *others))


def is_weak(text: str, found: Found[str], language: str) -> bool:
    """Whether words promise weakly where they stand: they are no noun, and no right that is only pointed to."""
    if not CHANCE.search(found.words):
        return not is_noun(text, found, language)
    return not wordlists.pattern(AROUND, language, "related").search(text, max(0, found.start - NEAR), found.start)


def is_noun(text: str, found: Found[str], language: str) -> bool:
    """Whether a word is a noun where it stands: “its best endeavours to restore”."""
    return found.words.count(" ") == 1 and stands_after("nouns", text, found, language)


def owed(text: str, found: Found[str], paper: Paper) -> str:
    """The verb that owes what was only tried; empty where the sentence would not be whole with it."""
    around = partial(wordlists.pattern, AROUND, paper.language)
    is_before_a_verb = found.words.lower().endswith(" to") and VERB.match(text, found.end)
    if not is_before_a_verb or around("links").match(text, found.end) or around("things").search(found.words):
        return ""
    verb = found.words.lower().partition(" ")[0]
    if verb in DUTY_VERBS:
        return verb
    is_said_of_a_party = stands_after("subjects", text, found, paper.language)
    return (paper.configuration.duty_verb or USUAL) if is_said_of_a_party else ""


def stands_after(key: str, text: str, found: Found[str], language: str) -> bool:
    """Whether words stand right after what a pattern of the list finds."""
    before = wordlists.pattern(AROUND, language, key).finditer(text, max(0, found.start - NEAR), found.start)
    return any(one.end() == found.start for one in before)
