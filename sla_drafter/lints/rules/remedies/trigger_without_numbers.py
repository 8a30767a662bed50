"""Repeated failure ends the agreement, and nobody says how often."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.triggers import needed_by
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.spelled import listed
from sla_drafter.model.chronic_failure import AT, Trigger, TriggerKind

RULE = Rule(
    code="REM-10",
    name="trigger_without_numbers",
    severity=Severity.ERROR,
    checks="Each event that lets the customer end says how many or how low, of which metric, and within which time.",
    why="Two misses in three years, or five in one: without numbers the end itself is the dispute.",
    bad="chronic_failure: {of: availability}",
    good="chronic_failure: {misses: 3, of: availability, within: 6 months}",
    source="Termination triggers of outsourcing and cloud agreements.",
)

NEEDED = (
    Needed("misses", "Nothing says how many misses are a chronic failure.", "3   (as agreed)"),
    Needed("of", "Nothing says of which metric the misses count.", "…   (a metric)"),
    Needed("within", "Nothing says within which time misses count.", "6 months   (as agreed)"),
)
OF_A_TRIGGER = {
    "of": Needed("of", "Nothing says of which metric.", "…   (a metric)"),
    "within": Needed("within", "Nothing says within which time.", "6 months   (as agreed)"),
    "longer_than": Needed("longer_than", "Nothing says how long an outage lasts before it counts.", "30 minutes"),
}
OF_MISSES = Needed(
    "of", "Nothing says of which metric the misses count.", "…   (a metric; or counting: any service level)"
)
KINDS = [kind.value for kind in TriggerKind]


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    chronic = ending.chronic_failure if ending else None
    if chronic is None:
        return
    if chronic.is_short:
        yield from missing(RULE, chronic, AT, NEEDED)
    for trigger in chronic.triggers:
        yield from _of_one(trigger)


def _of_one(trigger: Trigger) -> Iterator[Finding]:
    """What one trigger of the list leaves open: its event, or a figure of it."""
    given = [kind.value for kind in trigger.kinds]
    if not given:
        yield RULE.finding(
            "Nothing says which event lets the customer end.",
            f"{trigger.path}.misses",
            mend=f"one of {listed(KINDS)}, as misses: 3",
        )
    elif len(given) > 1:
        yield RULE.finding(
            f"This is {len(given)} events in one: {listed(given)}. Nothing says whether one of them is enough.",
            f"{trigger.path}.{given[1]}",
            also=(f"{trigger.path}.{given[0]}",),
            mend="a trigger of its own, with an id of its own, for each",
        )
    else:
        needs = [OF_MISSES if given == ["misses"] and key == "of" else OF_A_TRIGGER[key] for key in needed_by(trigger)]
        yield from missing(RULE, trigger, trigger.path, needs)
