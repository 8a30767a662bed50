"""A definition rests on its own term."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints.defining import known_terms
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

IN_A_NAME = compiled(r"\b[A-ZÀ-Þ][\w-]* \Z")
"""A word with a capital before the term: together they are another name."""

RULE = Rule(
    code="TRM-08",
    name="definition_circular",
    severity=Severity.WARNING,
    checks="No definition uses the term that it defines.",
    why="It says nothing: the reader is sent back to the word that he looked up.",
    bad="“Service” means the Service that the Provider renders.",
    good="“Service” means the managed database that the Provider runs.",
    source="Set algebra over definitions and uses; a longer term, or the word in small letters, passes.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    definitions = typed(paper).definitions
    index = known_terms(definitions, paper.language)
    for term, places in definitions.items() if index else ():
        for place in places:
            used = used_in(index, term, place.meaning) if index else ""
            if any(map(str.isupper, used)):
                message = f"“{term}” is explained by itself."
                yield RULE.finding(message, clause=place.clause, quote=term, mend=f"say it without “{used}”")


def used_in(index: PhraseIndex[str], term: str, meaning: str) -> str:
    """The term in the first sentence of its meaning, as it stands there; what follows may speak of the term."""
    own = next((found.payload for found in index.find(term)), None)
    first = meaning.partition(". ")[0]
    found = (one for one in index.find(first) if one.payload == own and not IN_A_NAME.search(first[: one.start]))
    return next((one.words for one in found), "")
