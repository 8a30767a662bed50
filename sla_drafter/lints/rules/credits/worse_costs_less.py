"""Worse service costs the provider less."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment import bands
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import example, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-03",
    name="worse_costs_less",
    severity=Severity.ERROR,
    checks="The credit does not fall as the service gets worse.",
    why="In a bad month the provider would do best to let it get worse.",
    bad="below 99.9%: 10%. below 99.0%: 5%.",
    good="below 99.9%: 5%. below 99.0%: 10%.",
    source="Monotony of the ladder, checked band by band.",
)


def find(context: Context) -> Iterator[Finding]:
    for ladder, metric in context.ladders:
        for fault in bands.falls(ladder, higher_is_better=context.higher_is_better(metric)):
            better, worse = fault.bands
            amounts = [example.credit(context, metric, band.credit) for band in fault.bands]
            path = f"credits.ladders.{ladder.id}"
            yield RULE.finding(
                f"{example.called(worse).capitalize()} is worse service than {example.called(better)} and costs less.",
                f"{path}.{worse.id}.credit",
                note="the lower credit",
                also=(f"{path}.{better.id}.credit",),
                also_notes=("the higher credit, for better service",),
                witness=f"{example.month_at(context, metric, fault.witness)}, credit {amounts[1]}; "
                f"in the better band the credit is {amounts[0]}.",
                mend=f"credit: {spelled.fact(better.credit, context.agreement)}   (or more)",
            )
