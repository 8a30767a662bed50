"""Repeated failure ends the agreement, and nobody says how often."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="REM-10",
    name="trigger_without_numbers",
    severity=Severity.ERROR,
    checks="The end for chronic failure says how many misses, of which metric, and within which time.",
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


def find(context: Context) -> Iterator[Finding]:
    ending = context.agreement.termination
    if ending and ending.chronic_failure:
        yield from missing(RULE, ending.chronic_failure, "termination.chronic_failure", NEEDED)
