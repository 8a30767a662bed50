"""A defined term is written without its capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import spelled
from sla_drafter.lints.defining import known_terms
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.pointing import any_of
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-06",
    name="term_in_small_letters",
    severity=Severity.INFO,
    checks="A defined term of several words has its capitals wherever it stands; in German all nouns have one.",
    why="Without its capitals the word may mean what it means every day, and a court may say that it does.",
    bad="“Service Credit” means a part of the fee that is paid back.\nA service credit is due.",
    good="“Service Credit” means a part of the fee that is paid back.\nA Service Credit is due.",
    source="Own rule over the index of terms; those of one word, or with one capital at the beginning, pass.",
    reads=Reads.FOREIGN,
    languages=("en", "fr", "es"),
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    terms = {term for term in typed(paper).definitions if " " in term and sum(map(str.isupper, term)) > 1}
    index = known_terms(terms, paper.language)
    found: dict[str, list[tuple[str, str]]] = {}
    for line, use in paper.found(index) if index else ():
        defines = explaining(paper.language).search(line.words, 0, use.start)
        if not defines and not any(map(str.isupper, use.words)):
            found.setdefault(use.payload, []).append((line.clause, use.words))
    for uses in found.values():
        clause, words = uses[0]
        message = f"“{words}” is a defined term, written without its capitals ({spelled.counted(len(uses), 'time')})."
        yield RULE.finding(message, clause=clause, quote=words, mend="write it with its capitals, or use another word")


@cache
def explaining(language: str) -> re.Pattern[str]:
    """What stands before the everyday word in a definition: “Fee Base” means the (fee base of annex 1)."""
    known = contract_words(language)
    return compiled(rf"\s(?:{any_of((*known.means, *known.means_bare))})(?:\s\w+)?\s\Z")
