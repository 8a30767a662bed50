"""A portal is promised, and nobody says how current it is and how long it remembers."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-05",
    name="portal_incomplete",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="A portal says how often its figures are renewed, how long they are kept, and how they are taken out.",
    why="Figures that are gone when they are contested, or cannot be taken out, prove nothing.",
    bad="portal: {url: https://status.example}",
    good="portal: {url: https://status.example, refresh: 1 day, retention: 13 months, export: CSV}",
    source="A year and a month of figures covers a year's comparison.",
)

NEEDED = (
    Needed("refresh", "Nothing says how often the figures of the portal are renewed.", "1 day"),
    Needed("retention", "Nothing says how long the portal keeps its figures.", "13 months"),
    Needed("export", "Nothing says how figures are taken out of the portal.", "CSV"),
)


def find(context: Context) -> Iterator[Finding]:
    reports = context.agreement.reports
    if reports and reports.portal:
        yield from missing(RULE, reports.portal, "reports.portal", NEEDED)
