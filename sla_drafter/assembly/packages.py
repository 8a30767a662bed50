"""The targets and bands that hold for a customer with packages: those of a package in place of the general ones."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.offer import Package


def with_packages(agreement: Agreement) -> Agreement:
    """The agreement as it holds with the packages that were taken; without any it is as it stands."""
    taken = tuple(_taken(agreement))
    if not taken:
        return agreement
    targets = {one.id: one.target for package in taken for one in package.targets if one.target}
    bands = {one.id: one for package in taken for one in package.ladders}
    metrics = tuple(evolve(one, target=targets.get(one.id, one.target)) for one in agreement.metrics)
    promised = agreement.credits
    if promised:
        promised = evolve(promised, ladders=tuple(bands.get(one.id, one) for one in promised.ladders))
    return evolve(agreement, metrics=metrics, credits=promised)


def _taken(agreement: Agreement) -> Iterator[Package]:
    """The packages that were taken, each behind those that it stands on; a circle is gone through once."""
    by_id = {package.id: package for package in agreement.packages}
    seen: set[str] = set()

    def up_to(identity: str) -> Iterator[Package]:
        package = by_id.get(identity)
        if package is None or identity in seen:
            return
        seen.add(identity)
        if package.on_top_of:
            yield from up_to(package.on_top_of)
        yield package

    for identity in agreement.packages_taken:
        yield from up_to(identity)
