"""Two languages, and nobody says which prevails."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-43",
    name="prevailing_language_missing",
    severity=Severity.ERROR,
    checks="An agreement in more than one language names the one that prevails, and it is one of them.",
    why="Translations differ in every long text; without a prevailing language each side reads its own.",
    bad="language: en   translations: [de]",
    good="language: en   translations: [de]   prevailing_language: en",
    source="Usual practice of bilingual contracts.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    languages = (agreement.language, *agreement.translations)
    prevailing = agreement.prevailing_language
    if prevailing is None and agreement.translations:
        message = f"The agreement is made out in {len(languages)} languages, and none prevails."
        yield RULE.finding(message, "prevailing_language", mend=f"prevailing_language: {agreement.language}")
    elif prevailing is not None and prevailing not in languages:
        message = f"The prevailing language {prevailing} is none of those of the agreement."
        yield RULE.finding(message, "prevailing_language", mend=f"prevailing_language: {agreement.language}")
