"""Somebody counts by hand, and it takes longer than the figure is worth."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import lengths, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Duration, Unit

RULE = Rule(
    code="MEA-05",
    name="manual_collection_costly",
    severity=Severity.WARNING,
    checks="A source of a metric that is not automatic states its effort, and that is at most an hour for each period.",
    why="A figure that costs a day is estimated after three months, and then it is no figure.",
    bad="sources: {desk: {tool: notes of the desk, automatic: no}}",
    good="sources: {desk: {tool: notes of the desk, automatic: no, effort: 1 hour}}",
    source="Own threshold of one hour; measurement by a tool is cheaper and repeatable.",
)

MOST = Duration(Decimal(1), Unit.HOUR)


def find(context: Context) -> Iterator[Finding]:
    for name in dict.fromkeys(metric.source for metric in context.agreement.metrics if metric.source):
        source = referent(context.agreement, "sources", name)
        if source is None or source.automatic is not False:
            continue
        path = f"sources.{source.id}.effort"
        if source.effort is None:
            message = f"{source.id} is read by hand, and nothing says how long that takes."
            yield RULE.finding(message, path, mend="effort: 1 hour   (for each period), or automatic: yes")
        elif lengths.certainly_longer(source.effort, MOST):
            effort = spelled.fact(source.effort, context.agreement)
            yield RULE.finding(
                f"{source.id} takes {effort} of work for each period.",
                path,
                figures=(("effort", effort), ("most", spelled.fact(MOST, context.agreement))),
                mend="automatic: yes   (from a tool that counts by itself)",
            )
