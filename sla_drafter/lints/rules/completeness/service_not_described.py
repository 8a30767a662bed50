"""A service that is a name only."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import all_but
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-04",
    name="service_not_described",
    severity=Severity.ERROR,
    checks="There is a service, and each service says what it does for the customer or what the customer receives.",
    why="Whether a service was delivered can be judged only against words that say what it is.",
    bad="services: {crm: {name: CRM}}",
    good="services: {crm: {name: CRM, purpose: keeps the customer records of the sales teams}}",
    source="ISO/IEC 20000-1:2018, 8.3.3: the agreement is about documented services.",
    kinds=all_but("commitment"),
)


def find(context: Context) -> Iterator[Finding]:
    services = context.agreement.services
    if not services:
        yield RULE.finding("No service is named.", "services", mend="services: {database: {name: …, purpose: …}}")
    for service in services:
        if service.purpose is None and not service.deliverables:
            message = f"{context.called(service)} has a name, and nothing says what it is."
            yield RULE.finding(
                message, f"services.{service.id}.purpose", mend="purpose: …   (what it does for the customer)"
            )
