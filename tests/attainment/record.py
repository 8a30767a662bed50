"""Records made for tests: one observation for each month, outages, and the agreement that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from sla_drafter.attainment.instants import instant
from sla_drafter.attainment.months import add_months
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Evidence, Observation, Outage, Span
from sla_drafter.model.record import Measurements, Record
from tests.lints.cases import changed

FIRST = date(2024, 1, 1)
ON = date(2026, 12, 31)
ROW = Evidence("record.csv", 2)


def agreement(patch: Mapping[str, Any] | None = None) -> Agreement:
    """The agreement of the rules' cases on the clock of UTC, with other values; an empty one takes a fact away."""
    return (
        changed({path: words or None for path, words in {"time.zone": "UTC", **patch}.items()}).agreement
        if patch
        else plain()
    )


@cache
def plain() -> Agreement:
    """The agreement without other values, read once."""
    return changed({"time.zone": "UTC"}).agreement


def at(day: date, minutes: int = 0) -> int:
    """So many minutes after the midnight that begins a day."""
    return instant(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes))


def record_of(kind: str) -> Record:
    return Record("record.csv", kind, 1, 0, 0, "")


def months(*values: str, metric: str = "availability", first: date = FIRST) -> Measurements:
    """One observed value in per cent for each month, in order; an empty one is a month without data."""
    observed = []
    for position, value in enumerate(values):
        span = Span(at(add_months(first, position)), at(add_months(first, position + 1)))
        if value:
            observed.append(Observation(metric, span, ROW, value=Fraction(value) / 100))
    return Measurements(observations=tuple(observed), records=(record_of("observations"),))


def outages(*down: tuple[date, int]) -> Measurements:
    """Outages of the database: the day on which each began, and its minutes."""
    return Measurements(
        outages=tuple(Outage(Span(at(day), at(day, minutes)), "database", ROW) for day, minutes in down),
        records=(record_of("outages"),),
    )


def met_and_missed(met: int, missed: int) -> Iterable[str]:
    """So many months above 99.9% and so many below, the missed ones first."""
    return (*("99.5",) * missed, *("99.95",) * met)
