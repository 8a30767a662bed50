"""Work is excused at a time that does not count anyway."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.opening import opens_in, schedule
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-15",
    name="closed_work_excused",
    severity=Severity.INFO,
    checks="Planned maintenance that is excused lies, for some service, within its hours.",
    why="An exclusion that never applies is one more clause to read and to argue about.",
    bad="hours: {desk: {week: Mon-Fri 08:00-18:00}}   planned: {window: Sunday 04:00-06:00, cap: 4 hours per month}",
    good="planned: {window: Sunday 04:00-06:00}   and no cap that excuses it",
    source="Set algebra: time outside the service hours is not measured.",
)


def find(context: Context) -> Iterator[Finding]:
    planned = context.agreement.maintenance.planned if context.agreement.maintenance else None
    known = [schedule(context, service.hours) for service in context.agreement.services]
    weeks = [hours.week if hours else None for hours in known]
    if planned is None or planned.window is None or planned.cap is None or not weeks:
        return
    if all(week is not None and not opens_in(week, planned.window) for week in weeks):
        yield RULE.finding(
            "Planned maintenance is excused, and no service is open in its window.",
            "maintenance.planned.cap",
            also=("maintenance.planned.window",),
            also_notes=("the window",),
            mend="delete the exclusion, or keep it and let the window be wider",
        )
