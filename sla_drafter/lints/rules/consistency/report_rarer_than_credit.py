"""A credit is due each month, and the report that shows it comes each quarter."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.credited import credited_metrics
from sla_drafter.lints.lengths import certainly_longer, of_window
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-19",
    name="report_rarer_than_credit",
    severity=Severity.WARNING,
    checks="The report comes at least as often as the window of each metric whose miss earns a credit.",
    why="Two of three credits are then known only when the time to claim or to contest them has begun to run out.",
    bad="metrics: {availability: {window: calendar month, …}}   reports: {every: 3 months}",
    good="reports: {every: 1 month}",
    source="Lengths are compared so that the answer holds in every calendar.",
)


def find(context: Context) -> Iterator[Finding]:
    every = context.agreement.reports.every if context.agreement.reports else None
    for metric in credited_metrics(context) if every else ():
        window = of_window(metric.window)
        if every and window and certainly_longer(every, window):
            said, judged = (spelled.fact(length, context.agreement) for length in (every, metric.window))
            yield RULE.finding(
                f"{context.called(metric)} is judged once in a {judged}, and reported every {said}.",
                "reports.every",
                figures=(("report", said), ("window", judged)),
                also=(f"metrics.{metric.id}.window",),
                also_notes=("the window is here",),
                mend=f"every: {spelled.fact(window, context.agreement)}",
            )
            return
