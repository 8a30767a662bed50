"""The window is so long that the worst outage disappears in it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.allowance import Allowance, allowances, most_urgent, seconds_of
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="MEA-16",
    name="window_hides_outage",
    severity=Severity.WARNING,
    checks=(
        "In a window of more than a month, an outage as long as the restore time of the most urgent severity misses "
        "the availability, or another metric bounds the longest outage of that service."
    ),
    why="Six hours in a quarter are 99.72%: the day that everybody remembers is a day on which the promise was kept.",
    bad="window: calendar year, target: at least 99.9%   with   severities: {1: {restore: 4 hours, …}}",
    good="window: calendar month, or a metric with formula: longest outage",
    source="Allowed downtime grows with the window, outages do not.",
)

LONGEST_MONTH = 31


def find(context: Context) -> Iterator[Finding]:
    urgent = most_urgent(context)
    restore = seconds_of(urgent.restore) if urgent else None
    if urgent is None or restore is None:
        return
    for allowance in allowances(context):
        if allowance.days > LONGEST_MONTH and restore <= allowance.seconds and not _is_bounded(context, allowance):
            outage = spelled.seconds(restore)
            yield RULE.finding(
                f"An outage of {outage} meets {context.called(allowance.metric)}; {allowance.words()}.",
                f"metrics.{allowance.metric.id}.window",
                figures=(("outage", outage), ("allowed downtime", spelled.seconds(allowance.seconds))),
                also=(f"severities.{urgent.id}.restore",),
                also_notes=("how long an outage may last",),
                mend="window: calendar month   (or a further metric with formula: longest outage)",
            )


def _is_bounded(context: Context, allowance: Allowance) -> bool:
    """Whether the longest outage of the same service is a metric too."""
    return any(
        one.formula is not None and one.formula.kind.id == "longest_outage" and one.service == allowance.metric.service
        for one in context.agreement.metrics
    )
