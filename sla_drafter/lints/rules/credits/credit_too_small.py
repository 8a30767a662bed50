"""The worst month earns so little that nobody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.promised import Earned, earned
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.credited import credited_metrics
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="CRE-14",
    name="credit_too_small",
    severity=Severity.WARNING,
    checks="The worst possible value of a metric earns at least 2% of the fees that its credit is a share of.",
    why="A credit below the cost of asking for it moves nobody: it is paid, and nothing changes.",
    bad="ladders: {availability: [{below: 99.9%, credit: 0.5%}]}",
    good="ladders: {availability: [{below: 99.9%, credit: 10%}, {below: 99%, credit: 25%}]}",
    source="Own threshold of 2%; the worst value is credited by the same sums as a real one.",
)

LEAST = Fraction(2)


def find(context: Context) -> Iterator[Finding]:
    for metric in credited_metrics(context):
        worst = _worst(context, metric)
        if worst is not None and worst.percent < LEAST:
            percent = spelled.share(worst.percent)
            amount = f", {spelled.money(worst.credit)}" if worst.credit else ""
            yield RULE.finding(
                f"The worst value of {context.called(metric)} earns {percent} of its fees{amount}.",
                f"metrics.{metric.id}",
                figures=(("worst value", spelled.share(worst.value)), ("credit", percent)),
                witness=f"A value of {spelled.share(worst.value)} earns {percent}{amount}.",
                mend="higher credits, or another consequence of a miss",
            )


def _worst(context: Context, metric: Metric) -> Earned | None:
    """What the worst possible value earns; None where that is no percentage or cannot be computed."""
    if metric.owed is None or not isinstance(metric.owed.value, Percent):
        return None
    value = Fraction(0) if context.higher_is_better(metric) else Fraction(100)
    try:
        return earned(context.agreement, metric.id, value)
    except Impossible:
        return None
