"""Service levels that hold whatever the load."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import all_but
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-30",
    name="workload_limit_missing",
    severity=Severity.WARNING,
    checks="Each service states the volume up to which its levels hold; a commitment depends on nothing.",
    why="A target that must hold at any load is priced for the worst day, or broken on it.",
    bad="services: {desk: {name: Service desk}}",
    good="workload: {limit: 400 tickets a month, tolerance: 10%, above: best effort}",
    source="ISO/IEC 20000-1:2018, 8.3.3: targets, workload limits and exceptions.",
    kinds=all_but("commitment"),
)


def find(context: Context) -> Iterator[Finding]:
    for service in context.agreement.services:
        if service.workload is None or service.workload.limit is None:
            message = f"The levels of {context.called(service)} hold at any volume."
            yield RULE.finding(
                message, f"services.{service.id}.workload.limit", mend="workload: {limit: 4000 connections}"
            )
