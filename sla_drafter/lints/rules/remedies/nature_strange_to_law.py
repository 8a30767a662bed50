"""The nature of the credits does not go with the law."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REM-22",
    name="nature_strange_to_law",
    severity=Severity.WARNING,
    checks="The nature of a credit is one that the profile of the chosen law names.",
    why=(
        "A sum called a penalty is void under some laws and cut down under others; the word alone can decide the case."
    ),
    bad="law: england_and_wales   credits: {nature: penalty}",
    good="law: england_and_wales   credits: {nature: price adjustment}",
    source="Profiles in clause_library/laws, each with its source.",
    reads=Reads.DRAFT,
)


def find(context: Context) -> Iterator[Finding]:
    chosen, promised = context.agreement.law, context.agreement.credits
    law = context.draft.library.laws.get(chosen.id) if chosen else None
    if law is None or promised is None or promised.nature is None or promised.nature.id in law.natures:
        return
    yield RULE.finding(
        f"Under the law of {law.names['en']}, the texts do not make a credit a {promised.nature.id.replace('_', ' ')}.",
        "credits.nature",
        also=("law",),
        also_notes=("the law",),
        mend=f"nature: {law.natures[0].replace('_', ' ')}",
    )
