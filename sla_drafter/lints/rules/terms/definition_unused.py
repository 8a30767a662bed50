"""A definition is never used."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-02",
    name="definition_unused",
    severity=Severity.WARNING,
    checks="Every defined term is used.",
    why="A definition that nobody uses is left of a clause that somebody deleted, and the clause may be missing.",
    bad="“Recovery Point” means … (and never again)",
    good="the definition is deleted",
    source="Set algebra over definitions and uses. In a draft of this library it is CON-07.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    index = typed(paper)
    for term, places in index.definitions.items():
        if not index.uses[term]:
            yield RULE.finding(
                f"“{term}” is defined and never used.",
                clause=places[0].clause,
                quote=term,
                mend=f"delete the definition of “{term}”, or bring back the clause that used it",
            )
