"""The provider is excused when its own supplier fails."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints.context import Context
from sla_drafter.lints.kinds import EXTERNAL
from sla_drafter.lints.rule import Rule
from sla_drafter.lints.wordlists import pattern
from sla_drafter.model.sides import sides_of

RULE = Rule(
    code="CTL-06",
    name="own_supplier_excused",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "The failure of something that the provider of the service contracts itself is not excused, neither by a flag "
        "nor by the test of an exclusion. It is a warning where a test does not say whose supplier it means."
    ),
    why="The exclusion swallows the promise: whoever runs on somebody else's machines has excused every outage.",
    bad=(
        "dependencies: {hosting: {name: data centre operator, owner: provider, excused: yes}}\n"
        "exclusions: {cloud: {test: caused by the cloud service provider}}"
    ),
    good="dependencies: {hosting: {name: data centre operator, owner: provider, excused: no}}",
    source="Public agreements that exclude what their own cloud provider causes; back-to-back terms are the remedy.",
    kinds=EXTERNAL,
)


def find(context: Context) -> Iterator[Finding]:
    yield from _flags(context)
    yield from _tests(context) if context.paper.language in LANGUAGES else ()


def _flags(context: Context) -> Iterator[Finding]:
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


def _tests(context: Context) -> Iterator[Finding]:
    """The tests of exclusions that name a supplier, but one of the customer or one that is taken out again."""
    supplier, theirs, customer, but = (pattern("free_text", context.paper.language, key) for key in _KEYS)
    for exclusion in context.agreement.exclusions:
        test = context.words(exclusion.test)
        found = supplier.search(test)
        if found is None or but.search(test[max(0, found.start() - _NEAR) : found.start()]):
            continue
        around = test[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        is_theirs = bool(theirs.search(around))
        if is_theirs or not customer.search(around):
            yield RULE.finding(
                f"A failure of “{found[0]}” is excused, and the provider itself contracts {_WHO[is_theirs]}.",
                f"exclusions.{exclusion.id}.test",
                severity=RULE.severity if is_theirs else Severity.WARNING,
                quote=found[0],
                mend="delete the exclusion   (and the same levels in the agreement with the supplier)",
            )


_KEYS = ("supplier", "theirs", "customer", "but")
_NEAR = 40
"""How far from a supplier it is said whose it is."""
_WHO = {True: "it", False: "such a one, if it is its own"}
