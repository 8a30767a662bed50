"""The months before: which of them have rows, and what every metric attained in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias

from attrs import evolve

from sla_drafter.attainment.attain import attained
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.divided import by_month
from sla_drafter.attainment.instants import day_of
from sla_drafter.attainment.ratchet import in_force, rises
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spans import Spans
from sla_drafter.attainment.windows import Period, month_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.record import Measurements

TREND = 12
History: TypeAlias = tuple[tuple[Period, tuple[Attained, ...]], ...]
"""Months with the value of every metric, in order."""


def months_up_to(
    agreement: Agreement, measurements: Measurements, period: Period, most: int
) -> Iterator[tuple[Period, tuple[Attained, ...]]]:
    """The months from the first one with a row, at most so many with this one."""
    first = _first_day(agreement, measurements)
    months = [period]
    while first is not None and len(months) < most and months[0].first > first:
        months.insert(0, month_of(date.fromordinal(months[0].first.toordinal() - 1)))
    past: list[tuple[Period, tuple[Attained, ...]]] = []
    for month, rows in by_month(agreement, measurements, months):
        found = attained(in_force(agreement, past, month), rows, month)
        if rises(agreement):
            past.append((month, brief(found, {})))
        yield month, found


def brief(found: Sequence[Attained], long_outages: Mapping[str, int]) -> tuple[Attained, ...]:
    """The values of an earlier month without their stretches of time and their rows, of which a year has a million.

    `long_outages` says for the metrics whose long outages count how long they are, in microseconds: those stay, and
    the first and the last, which may go on in another month.
    """
    kept = (_kept(one.found.runs, long_outages.get(one.metric)) for one in found)
    return tuple(
        evolve(one, found=evolve(one.found, runs=runs, excused=(), evidence=()))
        for one, runs in zip(found, kept, strict=True)
    )


def _kept(runs: Spans, longer: int | None) -> Spans:
    if longer is None or not runs:
        return ()
    return tuple(run for run in runs if run in (runs[0], runs[-1]) or run[1] - run[0] > longer)


def _first_day(agreement: Agreement, measurements: Measurements) -> date | None:
    """The day of the first row, never before the agreement took effect."""
    starts = chain(
        measurements.outages.starts,
        (one.span.start for one in measurements.requests),
        (one.span.start for one in measurements.observations),
        measurements.tickets.opened,
    )
    earliest = min(starts, default=None)
    if earliest is None:
        return None
    first = day_of(earliest, zone_of(agreement))
    effective = agreement.term.effective if agreement.term else None
    return max(first, effective) if effective else first
