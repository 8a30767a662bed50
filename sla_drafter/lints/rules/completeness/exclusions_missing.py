"""Nothing is excused, or maintenance is spoken of and never defined."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-14",
    name="exclusions_missing",
    severity=Severity.WARNING,
    checks=(
        "There is a closed list of events that excuse a miss, and maintenance is defined where a service speaks of it."
    ),
    why=(
        "Without a list the law of the contract decides what excuses, case by case; with an open list the "
        "provider does."
    ),
    bad="metrics with targets and no exclusions",
    good=(
        "exclusions: {customer_cause: {test: the miss would not have happened but for an act or omission of the "
        "Customer}}"
    ),
    source="Every public cloud SLA closes its list of exclusions.",
    kinds=EXTERNAL,
)


def find(context: Context) -> Iterator[Finding]:
    agreement = context.agreement
    if not agreement.exclusions and "exclusions" not in context.settled:
        yield RULE.finding("No event excuses a miss.", "exclusions", mend="exclusions: {customer_cause: {test: …}}")
    for service in agreement.services:
        if agreement.maintenance is None and any(mode.id == "maintenance" for mode in service.modes):
            message = f"{context.called(service)} has a mode for maintenance, and maintenance is not defined."
            yield RULE.finding(
                message,
                f"services.{service.id}.modes.maintenance",
                mend="maintenance: {planned: {window: Sunday 04:00-06:00, notice: 5 business days}}",
            )
