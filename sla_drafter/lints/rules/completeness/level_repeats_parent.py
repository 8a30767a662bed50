"""A lower level states again what a higher level states."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import value_at
from sla_drafter.model.scalars import Prose

RULE = Rule(
    code="CMP-26",
    name="level_repeats_parent",
    severity=Severity.WARNING,
    checks="A text of an agreement that extends another one is not the same text again.",
    why=(
        "Two copies drift apart: the higher level is changed, the lower one is forgotten, and nobody knows which holds."
    ),
    bad="corporate.yaml and team.yaml both state hours: {desk: {holidays: England and Wales}}",
    good="team.yaml says extends: corporate.yaml and states only what differs",
    source="Multi-level agreements: a lower level inherits.",
)

BOTH = ("title",)
"""What each level may say alike."""


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    if agreement.parent is None:
        return
    for fact in context.facts:
        if not isinstance(fact.value, Prose) or fact.path in agreement.inherited or fact.path in BOTH:
            continue
        if value_at(agreement.parent, fact.path) == fact.value:
            yield RULE.finding(
                "The agreement above says the same words.",
                fact.path,
                also=(f"parent.{fact.path}",),
                also_notes=("the level above",),
                mend=Mend("delete it here; it is inherited", (Edit(fact.path, None),), is_safe=True),
            )
