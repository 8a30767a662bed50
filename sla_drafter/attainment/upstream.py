"""What a metric rests on: the upstream agreements of its service, and what they allow to be promised together.

An upstream level is a threshold for credits and no chance, so it is the ceiling of a promise and nothing more. Parts in
series are multiplied, copies side by side are counted as k of n, and the Fréchet bounds hold without independence.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sla_drafter.attainment.composition import AtLeast, Component, Serial, System, bounds, independent
from sla_drafter.attainment.feasibility import upstream_ceiling
from sla_drafter.attainment.refusal import WHOLE, Impossible, percentage
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.private import Upstream
from sla_drafter.model.scalars import Percent
from sla_drafter.model.services import Service
from sla_drafter.values import frozen

AVAILABILITIES = ("time_availability", "request_availability")


@frozen
class Ceiling:
    """What upstream agreements allow, in per cent.

    `lowest` is the weakest part with its copies, `together` holds if failures are independent of each other, and from
    `worst` to `best` whatever they have in common.
    """

    parts: tuple[Upstream, ...]
    lowest: Fraction
    together: Fraction
    worst: Fraction
    best: Fraction

    def allows(self, target: Fraction) -> bool:
        """Whether a target is within what the parts allow together."""
        return target <= self.together


def upstream_of(agreement: Agreement, service: str | None) -> tuple[Upstream, ...]:
    """What a service rests on: what it names as a dependency and does not excuse, what names it, what names none."""
    parts = agreement.private.upstream if agreement.private else ()
    named = {one.id for each in agreement.services for one in each.dependencies}
    found: Service | None = referent(agreement, "services", service) if service else None
    own = {one.id: one for one in found.dependencies} if found else {}
    return tuple(part for part in parts if _carries(part, service, named, {id_: bool(own[id_].excused) for id_ in own}))


def _carries(part: Upstream, service: str | None, named: set[str], own: dict[str, bool]) -> bool:
    if part.id in own:
        return not own[part.id]
    if part.service:
        return part.service == service
    return part.id not in named


def system(parts: Iterable[Upstream]) -> System:
    """The parts in series, each with its copies side by side. Raises `Impossible` for figures that cannot be."""
    return Serial(tuple(_part(part) for part in parts))


def _part(part: Upstream) -> System:
    where = f"private.upstream.{part.id}"
    level = Fraction(part.availability.value) if part.availability else WHOLE
    one = Component(percentage(f"{where}.availability", level) / WHOLE)
    copies, needed = (1 if count is None else count for count in (part.copies, part.needed))
    if copies < 1:
        raise Impossible(f"{where}.copies", copies, "It is 1 or more.")
    if not 1 <= needed <= copies:
        raise Impossible(f"{where}.needed", needed, f"It is from 1 to {copies}, the number of copies.")
    return AtLeast(needed, (one,) * copies)


def ceiling(agreement: Agreement, metric: Metric) -> Ceiling | None:
    """What upstream agreements allow an availability to be promised at; None where none says a level.

    Raises `Impossible` for a level or a number of copies that cannot be.
    """
    target = metric.target
    if target is None or not isinstance(target.value, Percent) or target.comparator.id != "at_least":
        return None
    if metric.formula is None or metric.formula.kind.id not in AVAILABILITIES:
        return None
    parts = tuple(part for part in upstream_of(agreement, metric.service) if part.availability)
    if not parts:
        return None
    whole = system(parts)
    alone = [independent(_part(part)) * WHOLE for part in parts]
    limits = bounds(whole)
    return Ceiling(
        parts, upstream_ceiling(alone), independent(whole) * WHOLE, limits.worst * WHOLE, limits.best * WHOLE
    )
