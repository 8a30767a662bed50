"""A noun says what a verb would say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="RDB-10",
    name="noun_for_a_verb",
    severity=Severity.INFO,
    checks="What is done is a verb: no “effect a restoration of”, “carry out an installation of”.",
    why="The noun hides who does it, and costs two words more than the verb.",
    bad=(
        "The Provider shall effect a restoration of the data.\nDer Anbieter hat eine Prüfung der Daten vorzunehmen.\n"
        "Le prestataire procède à la vérification des données.\nEl proveedor llevará a cabo la revisión de los datos."
    ),
    good="The Provider shall restore the data.",
    source="Securities and Exchange Commission, A Plain English Handbook (1998). Own list (data/nominalisations.yaml).",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    verbs, _, before = known_to(paper.language)
    for line in paper.holding(*((verbs,) if verbs else ()), *((before,) if before else ())):
        for words, noun in nouns_for_verbs(line.words, paper.language):
            message = f"“{words}” says with a noun what a verb says."
            yield RULE.finding(message, clause=line.clause, quote=words, mend=f"the verb of “{noun}”")


def nouns_for_verbs(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Every such place of a text: its words, and the noun among them."""
    verbs, behind, before = known_to(language)
    for verb in verbs.find(text) if verbs else ():
        noun = behind.match(text, verb.end)
        if noun:
            yield text[verb.start : noun.end()].rstrip(), noun["noun"]
    for found in before.finditer(text) if before else ():
        yield found[0], found["noun"]


@cache
def known_to(language: str) -> tuple[PhraseIndex[str] | None, re.Pattern[str], re.Pattern[str] | None]:
    """The empty verbs of a language, the noun behind one, and noun and verb together where the verb comes last."""
    listed = wordlists.listed("nominalisations")[language]
    verbs = PhraseIndex.of(dict.fromkeys(listed["verbs"], "verb"), ignore_case=True) if listed["verbs"] else None
    behind = compiled(listed["noun"], re.IGNORECASE)
    return verbs, behind, compiled(listed["after"]) if "after" in listed else None
