"""A case comes at night, and nobody says when its clock starts."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="TIM-04",
    name="start_outside_unregulated",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="A schedule that closes and that clocks run on says when a clock starts that is set off outside the hours.",
    why="At 07:00 with a desk that opens at eight, one hour is over at eight or at nine.",
    bad="desk: {week: Mon-Fri 08:00-18:00}",
    good="desk: {week: Mon-Fri 08:00-18:00, start_outside: next opening}",
    source="Support agreements: set off outside the hours, a clock starts at the next opening.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    clocks = {one.cover for one in agreement.severities} | {one.hours for one in agreement.inquiries}
    for hours in agreement.hours:
        closing = hours.week is not None and not hours.week.is_always
        if hours.id in clocks and closing and hours.start_outside is None:
            yield RULE.finding(
                f"Nothing says when a clock starts that is set off while {hours.id} is closed.",
                f"hours.{hours.id}.start_outside",
                mend="start_outside: next opening   (or: at once)",
            )
