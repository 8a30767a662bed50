"""More is promised than what the service rests on promises."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.upstream import Ceiling, ceiling
from sla_drafter.findings import Finding, Severity
from sla_drafter.language import formats
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="FEA-01",
    name="target_above_upstream",
    severity=Severity.ERROR,
    checks=(
        "An availability is not above what the upstream agreements under private: upstream allow together: parts in "
        "series multiplied, copies side by side counted as k of n."
    ),
    why="Every outage that the upstream provider is entitled to is one that the customer is credited for.",
    bad="target: at least 99.95%   on hosting at 99.9% and a network at 99.99% (together 99.89%)",
    good="target: at least 99.5%   or two data centres of which one has to work: copies: 2",
    source="Composite availability as in the Azure reference tables; an upstream level is a ceiling, not a chance.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        target = f"metrics.{metric.id}.target"
        try:
            limit = ceiling(context.agreement, metric)
        except Impossible as fault:
            message = "The upstream figures are none from which an availability can be computed."
            mend = "availability: 99.9%, copies: a whole number, needed: at most as many"
            yield RULE.finding(message, "private.upstream", private=str(fault), mend=mend)
            return
        border = metric.target.value if metric.target else None
        if limit is None or not isinstance(border, Percent) or limit.allows(Fraction(border.value)):
            continue
        yield RULE.finding(
            f"The target of {context.called(metric)} is above what the upstream agreements allow together.",
            "private.upstream",
            note="what it rests on",
            also=(target,),
            also_notes=("the target is here",),
            private=f"{_parts(limit)}: together {formats.cut_percent(limit.together, spelled.LANGUAGE)}.",
            mend="a lower target, or another copy of the weakest part: copies: 2",
        )


def _parts(limit: Ceiling) -> str:
    """The parts with their levels: hosting 99.9%, network 99.99%."""
    levels = ((part, part.availability) for part in limit.parts)
    return spelled.listed(
        [f"{part.id} {formats.percent(level.value, spelled.LANGUAGE)}" for part, level in levels if level]
    )
