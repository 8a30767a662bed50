"""A term has two definitions."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-03",
    name="term_defined_twice",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks="No term has two meanings: where the texts differ it is an error, where they are the same a warning.",
    why="Each side takes the meaning that it likes better.",
    bad="“Business Hours” means 9 to 5. … “Business Hours” means 8 to 6.",
    good="one definition",
    source="Set algebra over definitions. In a draft of this library it is CON-07.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for term, places in typed(paper).definitions.items():
        meanings = [place for place in places if place.meaning]
        if len(meanings) > 1:
            differ = len({place.meaning for place in meanings}) > 1
            yield RULE.finding(
                f"“{term}” is defined {len(meanings)} times{', and the texts differ' if differ else ''}.",
                clause=meanings[1].clause,
                severity=Severity.ERROR if differ else Severity.WARNING,
                quote=term,
                mend=f"keep one definition of “{term}”",
            )
