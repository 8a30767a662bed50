"""Rows of a period that no service level is about: they are said, so that nothing is left out silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sla_drafter.attainment.attained import Attained
from sla_drafter.model.measured import Evidence, Measurements, Span, Ticket


def unused(
    measurements: Measurements, attained: Iterable[Attained], period: Span
) -> Mapping[str, tuple[Evidence, ...]]:
    """For each kind of measurement the rows of a period that stand in the evidence of no service level."""
    used = {proof.evidence for one in attained for proof in one.found.evidence}
    found: dict[str, list[Evidence]] = {}
    for kind, evidence, span in _rows(measurements):
        if span.start < period.end and span.end > period.start and evidence not in used:
            found.setdefault(kind, []).append(evidence)
    return {kind: tuple(rows) for kind, rows in found.items()}


def _rows(measurements: Measurements) -> Iterator[tuple[str, Evidence, Span]]:
    for outage in measurements.outages:
        yield "outages", outage.evidence, outage.span
    for work in measurements.maintenance:
        yield "maintenance", work.evidence, work.span
    for count in measurements.requests:
        yield "requests", count.evidence, count.span
    for one in measurements.observations:
        yield "observations", one.evidence, one.span
    for case in measurements.tickets:
        yield "tickets", case.evidence, _life(case)


def _life(case: Ticket) -> Span:
    """From the opening of a case to the last thing that was done about it."""
    return Span(case.opened_at, max(filter(None, (case.opened_at + 1, case.answered_at, case.restored_at))))
