"""A target of 100% with a credit."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Percent

RULE = Rule(
    code="FEA-08",
    name="certainty_with_credit",
    severity=Severity.WARNING,
    checks="A metric that has a credit ladder has a target below 100% (above 0% where lower is better).",
    why="Chance alone misses it: the first second of downtime in years of service is a breach with a credit.",
    bad="target: at least 100%   with a credit of 10% below it",
    good="target: at least 99.99%   with the credit below that",
    source="No random process stays at 100%; such targets are met by exclusions, not by service.",
)


def find(context: Context) -> Iterator[Finding]:
    for ladder, metric in context.ladders:
        border = metric.target.value if metric.target else None
        if not isinstance(border, Percent) or not any(band.credit and band.credit.value for band in ladder.bands):
            continue
        better = context.higher_is_better(metric)
        if border.value >= 100 if better else border.value <= 0:
            promised = spelled.fact(border, context.agreement)
            yield RULE.finding(
                f"{context.called(metric)} promises {promised}, and any miss is credited.",
                f"metrics.{metric.id}.target",
                also=(f"credits.ladders.{ladder.id}",),
                also_notes=("with a credit",),
                mend="target: at least 99.99%" if better else "target: at most 0.01%",
            )
