"""A credit is due when something fails that the customer itself has contracted."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.credited import credited_metrics
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.services import Dependency, Service
from sla_drafter.model.sides import sides_of

RULE = Rule(
    code="CTL-01",
    name="customers_part_not_excused",
    severity=Severity.ERROR,
    checks=(
        "Where a credit depends on something that a party other than the provider contracts, its failure is excused, "
        "or relief covers it."
    ),
    why="A promise about what others do is a bet: the provider prices it in, and nobody can make it come true.",
    bad="dependencies: {network: {name: line of the shop, owner: customer, excused: no}}",
    good="dependencies: {network: {name: line of the shop, owner: customer, excused: yes}}",
    source="A target belongs where the obligor can reach it; measured at the border of its own responsibility.",
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    duties = context.agreement.responsibilities
    has_relief = duties is not None and duties.relief is not None
    for metric in credited_metrics(context):
        service = context.service_of(metric)
        for part in service.dependencies if service and _is_provider_s(metric) else ():
            uncovered = part.excused is False or (part.excused is None and not has_relief)
            if service and uncovered and _is_elsewhere(context, service, part):
                yield _found(context, metric, service, part)


def _is_provider_s(metric: Metric) -> bool:
    return metric.obligor is None or metric.obligor.id == "provider"


def _is_elsewhere(context: Context, service: Service, part: Dependency) -> bool:
    """Whether a known party contracts it that is not the provider of the service."""
    provider = sides_of(context.agreement, service).provider
    return part.owner is not None and provider is not None and part.owner != provider


def _found(context: Context, metric: Metric, service: Service, part: Dependency) -> Finding:
    path = f"services.{service.id}.dependencies.{part.id}"
    return RULE.finding(
        f"A miss of {context.called(metric)} costs a credit, also when {context.called(part)} fails, which "
        f"{part.owner} contracts.",
        f"{path}.excused",
        figures=(("metric", context.called(metric)), ("contracted by", str(part.owner))),
        also=(f"{path}.owner",),
        also_notes=("who contracts it",),
        mend="excused: yes   (or measure at the border to it)",
    )
