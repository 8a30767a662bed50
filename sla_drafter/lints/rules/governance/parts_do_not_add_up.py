"""The parts of the members are not the target of the team."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.leads import LeadSegment
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Quantity

RULE = Rule(
    code="GOV-08",
    name="parts_do_not_add_up",
    severity=Severity.ERROR,
    checks=(
        "The leads of all members add up to those of all segments; with the weights of the segments, they are the "
        "target of the metric that counts them."
    ),
    why="Everybody reaches the own target, and the team misses its one.",
    bad="four members of 100 leads each, a target of 500",
    good="five members of 100 leads each",
    source="Guides to sales and marketing agreements: individual targets sum to the team target.",
)


def find(context: Context) -> Iterator[Finding]:
    leads = context.agreement.leads
    if leads is None:
        return
    total = sum(segment.per_month or 0 for segment in leads.segments)
    parts = sum(member.per_month or 0 for member in leads.members)
    if leads.members and leads.segments and parts != total:
        yield RULE.finding(
            f"The members bring {parts} leads a month, and the segments ask for {total}.",
            "leads.members",
            also=("leads.segments",),
            also_notes=("the segments are here",),
            witness=f"{abs(total - parts)} leads are {'nobody’s' if parts < total else 'too many'}.",
            mend=f"parts that add up to {total}",
        )
    metric = referent(context.agreement, "metrics", leads.metric) if leads.metric else None
    border = metric.target.value if metric and metric.target else None
    counted = sum((_counted(segment) for segment in leads.segments), Decimal(0))
    if isinstance(border, Quantity) and leads.segments and border.amount != counted:
        yield RULE.finding(
            f"The target of {context.called(metric)} is {border.amount:f}, and the segments ask for "
            f"{counted.normalize():f}, each lead with its weight.",
            f"metrics.{leads.metric}.target",
            also=("leads.segments",),
            also_notes=("the segments are here",),
            mend=f"target: at least {counted.normalize():f} leads   (or other segments)",
        )


def _counted(segment: LeadSegment) -> Decimal:
    """What the leads of a segment count for in a month; a lead without a weight counts as one."""
    return (segment.per_month or 0) * (Decimal(1) if segment.weight is None else segment.weight)
