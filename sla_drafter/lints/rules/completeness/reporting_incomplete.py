"""Reports without content, rhythm, recipient or channel."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import all_but
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-20",
    name="reporting_incomplete",
    severity=Severity.ERROR,
    checks="The regular report says what it holds, how often it comes, to whom, and how it is sent.",
    why="The report proves the miss; a credit and the right to end are counted from it.",
    bad="reports: {content: on request}",
    good=(
        "reports: {every: 1 month, due: 5 business days, recipients: [customer_representative], content: "
        "the value of every Service Level, channel: e-mail}"
    ),
    source="Reporting is a required clause of every two-sided kind.",
    kinds=all_but("commitment"),
)

REPORTED = {
    "every": ("rhythm", "every: 1 month"),
    "recipients": ("recipient", "recipients: [customer_representative]"),
    "content": ("content", "content: the value of every Service Level"),
    "channel": ("channel", "channel: e-mail"),
}


def find(context: Context) -> Iterator[Finding]:
    reports = context.agreement.reports
    if context.settled & {"reporting"}:
        return
    for name, (lacks, mend) in REPORTED.items():
        if not getattr(reports, name, None):
            yield RULE.finding(f"The report has no {lacks}.", f"reports.{name}", mend=mend)
