"""Maintenance is excused without limit, or without notice."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CTL-09",
    name="excused_work_unlimited",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Planned maintenance has a notice and a cap, emergency maintenance a cap.",
    why="Without a cap everything becomes maintenance, and excused time has no end.",
    bad="maintenance: {planned: {window: Sunday 04:00-06:00}, emergency: {}}",
    good="planned: {…, notice: 5 business days, cap: 4 hours per month}, emergency: {cap: 2 hours per month}",
    source="Excused time is bounded like any other exception.",
)

CAP = "Nothing limits how much {} maintenance is excused."
PLANNED = (
    Needed("notice", "Nothing says how long before planned maintenance is announced.", "5 business days"),
    Needed("cap", CAP.format("planned"), "4 hours per month   (as agreed)"),
)
EMERGENCY = (Needed("cap", CAP.format("emergency"), "2 hours per month   (as agreed)"),)


def find(context: Context) -> Iterator[Finding]:
    work = context.agreement.maintenance
    if work and work.planned:
        yield from missing(RULE, work.planned, "maintenance.planned", PLANNED)
    if work and work.emergency:
        yield from missing(RULE, work.emergency, "maintenance.emergency", EMERGENCY)
