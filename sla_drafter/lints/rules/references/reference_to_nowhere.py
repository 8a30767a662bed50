"""A number of a clause leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="REF-01",
    name="reference_to_nowhere",
    severity=Severity.ERROR,
    checks="Every number of a clause that the paper points to is a number of the paper, exact at each level.",
    why="A reader who follows the reference finds nothing, and what rests on it may be void.",
    bad="4.2 The Provider answers, see Section 4.2.1.",
    good="4.2 The Provider answers, see Section 4.2.",
    source=(
        "Set algebra over the numbers of the paper; references into laws and other documents are left "
        "out. In a draft of this library it is CON-08."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    index = typed(paper)
    for reference in index.references if index.numbers else ():
        if not index.leads_somewhere(reference.number):
            yield RULE.finding(
                f"There is no {reference.number}, to which “{reference.words}” points.",
                clause=reference.clause,
                quote=reference.words,
                mend="the number of the clause that is meant",
            )
