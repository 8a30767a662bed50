"""A schedule opens or closes at a time that some night has twice or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language import formats
from sla_drafter.lints import spelled
from sla_drafter.lints.clock_changes import changing_minutes
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.agreement import Agreement

RULE = Rule(
    code="TIM-07",
    name="opens_in_lost_hour",
    severity=Severity.WARNING,
    checks="No schedule opens or closes at a time of day that the clocks of its zone skip or repeat in some night.",
    why="When clocks go forward, half past two does not come; when they go back, it comes twice.",
    bad="night: {week: Mon-Sun 00:00-02:30}   in Europe/Berlin",
    good="night: {week: Mon-Sun 00:00-04:00}",
    source="Changes of the clocks in the IANA time zone database, of the first year of the agreement.",
)

MIDNIGHT = {0, 1440}
SOME_YEAR = 2027


def find(context: Context) -> Iterator[Finding]:
    for hours in context.agreement.hours:
        edges = {edge for span in hours.week.spans for edge in (span.opens, span.closes)} if hours.week else set()
        for edge in sorted((edges - MIDNIGHT) & _changing(context.agreement)):
            said = formats.time_of_day(edge, spelled.LANGUAGE)
            yield RULE.finding(
                f"{hours.id} opens or closes at {said}, a time that one night skips and another has twice.",
                f"hours.{hours.id}.week",
                figures=(("time", said),),
                also=("time.zone",),
                also_notes=("the zone",),
                mend="a time before or after the hour in which clocks change",
            )


def _changing(agreement: Agreement) -> frozenset[int]:
    zone, start = agreement.time.zone if agreement.time else None, agreement.term.effective if agreement.term else None
    return changing_minutes(zone.name, start.year if start else SOME_YEAR) if zone else frozenset()
