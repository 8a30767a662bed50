"""One metric earns credits in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-27",
    name="two_shapes_for_one_metric",
    severity=Severity.ERROR,
    checks=("The credits of a metric follow a ladder, or steps, or an excess table, or a proportion: one of them."),
    why="One miss would earn two credits, and the text says neither that both are due nor which one is.",
    bad="ladders: {availability: […]}   steps: {availability: {…}}",
    good="ladders: {availability: […]}",
    source="Completeness matrix: a ladder or a step for each metric.",
)

SHAPES = ("ladders", "steps", "excess", "proportional")
"""The ways in which a metric can earn credits."""


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    if promised is None:
        return
    for metric in context.agreement.metrics:
        shapes = [name for name in SHAPES if any(one.id == metric.id for one in getattr(promised, name))]
        if len(shapes) > 1:
            first, second = shapes[:2]
            yield RULE.finding(
                f"{context.called(metric)} earns credits by {first} and by {second}.",
                f"credits.{second}.{metric.id}",
                also=(f"credits.{first}.{metric.id}",),
                also_notes=("the other way",),
                mend=f"keep {first} or {second}",
            )
