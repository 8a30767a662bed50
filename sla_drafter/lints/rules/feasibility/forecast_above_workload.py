"""The volume that is expected is above the one that the service levels assume."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent
from sla_drafter.model.services import Service

RULE = Rule(
    code="FEA-15",
    name="forecast_above_workload",
    severity=Severity.ERROR,
    checks=(
        "A volume under private: forecast is no more than the workload limit of its service with its tolerance. The "
        "two count the same things, by the same words."
    ),
    why="Above the limit the service levels no longer hold, so nothing is promised for what everybody expects.",
    bad="workload: {limit: 4000 connections}   and   private: {forecast: {database: 5000 connections}}",
    good="workload: {limit: 6000 connections}   and   private: {forecast: {database: 5000 connections}}",
    source="Volume commitments: a level holds for the volume that was priced.",
)


def find(context: Context) -> Iterator[Finding]:
    private = context.agreement.private
    for expected in private.forecast if private else ():
        service: Service | None = referent(context.agreement, "services", expected.id)
        workload = service.workload if service else None
        if service is None or workload is None or workload.limit is None or expected.volume is None:
            continue
        tolerance = Fraction(workload.tolerance.value) if workload.tolerance else Fraction(0)
        most = Fraction(workload.limit.amount) * (100 + tolerance) / 100
        alike = context.words(expected.volume.things) == context.words(workload.limit.things)
        if alike and expected.volume.amount > most:
            yield RULE.finding(
                f"The volume that is expected of {service.id} is above the one that its service levels assume.",
                f"private.forecast.{expected.id}",
                note="the forecast",
                also=(f"services.{service.id}.workload.limit",),
                also_notes=("the limit",),
                private=f"Expected are {spelled.fact(expected.volume, context.agreement)}.",
                mend="a higher limit, or another price for the volume above it",
            )
