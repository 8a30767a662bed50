"""The provider sees an outage, and its clock waits for the customer to call."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Source
from sla_drafter.model.paths import referent
from sla_drafter.model.sides import playing

RULE = Rule(
    code="MEA-21",
    name="downtime_from_ticket",
    severity=Severity.WARNING,
    checks="Where the provider measures by itself, the clock of a case does not wait for a report of the customer.",
    why="Outages that nobody reports count for nothing, although the provider has seen each of them.",
    bad="severity_clock: {start: reported}   with   sources: {probe: {owner: provider, automatic: yes}}",
    good="severity_clock: {start: reported or detected}",
    source="Two readings of one outage: from the first failed probe, or from the ticket.",
)


def find(context: Context) -> Iterator[Finding]:
    clock = context.agreement.severity_clock
    if clock is None or clock.start is None or clock.start.id != "reported":
        return
    for name in dict.fromkeys(metric.source for metric in context.agreement.metrics if metric.down_when):
        source: Source | None = referent(context.agreement, "sources", name) if name else None
        if source and source.automatic and source.owner in playing(context.agreement, "provider"):
            yield RULE.finding(
                "The provider measures by itself, and the clock waits until the customer reports.",
                "severity_clock.start",
                also=(f"sources.{source.id}.automatic",),
                also_notes=("it measures by itself",),
                mend="start: reported or detected",
            )
            return
