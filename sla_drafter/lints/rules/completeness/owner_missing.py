"""Nobody answers for a service level."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule

RULE = Rule(
    code="CMP-18",
    name="owner_missing",
    severity=Severity.WARNING,
    others=(Severity.ERROR,),
    checks="Each metric has an owner, a role that answers for it. A blank on the paper is an error.",
    why="A figure without an owner is reported and not mended.",
    bad="metrics: {availability: {target: at least 99.9%}}",
    good=(
        "roles: {service_level_manager: {party: provider, title: Service level manager}} owner: service_level_manager"
    ),
    source="Service level management names an owner for each level.",
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        if metric.owner is None:
            message = f"Nobody answers for {context.called(metric)}."
            yield RULE.finding(message, f"metrics.{metric.id}.owner", mend="owner: service_level_manager   (a role)")
