"""Clocks and calendars have no time zone."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CON-16",
    name="zone_missing",
    severity=Severity.ERROR,
    checks="Where there are metrics, severities or schedules, the agreement names the time zone of all of them.",
    why="A month begins eight hours earlier in Singapore; the outage of that night is in one month or in the other.",
    bad="time: {value_rounding: none}",
    good="time: {zone: Europe/London}",
    source="Names of the IANA time zone database; an abbreviation stands for several zones.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    needed = agreement.metrics or agreement.severities or agreement.hours
    if needed and (agreement.time is None or agreement.time.zone is None):
        yield RULE.finding(
            "Nothing says in which time zone clocks and months run.", "time.zone", mend="zone: Europe/London"
        )
