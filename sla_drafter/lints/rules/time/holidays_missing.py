"""A desk closes at night, and nobody says whether it opens on a public holiday."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.opening import closes
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="TIM-03",
    name="holidays_missing",
    severity=Severity.WARNING,
    others=(Severity.ERROR, Severity.INFO),
    checks=(
        "A schedule that closes says whose public holidays are closed days. It is a warning for the schedule that "
        "business days and hours mean; the table of hours says of any other that it is never closed then."
    ),
    why="The first clock that runs over Christmas is the first dispute; two countries share few holidays.",
    bad="desk: {week: Mon-Fri 08:00-18:00}",
    good="desk: {week: Mon-Fri 08:00-18:00, holidays: England and Wales}",
    source="Public holidays differ by country and by part of it; the calendars are computed for each year.",
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    named = agreement.time.business if agreement.time else None
    closing = [hours.id for hours in agreement.hours if closes(hours)]
    meant = named or (closing[0] if len(closing) == 1 else None)
    for hours in agreement.hours:
        if hours.week is not None and not hours.week.is_always and hours.holidays is None:
            yield RULE.finding(
                f"Nothing says on which public holidays {hours.id} is closed.",
                f"hours.{hours.id}.holidays",
                severity=RULE.severity if hours.id == meant else Severity.INFO,
                mend="holidays: England and Wales   (the place whose calendar holds)",
            )
