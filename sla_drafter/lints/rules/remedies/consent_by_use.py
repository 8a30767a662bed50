"""Whoever goes on using the service has agreed to a change."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.consent import CONSENT_BY_USE, consent_by_use
from sla_drafter.lints.context import Context
from sla_drafter.lints.free_text import sentences_said
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-08",
    name="consent_by_use",
    severity=Severity.WARNING,
    checks="No text of the user takes continued use of the service for consent to a change.",
    why="Nobody can stop using what its business runs on from one day to the next; such a consent is none.",
    bad="clauses: {unilateral_change: {replace: Continued use counts as consent.}}",
    good="Use of a Service is not consent to a change.",
    source="Public agreements of clouds; the texts of the library say the opposite. Own list (data/free_text.yaml).",
    languages=LANGUAGES,
)


def find(context: Context) -> Iterator[Finding]:
    for said, sentence in sentences_said(context):
        if words := consent_by_use(sentence, context.paper.language):
            yield RULE.finding(
                CONSENT_BY_USE,
                said.path,
                quote=words,
                mend="delete it: a change needs consent, or notice and a way out",
            )
