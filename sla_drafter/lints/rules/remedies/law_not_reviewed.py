"""Nobody has reviewed the texts for this law and language."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.locales import language_name
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REM-21",
    name="law_not_reviewed",
    severity=Severity.INFO,
    checks="The profile of the law names who has reviewed the texts in the language of the draft.",
    why=(
        "Wording that is usual under one law has another effect under the next; somebody who knows the law "
        "has to read it once."
    ),
    bad="law: france   (nobody has reviewed the English texts for it)",
    good="counsel reads the paper, and the review is recorded in the profile of the law",
    source="clause_library/laws, one profile for each law.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    chosen = context.agreement.law
    law = context.draft.library.laws.get(chosen.id) if chosen else None
    if law is not None and not law.reviewed.get(context.paper.language):
        spoken = language_name(context.paper.language, "en")
        yield RULE.finding(
            f"Nobody has reviewed the texts in {spoken} for the law: {law.names['en']}.",
            "law",
            mend="let counsel of that law read the paper",
        )
