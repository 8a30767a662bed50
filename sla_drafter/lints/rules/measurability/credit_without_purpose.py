"""A metric costs money, and nobody knows what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.credited import credited_metrics
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-18",
    name="credit_without_purpose",
    severity=Severity.WARNING,
    graded=dict.fromkeys(("vendor", "service_based"), Severity.INFO),
    checks="A metric whose miss earns a credit serves a goal or names the behaviour that it is meant to cause.",
    why="Money moves people; where nobody has said whereto, it moves them to whatever makes the figure look good.",
    bad="query_time: {formula: share within 200 ms, target: at least 95%}   with credits",
    good="query_time: {goal: orders_flow, behaviour: tune the slowest queries first, …}",
    source="Metrics are chosen by the behaviour that they cause.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in credited_metrics(context):
        if metric.goal is None and metric.behaviour is None:
            yield RULE.finding(
                f"A miss of {context.called(metric)} costs money, and it serves no goal that is stated.",
                f"metrics.{metric.id}.goal",
                mend="goal: …   (an id under goals), or behaviour: restore first and search for the cause afterwards",
            )
