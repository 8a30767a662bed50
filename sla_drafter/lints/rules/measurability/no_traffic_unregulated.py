"""No request came, and nobody says what the share of none is."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric

RULE = Rule(
    code="MEA-08",
    name="no_traffic_unregulated",
    severity=Severity.ERROR,
    checks=(
        "A metric that counts requests or cases says what holds for a window without any (no_data), and one by "
        "intervals also what an interval without requests is (counting.idle)."
    ),
    why="Nothing out of nothing is one hundred per cent to one side and no per cent to the other.",
    bad="formula: request availability, target: at least 99.9%",
    good="formula: request availability, target: at least 99.9%, no_data: not measured",
    source="Public cloud SLAs differ: an idle interval has an error rate of zero, or is left out.",
)

COUNTED = frozenset(
    {"request_availability", "interval_availability", "minute_availability", "share_within", "share_of_all"}
    | {"error_rate", "packet_delivery"}
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        formula = metric.formula.kind.id if metric.formula else ""
        if formula in COUNTED and metric.no_data is None:
            yield RULE.finding(
                f"Nothing says what {context.called(metric)} is in a window without any requests or cases.",
                f"metrics.{metric.id}.no_data",
                mend="no_data: not measured   (or: met, down)",
            )
        if formula == "interval_availability" and not _says_idle(metric):
            yield RULE.finding(
                f"Nothing says what an interval without requests is for {context.called(metric)}.",
                f"metrics.{metric.id}.counting.idle",
                witness="A month with one bad interval and no other requests is 0% or almost 100%.",
                mend="counting: {idle: free of error}   (or: left out)",
            )


def _says_idle(metric: Metric) -> bool:
    return metric.counting is not None and metric.counting.idle is not None
