"""Work is announced some hours ahead, and the hours may be a weekend."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Unit

RULE = Rule(
    code="TIM-12",
    name="notice_over_weekend",
    severity=Severity.WARNING,
    checks="Planned maintenance is announced in days or in business time, not in hours of the clock.",
    why="Forty-eight hours from Friday evening are over when the first person reads the notice.",
    bad="planned: {window: Sunday 20:00-23:00, notice: 48 hours}",
    good="planned: {window: Sunday 20:00-23:00, notice: 2 business days}",
    source="Notices run while nobody works unless they are counted in business time.",
)


def find(context: Context) -> Iterator[Finding]:
    planned = context.agreement.maintenance.planned if context.agreement.maintenance else None
    notice = planned.notice if planned else None
    if notice and notice.unit in (Unit.HOUR, Unit.MINUTE):
        said = spelled.fact(notice, context.agreement)
        yield RULE.finding(
            f"A notice of {said} may begin and end on a weekend.",
            "maintenance.planned.notice",
            figures=(("notice", said),),
            mend="notice: 2 business days   (as agreed)",
        )
