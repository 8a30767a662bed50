"""Two credit bands hold the same values."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment import bands
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import example, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-02",
    name="ladder_overlap",
    severity=Severity.ERROR,
    checks="No value falls in two bands of a ladder.",
    why="Two credits for one month: each side reads the row it likes.",
    bad="99.0% to 99.9%: 10%. 95.0% to 99.0%: 25%. (99.0% is in both)",
    good="below 99.9%: 10%. below 99.0%: 25%. (a value equal to 'below' belongs to the better band)",
    source="Interval arithmetic on the borders as typed, no tolerance; a stated step of reported values is honoured.",
)


def find(context: Context) -> Iterator[Finding]:
    for ladder, metric in context.ladders:
        for fault in bands.overlaps(ladder, higher_is_better=context.higher_is_better(metric)):
            better, worse = fault.bands
            amounts = [example.credit(context, metric, band.credit) for band in fault.bands]
            path = f"credits.ladders.{ladder.id}"
            yield RULE.finding(
                f"{example.called(better).capitalize()} and {example.called(worse)} both hold the values "
                f"{spelled.zone(fault.zone)}.",
                f"{path}.{worse.id}",
                note="this band",
                also=(f"{path}.{better.id}",),
                also_notes=("and this one",),
                witness=f"{example.month_at(context, metric, fault.witness)}, credit {' or '.join(amounts)}.",
                mend="write each row as  below: …  (a value equal to it belongs to the better band)",
            )
