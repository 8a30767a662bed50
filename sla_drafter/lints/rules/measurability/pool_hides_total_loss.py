"""One part is down all the time, and the whole still meets its target."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.availability_families import by_users
from sla_drafter.findings import Finding, Severity
from sla_drafter.language import formats
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.scalars import Percent, Quantity

RULE = Rule(
    code="MEA-15",
    name="pool_hides_total_loss",
    severity=Severity.WARNING,
    checks="An availability that is weighted over resources is missed when one of them is down for a whole window.",
    why="A region, a shop or a zone that is dark for a month does not show in a sum over hundreds of them.",
    bad="formula: resource-weighted availability, counting: {units: 1000 servers}, target: at least 99.9%",
    good="an availability for each resource, or counting: {units: 500 servers} with 99.9%",
    source="Pooled denominators of public agreements: an hour without one of twenty zones is 99.993% of a month.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        units = metric.counting.units if metric.counting else None
        if units is None or units.amount < 1 or not _is_pooled(metric):
            continue
        share = by_users([(Fraction(1), Fraction(1))], Fraction(units.amount), Fraction(1)) * 100
        target = metric.target.value if metric.target else None
        if isinstance(target, Percent) and share >= Fraction(target.value):
            yield _found(context, metric, units, share)


def _is_pooled(metric: Metric) -> bool:
    return metric.formula is not None and metric.formula.kind.id == "resource_availability"


def _found(context: Context, metric: Metric, units: Quantity, share: Fraction) -> Finding:
    pooled, value = spelled.fact(units, context.agreement), formats.cut_percent(share, spelled.LANGUAGE)
    return RULE.finding(
        f"One of {pooled} can be down all the time, and {context.called(metric)} is met.",
        f"metrics.{metric.id}.counting.units",
        figures=(("units", pooled), ("value with one unit down", value)),
        witness=f"With one of them down for a whole window the value is {value}.",
        also=(f"metrics.{metric.id}.target",),
        also_notes=("the target is here",),
        mend="an availability for each of them, fewer in one sum, or a higher target",
    )
