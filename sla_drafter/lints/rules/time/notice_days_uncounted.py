"""A notice is given in days, and nobody says which of them count."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration, Unit

RULE = Rule(
    code="TIM-11",
    name="notice_days_uncounted",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Where a notice is a number of days, the agreement says how days of notice are counted.",
    why="Five business days are four or five, by whether the day of the notice is one of them.",
    bad="term: {non_renewal_notice: 60 days}",
    good="time: {notice_days: clear}",
    source="Clear days leave out the day of the notice and its last day.",
)

COUNTING = Needed("notice_days", "Nothing says how days of notice are counted.", "clear   (or: excluding first)")
DAYS = (Unit.DAY, Unit.BUSINESS_DAY)


def find(context: Context) -> Iterator[Finding]:
    facts = context.facts
    noticed = next((fact.path for fact in facts if "notice" in fact.path and _is_in_days(fact.value)), None)
    if noticed is not None:
        also = {"also": (noticed,), "also_notes": ("a notice in days",)}
        yield from missing(RULE, context.agreement.time, "time", (COUNTING,), **also)


def _is_in_days(value: object) -> bool:
    return isinstance(value, Duration) and value.unit in DAYS
