"""Somebody answers for a metric who is not on the side that delivers it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import TWO_SIDED
from sla_drafter.lints.rule import Rule
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.sides import sides_of

RULE = Rule(
    code="CTL-11",
    name="owner_without_influence",
    severity=Severity.WARNING,
    checks="The role that answers for a metric belongs to the party whose performance it measures.",
    why="Sales cannot raise the number of leads; whoever answers for what others do can only explain it.",
    bad="leads: {service: marketing, owner: head_of_sales}",
    good="leads: {service: marketing, owner: head_of_marketing}",
    source="A measure belongs to those who can change it.",
    kinds=TWO_SIDED,
)


def find(context: Context) -> Iterator[Finding]:
    for metric in context.agreement.metrics:
        role = referent(context.agreement, "roles", metric.owner) if metric.owner else None
        obligor = _obligor(context, metric)
        if role is not None and role.party and obligor and role.party != obligor:
            yield RULE.finding(
                f"{context.called(metric)} measures {obligor}, and {context.called(role)} of {role.party} answers "
                "for it.",
                f"metrics.{metric.id}.owner",
                figures=(("measured party", obligor), ("party of the owner", role.party)),
                also=(f"roles.{role.id}.party",),
                also_notes=("the party of this role",),
                mend=f"owner: …   (a role of {obligor})",
            )


def _obligor(context: Context, metric: Metric) -> str | None:
    """The party whose performance the metric measures."""
    service = context.service_of(metric)
    if service is None:
        return None
    found = sides_of(context.agreement, service)
    return found.customer if metric.obligor and metric.obligor.id == "customer" else found.provider
