"""One time of a severity stands still at night, the next one runs on."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.opening import closes, schedule
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration, Unit

RULE = Rule(
    code="MEA-14",
    name="units_mixed",
    severity=Severity.ERROR,
    checks=(
        "A severity or an inquiry whose schedule closes has its times in hours or in business units, not in days or "
        "weeks of the calendar."
    ),
    why="A day of the calendar runs on while the desk is closed; whoever reads the table takes it for an opening day.",
    bad="severities: {3: {response: 8 business hours, restore: 5 days, cover: desk}}",
    good="severities: {3: {response: 8 business hours, restore: 5 business days, cover: desk}}",
    source="Units of a service clock: opening time and calendar time are two clocks.",
)

CALENDAR = {Unit.DAY: "business days", Unit.WEEK: "business days"}


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    for grade in agreement.severities:
        for name in ("response", "restore", "update_every"):
            yield from _found(context, f"severities.{grade.id}.{name}", getattr(grade, name), grade.cover, "cover")
    for inquiry in agreement.inquiries:
        yield from _found(context, f"inquiries.{inquiry.id}.deadline", inquiry.deadline, inquiry.hours, "hours")


def _found(context: Context, path: str, time: Duration | None, hours: str | None, key: str) -> Iterator[Finding]:
    if time is None or time.unit not in CALENDAR or not closes(schedule(context, hours)):
        return
    said = spelled.fact(time, context.agreement)
    yield RULE.finding(
        f"{said} run on while the schedule {hours} is closed; hours and business units stand still.",
        path,
        figures=(("time", said),),
        also=(f"{path.rpartition('.')[0]}.{key}",),
        also_notes=("the schedule is here",),
        mend=f"{CALENDAR[time.unit]}, or a schedule that never closes",
    )
