"""A service is down for ninety seconds, and nobody says how many minutes that is."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="TIM-09",
    name="partial_minutes_unregulated",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Where an availability by time is promised, the agreement says how parts of a minute count.",
    why="One event of two minutes that starts at half is one, two or three minutes long.",
    bad="time: {zone: Europe/London}",
    good="time: {zone: Europe/London, partial_minutes: exact}",
    source="Public agreements count whole minutes, any part of one, or exactly; the three differ with each outage.",
)

PARTS = Needed("partial_minutes", "Nothing says how parts of a minute count.", "exact")


def find(context: Context) -> Iterator[Finding]:
    if any(one.formula and one.formula.kind.id == "time_availability" for one in context.agreement.metrics):
        yield from missing(RULE, context.agreement.time, "time", (PARTS,))
