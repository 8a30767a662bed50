"""A term is defined for one use."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-07",
    name="definition_used_once",
    severity=Severity.INFO,
    checks="A term that has a definition of its own is used more than once, but where the definition is long.",
    why="A reader who meets the word looks it up, and could have read its meaning there.",
    bad="“Recovery Point” means the last backup. … restores the Recovery Point.",
    good="… restores the last backup.",
    source="Set algebra over definitions and uses; a name that is given in passing passes.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


LONGEST = 15
"""Words of a meaning that can be said within a sentence."""
SENTENCE_END = compiled(r"[.;]\s")


def find(paper: Paper) -> Iterator[Finding]:
    index = typed(paper)
    for term, places in index.definitions.items():
        meaning = SENTENCE_END.split(places[0].meaning)[0]
        if index.uses[term] == 1 and 0 < len(meaning.split()) <= LONGEST:
            message = f"“{term}” is defined and used once."
            yield RULE.finding(message, clause=places[0].clause, quote=term, mend="say its meaning where it is used")
