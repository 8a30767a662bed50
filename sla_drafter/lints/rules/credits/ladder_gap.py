"""Between two credit bands there are values that no band holds."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment import bands
from sla_drafter.findings import Edit, Finding, Mend, Severity
from sla_drafter.lints import example, spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CRE-01",
    name="ladder_gap",
    severity=Severity.ERROR,
    checks="Between the best and the worst band of a ladder every value falls in a band.",
    why="A month that lands in the hole has missed the target and earns nothing, or so one side will say.",
    bad="98.0% to 98.9%: 10%. 97.0% to 97.9%: 25%. (98.95% is nowhere)",
    good="below 99.0%: 10%. below 98.0%: 25%.",
    source="Interval arithmetic on the borders as typed, no tolerance; a stated step of reported values is honoured.",
)


def find(context: Context) -> Iterator[Finding]:
    for ladder, metric in context.ladders:
        higher_is_better = context.higher_is_better(metric)
        for fault in bands.gaps(ladder, higher_is_better=higher_is_better):
            better, worse = fault.bands
            path = f"credits.ladders.{ladder.id}"
            yield RULE.finding(
                f"No band holds the values {spelled.zone(fault.zone)}.",
                f"{path}.{worse.id}",
                note="this band should reach up to the better one",
                also=(f"{path}.{better.id}",),
                also_notes=("the better band ends here",),
                witness=f"{example.month_at(context, metric, fault.witness)}, missed, and no credit is stated.",
                mend=mend(f"{path}.{worse.id}", fault.zone, higher_is_better),
            )
        for band in bands.empty(ladder):
            yield RULE.finding(
                f"{example.called(band).capitalize()} holds no value: its borders are the wrong way round, "
                "or no reported value lies between them.",
                f"credits.ladders.{ladder.id}.{band.id}",
                mend="from: the lower border, to: the higher one, further apart than one step of reported values",
            )


def mend(band: str, hole: bands.Zone, higher_is_better: bool) -> Mend:
    """The worse band reaches up to the better one."""
    if higher_is_better:
        key, border, other = "to", spelled.share(hole.high), "   to_included: yes" if hole.high_included else ""
    else:
        key, border, other = "from", spelled.share(hole.low), "" if hole.low_included else "   from_included: no"
    return Mend(f"{key}: {border}{other}", () if other else (Edit(f"{band}.{key}", border),))
