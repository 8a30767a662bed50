"""A point is put off to a later agreement."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-07",
    name="agreement_to_agree",
    severity=Severity.WARNING,
    checks="Nothing is left to be agreed later.",
    why="An agreement to agree is no agreement: courts find nothing that they could enforce.",
    bad="The credits are to be agreed.",
    good="The credits are those of Schedule 2.",
    source=(
        "Walford v Miles [1992] 2 AC 128: a bare agreement to negotiate cannot be enforced. Own list "
        "(data/agreements_to_agree.yaml)."
    ),
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, found in paper.found(wordlists.phrases("agreements_to_agree", paper.language)):
        message = f"“{found.words}”: what is left to be agreed binds nobody."
        yield RULE.finding(message, clause=line.clause, quote=found.words, mend=found.payload)
