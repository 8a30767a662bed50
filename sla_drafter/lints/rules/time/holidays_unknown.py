"""The public holidays of a place that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.attainment.public_holidays import UnknownPlace, named
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="TIM-17",
    name="holidays_unknown",
    severity=Severity.ERROR,
    checks="The place whose public holidays close a desk has a calendar, in every language in which it is named.",
    why="Business days cannot be counted by a calendar that nobody has: no deadline on such hours can be computed.",
    bad="desk: {week: Mon-Fri 08:00-18:00, holidays: Atlantis}",
    good="desk: {week: Mon-Fri 08:00-18:00, holidays: England and Wales}",
    source="The calendars cover about 250 countries and their parts; single days can be written as dates.",
)


def find(context: Context) -> Iterator[Finding]:
    for hours in context.agreement.hours:
        for language, words in hours.holidays.by_language if hours.holidays else ():
            try:
                named(words)
            except UnknownPlace as unknown:
                alike = [name for name in unknown.near if name[:1].lower() == unknown.words[:1].lower()]
                near = " or ".join(alike) or "a country or a part of one, such as England and Wales, or dates"
                yield RULE.finding(
                    f"No public holidays are known for “{unknown.words}”.",
                    f"hours.{hours.id}.holidays" + (f".{language}" if language else ""),
                    quote=unknown.words,
                    mend=f"holidays: {near}",
                )
