"""Between two measurements more time passes than may be down."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.allowance import allowances, seconds_of
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import referent

RULE = Rule(
    code="MEA-11",
    name="probe_too_coarse",
    severity=Severity.ERROR,
    checks="The source of an availability measures at least as often as its target allows it to be down in a window.",
    why="One failed measurement misses the target, and an outage between two of them is never seen.",
    bad="target: at least 99.999%, window: calendar month (26.8 s in 31 days)   interval: 60 seconds",
    good="target: at least 99.9%   or   window: calendar year   or   interval: 10 seconds",
    source="Resolution of a measurement against the allowed downtime.",
)


def find(context: Context) -> Iterator[Finding]:
    for allowance in allowances(context):
        metric = allowance.metric
        source = referent(context.agreement, "sources", metric.source) if metric.source else None
        interval = seconds_of(source.interval) if source else None
        if source is None or interval is None or interval <= allowance.seconds:
            continue
        yield RULE.finding(
            f"{context.called(metric)} is measured every {spelled.seconds(interval)}; {allowance.words()}.",
            f"sources.{source.id}.interval",
            also=(f"metrics.{metric.id}.target",),
            also_notes=("the target is here",),
            mend="a shorter interval, a longer window, or a lower target",
        )
