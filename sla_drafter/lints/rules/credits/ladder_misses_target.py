"""The first credit band does not start where the target is missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sla_drafter.attainment import bands
from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.lints import example, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="CRE-04",
    name="ladder_misses_target",
    severity=Severity.ERROR,
    checks="The first credit band starts exactly at the target of its metric.",
    why=(
        "A free zone below the target is a promise without a consequence; a band above it\n"
        "is a credit for a promise that was kept. Both are argued about in the first bad month."
    ),
    bad="Target: at least 99.9%.  Credit: below 99.5%: 10%.",
    good="Target: at least 99.9%.  Credit: below 99.9%: 10%.",
    source="Public ladders (AWS, Azure, Google) start at the target; interval arithmetic, no tolerance.",
)


def find(context: Context) -> Iterator[Finding]:
    for ladder, metric in context.ladders:
        border = metric.owed.value if metric.owed else None
        if not isinstance(border, Percent):
            continue
        better = context.higher_is_better(metric)
        if free := bands.free_zone(ladder, border, higher_is_better=better):
            yield unpaid(context, ladder, metric, free, border)
        if paid := bands.paid_zone(ladder, border, higher_is_better=better):
            yield overpaid(context, ladder, metric, paid, border)


def unpaid(context: Context, ladder: Ladder, metric: Metric, free: bands.Fault, target: Percent) -> Finding:
    """A miss that earns nothing."""
    zone, band = spelled.zone(free.zone), free.bands[0]
    start, easier = (band.to, "lower") if context.higher_is_better(metric) else (band.from_, "raise")
    return RULE.finding(
        f"{zone[0].upper()}{zone[1:]} a month misses the {level(metric)} and earns nothing.",
        note="the first band starts here",
        witness=f"{example.month_at(context, metric, free.witness)}, missed, credit "
        f"{example.credit(context, metric, None)}.",
        mend=mend(context, ladder, metric, band, target, f"or {easier} the {level(metric)} to {said(start, context)}"),
        **both_places(context, ladder, metric, band, target),
    )


def overpaid(context: Context, ladder: Ladder, metric: Metric, paid: bands.Fault, target: Percent) -> Finding:
    """A credit for a promise that was kept."""
    band = paid.bands[0]
    return RULE.finding(
        f"A month that keeps the {level(metric)}, {spelled.zone(paid.zone)}, earns a credit.",
        note=f"the first band holds values that keep the {level(metric)}",
        witness=f"{example.month_at(context, metric, paid.witness)}, kept, credit "
        f"{example.credit(context, metric, band.credit)}.",
        mend=mend(context, ladder, metric, band, target, "a value equal to it is not in the band"),
        **both_places(context, ladder, metric, band, target),
    )


def both_places(context: Context, ladder: Ladder, metric: Metric, band: Band, target: Percent) -> dict[str, Any]:
    """The border of the band, and the target."""
    start = band.to if context.higher_is_better(metric) else band.from_
    return {
        "field": f"credits.ladders.{ladder.id}.{band.id}",
        "quote": said(start, context),
        "also": (f"metrics.{metric.id}.{'minimum' if metric.minimum else 'target'}",),
        "also_notes": (f"the {level(metric)} is here",),
        "also_quotes": (said(target, context),),
    }


def mend(context: Context, ladder: Ladder, metric: Metric, band: Band, target: Percent, remark: str) -> Mend:
    """The border of the first band is the target; a program moves it where nothing else has to change."""
    goal, path = said(target, context), f"credits.ladders.{ladder.id}.{band.id}"
    if not context.higher_is_better(metric):
        return Mend(f"from: {goal}   from_included: no   ({remark})")
    edits = () if band.to_included else (Edit(f"{path}.to", goal),)
    return Mend(f"below: {goal}   ({remark})", edits)


def level(metric: Metric) -> str:
    """What the level is called from which credits begin."""
    return "minimum level" if metric.minimum else "target"


def said(percent: Percent | None, context: Context) -> str:
    """A percentage as it stands in the file."""
    return spelled.fact(percent, context.agreement) if percent else ""
