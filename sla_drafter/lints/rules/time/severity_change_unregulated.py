"""A case becomes urgent, and nobody says how much time is left."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.metrics import SeverityClock

RULE = Rule(
    code="TIM-06",
    name="severity_change_unregulated",
    severity=Severity.INFO,
    graded={"support": Severity.WARNING},
    others=(Severity.ERROR,),
    checks=(
        "Where there are several severities with times, the clock or the clause on restores says what a change of "
        "severity does to it."
    ),
    why="A case of four hours becomes one of one hour after three: it is late at once, or has an hour more.",
    bad="severity_clock: {start: reported}",
    good="severity_clock: {start: reported, on_change: elapsed time counts}",
    source="Support agreements: the time that has run counts, the new target holds from the change.",
    reads=Reads.DRAFT,
)

CHANGE = Needed("on_change", "Nothing says what a change of severity does to the clock.", "elapsed time counts")


def find(context: Context) -> Iterator[Finding]:
    if context.covers("resolution_times"):
        return  # it says that the time that has run counts, unless the agreement says otherwise
    if len([one for one in context.agreement.severities if one.response or one.restore]) > 1:
        yield from missing(RULE, context.agreement.severity_clock or SeverityClock(), "severity_clock", (CHANGE,))
