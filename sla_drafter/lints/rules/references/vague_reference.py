"""A reference names no clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.pointing import any_of
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-04",
    name="vague_reference",
    severity=Severity.WARNING,
    checks="What is referred to has a number or a name: not “above”, “below” or “elsewhere”.",
    why="Above is what the reader wants it to be, and another place once a clause is moved.",
    bad="See above.\nas described above\nwie oben\nmentionné ci-dessus\nantes mencionado",
    good="as described in clause 4.2",
    source="Own list (data/vague_references.yaml).",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    vague = wordlists.phrases("vague_references", paper.language)
    named = named_beside(paper.language)
    for line, found in paper.found(vague):
        if not found.payload or named.match(line.words, found.end):
            continue  # a phrase without effect; a number right behind the words, or a colon and what follows it
        message = f"“{found.words}” names no place."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)


@cache
def named_beside(language: str) -> re.Pattern[str]:
    """The number of a clause right behind the words, with which they do name it: “see above in clause 4”."""
    return compiled(rf"\s?:\s*\Z|\W{{0,2}}(?:\w+ )?(?:{any_of(contract_words(language).clauses)})\s?\d", re.IGNORECASE)
