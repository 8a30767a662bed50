"""A time to answer or to restore is promised, and from when it runs is said nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.promised import passages_holding, says, word
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-08",
    name="time_without_clock",
    severity=Severity.WARNING,
    checks="A paper that promises a time to respond or to restore says from which event it is counted.",
    why="Eight hours from the fault, from the call or from the answer are three promises.",
    bad=(
        "The Provider responds within 4 hours.\nDie Reaktionszeit beträgt höchstens 4 Stunden.\n"
        "Le délai de réponse est de 4 heures au plus.\nEl tiempo de respuesta es de 4 horas como máximo."
    ),
    good="The Provider responds within 4 hours of receipt of the report.",
    source="Definition of a duration: two events and a clock. Own lists (data/levels.yaml). From data it is MEA-03.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    if says(paper, "timed", "starts"):
        return
    timed, lasts = word(paper.language, "timed"), word(paper.language, "lasts")
    for passage in passages_holding(paper, timed):
        if timed.search(passage.words) and (found := lasts.search(passage.words)):
            yield RULE.finding(
                f"“{found[0]}” from when? The paper names no event that starts the time.",
                clause=passage.clause,
                quote=found[0],
                mend="name the event: “from receipt of the report”",
            )
            return
