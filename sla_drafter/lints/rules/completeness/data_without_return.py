"""The provider holds the customer's data, and nobody says how they come back."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-31",
    name="data_without_return",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks=(
        "Where a service holds data of the customer, the exit says in which format they are returned. A blank on the "
        "paper is an error."
    ),
    why="At the end the customer needs the data more than anything else, and has least to offer for them.",
    bad="services: {database: {customer_data: yes}} (no termination.exit)",
    good="termination: {exit: {period: 90 days, data_format: pg_dump archive}}",
    source="Regulation (EU) 2023/2854 (Data Act), Art. 25, for data processing services; good practice elsewhere.",
    kinds=EXTERNAL,
)


def find(context: Context) -> Iterator[Finding]:
    termination = context.agreement.termination
    leaving = termination.exit if termination else None
    for service in context.agreement.services:
        if service.customer_data and (leaving is None or leaving.data_format is None):
            yield RULE.finding(
                f"{context.called(service)} holds data of the customer, and nothing says how they are returned.",
                "termination.exit.data_format",
                mend="exit: {period: 90 days, data_format: …}",
                also=(f"services.{service.id}.customer_data",),
            )
