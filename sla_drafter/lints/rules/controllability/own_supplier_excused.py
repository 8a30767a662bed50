"""The provider is excused when its own supplier fails."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.rule import Rule
from sla_drafter.model.sides import sides_of

RULE = Rule(
    code="CTL-06",
    name="own_supplier_excused",
    severity=Severity.ERROR,
    checks="The failure of something that the provider of the service contracts itself is not excused.",
    why="The exclusion swallows the promise: whoever runs on somebody else's machines has excused every outage.",
    bad="dependencies: {hosting: {name: data centre operator, owner: provider, excused: yes}}",
    good="dependencies: {hosting: {name: data centre operator, owner: provider, excused: no}}",
    source="Public agreements that exclude what their own cloud provider causes; back-to-back terms are the remedy.",
    kinds=EXTERNAL,
)


def find(context: Context) -> Iterator[Finding]:
    for service in context.agreement.services:
        provider = sides_of(context.agreement, service).provider
        for part in service.dependencies:
            if part.excused and provider is not None and part.owner == provider:
                path = f"services.{service.id}.dependencies.{part.id}"
                yield RULE.finding(
                    f"A failure of {context.called(part)} is excused, and the provider itself contracts it.",
                    f"{path}.excused",
                    also=(f"{path}.owner",),
                    also_notes=("who contracts it",),
                    mend="excused: no   (and the same levels in the agreement with the supplier)",
                )
