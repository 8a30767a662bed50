"""Whoever goes on using the service has agreed to a change, in a paper of somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.consent import CONSENT_BY_USE, by_use, consent_by_use
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-20",
    name="change_by_use",
    severity=Severity.WARNING,
    checks="No paper takes continued use of the service for consent to a change.",
    why="Nobody can stop using what its business runs on from one day to the next; such a consent is none.",
    bad=(
        "Your continued use of the Service constitutes acceptance of the new terms.\n"
        "Die weitere Nutzung des Dienstes gilt als Zustimmung zu den neuen Bedingungen.\n"
        "L’utilisation continue du service vaut acceptation des nouvelles conditions.\n"
        "El uso continuado del servicio implica la aceptación de las nuevas condiciones."
    ),
    good="Use of the Service is not consent to a change.",
    source="Public agreements of clouds. Own list (data/free_text.yaml). From data it is REM-08.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, sentence in paper.sentences_holding(by_use(paper.language)):
        if words := consent_by_use(sentence, paper.language):
            yield RULE.finding(
                CONSENT_BY_USE,
                clause=line.clause,
                quote=words,
                mend="delete it: a change needs consent, or notice and a way out",
            )
