"""Availability day by day, for a picture of a window: the same counted downtime and excused time, cut at midnight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.schedules import schedule, zone_of
from sla_drafter.attainment.spans import clip, length, subtract, union
from sla_drafter.attainment.windows import periods_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Unit


def by_day(agreement: Agreement, one: Attained) -> Iterator[tuple[date, Fraction | None]]:
    """The share of each day of a window that a service was up; None for a day without service time."""
    service = referent(agreement, "services", one.service)
    hours = schedule(agreement, service.hours if service else None, f"services.{one.service}.hours")
    zone = zone_of(agreement)
    window = one.window.span(zone)
    excused = union(*(reason.spans for reason in one.found.excused))
    measured = subtract(hours.spans(window), excused)
    for day in periods_of(Unit.DAY, window, zone):
        span = day.span(zone)
        scheduled = length(clip(measured, span))
        down = length(clip(one.found.runs, span))
        yield day.first, Fraction(max(scheduled - down, 0), scheduled) if scheduled else None
