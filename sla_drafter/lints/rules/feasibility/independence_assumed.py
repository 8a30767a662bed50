"""A product of availabilities holds only while failures have nothing in common."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.upstream import Ceiling, ceiling
from sla_drafter.findings import Finding, Severity
from sla_drafter.language import formats
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric

RULE = Rule(
    code="FEA-16",
    name="independence_assumed",
    severity=Severity.INFO,
    checks="Where several upstream parts carry an availability, the bounds without independence are shown.",
    why="Two data centres on one power line fail together; then their product says too much, or too little.",
    bad="three parts at 99.9%: 99.70%",
    good="three parts at 99.9%: 99.70%; from 99.70% to 99.90% whatever they have in common",
    source="Fréchet bounds; Rüger (1978) for k of n.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        limit = _limit(context, metric)
        if limit and limit.worst < limit.best:
            together, worst, best = (
                formats.cut_percent(one, spelled.LANGUAGE) for one in (limit.together, limit.worst, limit.best)
            )
            yield RULE.finding(
                f"What {context.called(metric)} rests on is multiplied as if its parts failed independently.",
                "private.upstream",
                private=f"together {together}; from {worst} to {best} whatever they have in common.",
                mend="a target that the lower figure allows, where the parts can fail together",
            )


def _limit(context: Context, metric: Metric) -> Ceiling | None:
    """What upstream agreements allow; figures that cannot be are found by the rule on the target."""
    try:
        return ceiling(context.agreement, metric)
    except Impossible:
        return None
