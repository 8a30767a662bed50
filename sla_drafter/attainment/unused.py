"""Rows of a period that no service level is about: they are said, so that nothing is left out silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sla_drafter.attainment.attained import Attained, Proof, Proofs
from sla_drafter.model.columns import NEVER
from sla_drafter.model.measured import Evidence, Span
from sla_drafter.model.record import Measurements


def unused(
    measurements: Measurements, attained: Iterable[Attained], period: Span
) -> Mapping[str, tuple[Evidence, ...]]:
    """For each kind of measurement the rows of a period that stand in the evidence of no service level."""
    used = {place for one in attained for place in _places(one.found.evidence)}
    found: dict[str, tuple[Evidence, ...]] = {}
    for kind, evidence in _rows(measurements, period):
        rest = tuple(place for place in evidence if place not in used)
        if rest:
            found[kind] = rest
    return found


def _places(proofs: Iterable[Proof]) -> Iterator[Evidence]:
    return proofs.places if isinstance(proofs, Proofs) else (proof.evidence for proof in proofs)


def _rows(measured: Measurements, period: Span) -> Iterator[tuple[str, Iterable[Evidence]]]:
    """Where the rows of each kind stand that touch a period."""
    yield "outages", measured.outages.touching(period).evidence
    for kind in ("maintenance", "requests", "observations", "disasters"):
        rows = getattr(measured, kind)
        yield kind, (one.evidence for one in rows if one.span.start < period.end and one.span.end > period.start)
    cases, first = measured.tickets, period.start
    cases = cases.where(opened < period.end for opened in cases.opened)
    lives = zip(cases.opened, cases.answered, cases.restored, strict=True)
    yield "tickets", cases.where(_lasts_beyond(first, *life) for life in lives).evidence


def _lasts_beyond(first: int, opened: int, answered: int, restored: int) -> bool:
    """Whether a case was opened, or something was done about it, from an instant on."""
    return opened >= first or first < answered < NEVER or first < restored < NEVER
