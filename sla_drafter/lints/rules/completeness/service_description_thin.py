"""A service description that leaves out how the service is delivered."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-05",
    name="service_description_thin",
    severity=Severity.WARNING,
    checks=(
        "Each service says how and when it is delivered, with which processes and technologies, what it rests on, "
        "how it runs in special situations, how fast ordinary requests are carried out, and when it is "
        "maintained."
    ),
    why="What is not described is argued about when it is missed: every one of these facts decides a dispute.",
    bad="services: {crm: {name: CRM, purpose: keeps the customer records, delivery: as needed}}",
    good=(
        "delivery, hours, dependencies, processes, technologies, modes and turnaround are filled in; so is maintenance."
    ),
    source="Service description of ISO/IEC 20000-1:2018; checklists of public SLA templates.",
    kinds=only("customer_based", "service_based", "multi_level", "internal", "outsourcing", "support"),
)

DESCRIBED = {
    "delivery": "the way of delivery",
    "hours": "service hours",
    "dependencies": "what it rests on",
    "processes": "the processes followed",
    "technologies": "the technologies used",
    "modes": "how it runs in special situations",
    "turnaround": "how fast ordinary requests are carried out",
}


def find(context: Context) -> Iterator[Finding]:
    for service in context.agreement.services:
        missing = {name: words for name, words in DESCRIBED.items() if not getattr(service, name)}
        offered = service.maintenance or context.agreement.maintenance
        if not offered and not context.settled & {"maintenance_scheduled"}:
            missing["maintenance"] = "maintenance"
        if missing:
            yield RULE.finding(
                f"The description of {context.called(service)} lacks {spelled.listed([*missing.values()])}.",
                f"services.{service.id}",
                mend=", ".join(f"{name}: …" for name in missing),
            )
