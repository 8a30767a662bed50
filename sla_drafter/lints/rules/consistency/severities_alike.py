"""Two severities have the same times."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.urgency import TIMES, neighbours
from sla_drafter.model.metrics import Severity as Grade

RULE = Rule(
    code="CON-03",
    name="severities_alike",
    severity=Severity.WARNING,
    checks="Severities next to each other differ in a response or restore time, or in their cover.",
    why="Two names for one promise make people argue about the name.",
    bad="severities: {3: {response: 1 business day, …}, 4: {response: 1 business day, …}}",
    good="severities: {3: {response: 1 business day, …}, 4: {response: 5 business days, …}}",
    source="Seen in public support terms: low and medium both within five business days.",
)


def find(context: Context) -> Iterator[Finding]:
    for higher, lower in neighbours(context):
        same = [name for name in TIMES if getattr(higher, name) and getattr(higher, name) == getattr(lower, name)]
        if same and _promised(higher) == _promised(lower):
            times = [f"{name} {spelled.fact(getattr(higher, name), context.agreement)}" for name in same]
            yield RULE.finding(
                f"Severities {higher.id} and {lower.id} have the same times: {spelled.listed(times)}.",
                f"severities.{lower.id}.{same[0]}",
                figures=tuple((name, spelled.fact(getattr(higher, name), context.agreement)) for name in same),
                also=(f"severities.{higher.id}.{same[0]}",),
                also_notes=("the same time",),
                mend=f"join them, or a longer {same[0]} for severity {lower.id}",
            )


def _promised(grade: Grade) -> tuple[object, ...]:
    return (*(getattr(grade, name) for name in TIMES), grade.cover)
