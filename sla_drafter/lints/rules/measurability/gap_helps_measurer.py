"""Where the provider's own probe is silent, its target counts as met."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric, Source
from sla_drafter.model.paths import referent
from sla_drafter.model.sides import playing

RULE = Rule(
    code="MEA-24",
    name="gap_helps_measurer",
    severity=Severity.WARNING,
    others=(Severity.INFO,),
    checks=(
        "What the provider itself measures does not count as met where it has no data. Of a metric that counts "
        "requests or cases it is reported: there may have been none."
    ),
    why="Whoever measures himself has the better result the longer his probe is down.",
    bad="sources: {probe: {owner: provider}}   metrics: {availability: {source: probe, no_data: met}}",
    good="metrics: {availability: {source: probe, no_data: down}}",
    source="Nobody gains from a gap that he could have prevented.",
)

COUNTED = frozenset(
    {"request_availability", "interval_availability", "minute_availability", "share_within", "share_of_all"}
    | {"error_rate", "packet_delivery"}
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        source: Source | None = referent(context.agreement, "sources", metric.source) if metric.source else None
        if metric.no_data is None or metric.no_data.id != "met" or _is_customers(metric) or source is None:
            continue
        if source.owner in playing(context.agreement, "provider"):
            counts = metric.formula is not None and metric.formula.kind.id in COUNTED
            yield RULE.finding(
                f"Where {context.words(source.tool) or source.id} has no data, {context.called(metric)} counts as met, "
                "and the provider itself runs it.",
                f"metrics.{metric.id}.no_data",
                severity=Severity.INFO if counts else RULE.severity,
                also=(f"sources.{source.id}.owner",),
                also_notes=("who measures",),
                mend=f"no_data: {'not measured' if counts else 'down'}",
            )


def _is_customers(metric: Metric) -> bool:
    """Whether it is the customer who is measured: then a gap in the provider's records may help it."""
    return metric.obligor is not None and metric.obligor.id == "customer"
