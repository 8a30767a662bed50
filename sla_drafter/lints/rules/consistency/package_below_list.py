"""A package promises less than everybody receives."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import lengths
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Duration, Percent, Target

RULE = Rule(
    code="CON-30",
    name="package_below_list",
    severity=Severity.WARNING,
    checks="Each target of a package is at least as strict as the target in the list.",
    why=(
        "Whoever pays more and receives less will say that the package was a mistake, and nobody can say "
        "which target holds."
    ),
    bad="metrics: at least 99.9%   packages: {gold: {targets: {availability: at least 99.5%}}}",
    good="packages: {gold: {targets: {availability: at least 99.95%}}}",
    source="Packages add to a base service.",
)


def find(context: Context) -> Iterator[Finding]:
    listed = {metric.id: metric.target for metric in context.agreement.metrics}
    for package in context.agreement.packages:
        for promised in package.targets:
            base = listed.get(promised.id)
            if promised.target and base and weaker(promised.target, base):
                yield RULE.finding(
                    f"{context.called(package)} promises less than everybody receives.",
                    f"packages.{package.id}.targets.{promised.id}",
                    also=(f"metrics.{promised.id}.target",),
                    also_notes=("the target for everybody",),
                    mend="a stricter target, or none",
                )


def weaker(target: Target, base: Target) -> bool:
    """Whether a target is weaker than another; those that cannot be compared are not."""
    if target.comparator != base.comparator:
        return False
    match target.value, base.value:
        case Percent(value=ours), Percent(value=theirs):
            return ours < theirs if target.comparator.id == "at_least" else ours > theirs
        case Duration() as ours, Duration() as theirs:
            higher = target.comparator.id == "at_least"
            return lengths.certainly_longer(theirs, ours) if higher else lengths.certainly_longer(ours, theirs)
    return False
