"""A definition holds a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="TRM-09",
    name="duty_in_definition",
    severity=Severity.WARNING,
    checks="No definition says what a party has to do.",
    why="A duty is looked for among the duties; one that stands in a definition is missed by the side that has it.",
    bad="“Report” means a statement, which the Provider shall send each month.",
    good="“Report” means a statement. The Provider shall send the Report each month.",
    source="Own list (data/definition_duties.yaml).",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    duty = duties(paper.language)
    for term, places in typed(paper).definitions.items():
        for place in places:
            found = duty.search(place.meaning.partition(". ")[0])
            if found:
                message = f"The definition of “{term}” holds a duty: “{found[0]}”."
                yield RULE.finding(message, clause=place.clause, quote=found[0], mend="say it in a clause of its own")


@cache
def duties(language: str) -> re.Pattern[str]:
    """The verbs that make a duty."""
    return compiled(rf"\b{wordlists.listed('definition_duties')[language]}", re.IGNORECASE)
