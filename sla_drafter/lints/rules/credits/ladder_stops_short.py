"""The worst months earn nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment import bands
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import example, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-05",
    name="ladder_stops_short",
    severity=Severity.WARNING,
    checks="The last band of a ladder reaches down to a service that does not work at all.",
    why="The month in which nothing worked is the one the customer thinks of when reading the ladder.",
    bad="99.0% to 99.9%: 10%. 95.0% to 99.0%: 25%. (nothing below 95.0%)",
    good="below 99.9%: 10%. below 99.0%: 25%. below 95.0%: 50%.",
    source="Public ladders reach zero with 100% or 50% of the fee.",
)


def find(context: Context) -> Iterator[Finding]:
    for ladder, metric in context.ladders:
        fault = bands.unreached(ladder, higher_is_better=context.higher_is_better(metric))
        if fault:
            last = fault.bands[0]
            yield RULE.finding(
                f"The last band ends: no credit is stated for values {spelled.zone(fault.zone)}.",
                f"credits.ladders.{ladder.id}.{last.id}",
                note="the last band",
                witness=f"{example.month_at(context, metric, fault.witness)}, missed, credit "
                f"{example.credit(context, metric, None)}.",
                mend=f"- {{below: {spelled.share(fault.zone.high)}, credit: …}}",
            )
