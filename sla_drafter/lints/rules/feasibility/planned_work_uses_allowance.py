"""One window of planned work uses up the downtime that the target allows."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.allowance import allowances, seconds_of
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="FEA-09",
    name="planned_work_uses_allowance",
    severity=Severity.WARNING,
    checks=(
        "One window of planned maintenance, used to its end, is not longer than the excused time and the downtime that "
        "an availability allows together. Without a cap all of it is excused."
    ),
    why="Work that was announced and done in its hours then misses the target on its own.",
    bad="planned: {window: Sunday 02:00-08:00, cap: 0 hours per month}   with 99.9% (44 min 38 s in 31 days)",
    good="planned: {window: Sunday 02:00-08:00, cap: 6 hours per month}",
    source="Set algebra of excused time: what lies above the cap counts as downtime.",
)


def find(context: Context) -> Iterator[Finding]:
    planned = context.agreement.maintenance.planned if context.agreement.maintenance else None
    if planned is None or planned.window is None or planned.cap is None:
        return
    excused = seconds_of(planned.cap.duration)
    if excused is None:
        return
    counted = (planned.window.closes - planned.window.opens) * 60 - excused
    for allowance in allowances(context):
        if counted > allowance.seconds:
            yield RULE.finding(
                f"One window of planned work leaves {spelled.seconds(counted)} that are not excused; "
                f"{allowance.words()}.",
                "maintenance.planned.cap",
                also=(f"metrics.{allowance.metric.id}.target",),
                also_notes=("the target is here",),
                mend="a larger cap, a shorter window, or a lower target",
            )
