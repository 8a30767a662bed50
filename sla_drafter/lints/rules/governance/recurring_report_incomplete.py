"""A report with a name has no sender, no reader, or nothing that it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.required import Needed, missing
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="GOV-02",
    name="recurring_report_incomplete",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="A recurring report says from whom, to whom, how often, and on what it is based.",
    why="A report that everybody expects of somebody else is written twice and then never again.",
    bad="recurring_reports: {friction: {every: 1 month}}",
    good="friction: {every: 1 month, sender: service_lead, recipients: [sales_lead], basis: the cases of the month}",
    source="Reports between teams: a sender, a reader, a rhythm, a source.",
)

NEEDED = (
    Needed("sender", "Nothing says who sends this report.", "service_lead   (a role)"),
    Needed("recipients", "Nothing says who receives this report.", "[sales_lead]   (roles)"),
    Needed("every", "Nothing says how often this report comes.", "1 month"),
    Needed("basis", "Nothing says what this report is based on.", "the cases of the month"),
)


def find(context: Context) -> Iterator[Finding]:
    for report in context.agreement.recurring_reports:
        yield from missing(RULE, report, f"recurring_reports.{report.id}", NEEDED)
