"""One outage lies in many windows, and each of them has a credit."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.credited import credited_metrics
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="TIM-14",
    name="rolling_window_pays_twice",
    severity=Severity.WARNING,
    checks="A metric whose miss earns a credit is measured in windows of the calendar, not in a rolling one.",
    why="In a rolling window of thirty days one outage is in thirty of them, and is paid for once or thirty times.",
    bad="window: rolling 30 days   with credits",
    good="window: calendar month   with credits",
    source="Windows that follow each other hold each outage once.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in credited_metrics(context):
        if metric.window is not None and metric.window.kind.id == "rolling":
            said = spelled.fact(metric.window, context.agreement)
            yield RULE.finding(
                f"{context.called(metric)} is measured in a window of {said}, so one outage is in many windows.",
                f"metrics.{metric.id}.window",
                figures=(("window", said),),
                mend="window: calendar month   (a rolling window suits a report, or an end for chronic failure)",
            )
