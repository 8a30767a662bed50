"""A service is promised round the clock, and nobody is there at night."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.allowance import allowances
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent

RULE = Rule(
    code="FEA-06",
    name="always_without_cover",
    severity=Severity.ERROR,
    checks="Where the availability of a service counts every hour, the cover of some severity never closes.",
    why="An outage on Friday night lasts until Monday, and all of it counts.",
    bad="hours: always   with   severities: {1: {cover: desk, …}, 2: {cover: desk, …}}",
    good="severities: {1: {cover: always, …}, 2: {cover: desk, …}}",
    source="Support agreements: cover of the highest severity follows the hours of the target.",
)


def find(context: Context) -> Iterator[Finding]:
    covers = [(one, _never_closes(context, one.cover)) for one in context.agreement.severities if one.cover]
    if not covers or any(never for _, never in covers):
        return
    for allowance in allowances(context):
        service = context.service_of(allowance.metric)
        if service and _never_closes(context, service.hours):
            yield RULE.finding(
                f"{context.called(allowance.metric)} counts every hour, and no severity has cover at every hour.",
                f"severities.{covers[0][0].id}.cover",
                also=(f"services.{service.id}.hours",),
                also_notes=("the service never closes",),
                mend=f"cover: {service.hours}   (or an availability of the hours that are covered)",
            )


def _never_closes(context: Context, hours: str | None) -> bool:
    """Whether a schedule has no closed minute."""
    found = referent(context.agreement, "hours", hours) if hours else None
    return found is not None and found.week is not None and found.week.is_always and not found.holidays
