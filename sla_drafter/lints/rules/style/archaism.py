"""A word that only old deeds have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.quoted import quote_at
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

ARTICLE = compiled(r"\b(?:the|a|an|any|all|each|such|these|those)\s+\Z", re.IGNORECASE)

RULE = Rule(
    code="STY-01",
    name="archaism",
    severity=Severity.INFO,
    checks="No word stands in the paper that only old deeds have.",
    why="Readers stop at such words, and two lawyers read “herein” as two different places.",
    bad="the Services described herein",
    good="the Services described in clause 4",
    source="american-legal-archaisms 1.0.18 and the Latin of mscd 0.1.7 (CC0-1.0), filtered (data/archaisms.yaml).",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("archaisms", paper.language)):
        quote = quote_at(line.words, found.start, found.end)
        message = f"“{found.words}” is a word of old deeds."
        plain = found.payload
        said = words_for(found.words.lower(), plain, paper.language)
        can_stand = plain and fits(line.words[: found.start], found.words.lower(), paper.language)
        others = (swap(paper, line, found.start, found.words, plain),) if can_stand else ()
        yield RULE.finding(message, clause=line.clause, quote=quote, mend=mend(said, *others))


def words_for(archaic: str, plain: str, language: str) -> str:
    """What to write for an archaic word: the plain words, or what depends on the paper, as the list tells it."""
    if archaic in wordlists.listed("archaisms")["told"].get(language, ()):
        return f"write {plain}"
    return f"write “{plain}”" if plain else "say it in words of today"


def fits(before: str, archaic: str, language: str) -> bool:
    """Whether the plain words can stand where the archaic one does, as the words before it are."""
    told, this = (wordlists.listed("archaisms")[kind].get(language, ()) for kind in ("told", "this"))
    return archaic not in told and not (archaic in this and ARTICLE.search(before))
