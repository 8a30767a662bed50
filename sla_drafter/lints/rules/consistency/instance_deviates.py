"""One customer of a service has other terms than all the others."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import only
from sla_drafter.lints.rule import Rule
from sla_drafter.model.paths import value_at

RULE = Rule(
    code="CON-24",
    name="instance_deviates",
    severity=Severity.ERROR,
    checks=(
        "An agreement for one customer of a service-based text states nothing of its own but the customer, "
        "its people, packages and dates."
    ),
    why=(
        "One text for all customers is the promise of this kind; whoever needs other terms needs an "
        "agreement of their own."
    ),
    bad="extends: service.yaml   metrics: {availability: {target: at least 99.99%}}",
    good="extends: service.yaml   packages_taken: [gold]",
    source="Service-based agreements: the same conditions for every customer.",
    kinds=only("service_based"),
)

OWN = (
    "title",
    "version",
    "parties.customer",
    "roles.",
    "term.",
    "packages_taken",
    "acceptance",
    "private",
    "publication",
)
"""What an agreement for one customer may state."""


def find(context: Context) -> Iterator[Finding]:
    parent = context.agreement.parent
    if parent is None or "service_based" not in {kind.id for kind in parent.kind}:
        return
    for fact in context.facts:
        if fact.path.startswith(OWN) or value_at(parent, fact.path) == fact.value:
            continue
        yield RULE.finding(
            "This differs from the text that holds for every customer.",
            fact.path,
            also=(f"parent.{fact.path}",) if value_at(parent, fact.path) is not None else (),
            also_notes=("the text for every customer",) if value_at(parent, fact.path) is not None else (),
            mend="delete it, or use kind: customer_based",
        )
