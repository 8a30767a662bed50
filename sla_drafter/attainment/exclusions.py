"""Excused time: which maintenance is accepted, how much of it, and why the rest is not.

Planned work is accepted when it was announced in time, inside its announced span, in the agreed weekly window, outside
a blackout, and up to the cap of each period in the order of time. Work that overruns its announcement counts as
downtime from there. Every part of every work is either accepted or refused with a reason.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from attrs import evolve

from sla_drafter.attainment.clock import length_of
from sla_drafter.attainment.instants import day_of, start_of_day
from sla_drafter.attainment.months import on_day
from sla_drafter.attainment.service_time import weekly_spans
from sla_drafter.attainment.spans import Spans, clip, first_part, intersect, merge, subtract, union
from sla_drafter.attainment.windows import periods_of
from sla_drafter.model.measured import MaintenanceWork, Span
from sla_drafter.model.scalars import Allowance, DayOfYear, YearlyPeriod, Zone
from sla_drafter.model.services import EmergencyMaintenance, PlannedMaintenance
from sla_drafter.values import frozen

Latest = Callable[[int], int]


class Refusal(enum.Enum):
    """Why maintenance does not excuse downtime."""

    NOT_ANNOUNCED = "it was not announced"
    ANNOUNCED_LATE = "it was announced too late"
    OUTSIDE_THE_WINDOW = "it lay outside the agreed window"
    BLACKOUT = "it lay in a blackout period"
    ABOVE_THE_CAP = "it was above the cap"


@frozen
class Ruling:
    """What was decided about one work: the time that is excused, and the rest with the reasons."""

    work: MaintenanceWork
    accepted: Spans
    refused: tuple[tuple[Spans, Refusal], ...] = ()

    def without(self, time: Spans, reason: Refusal) -> Ruling:
        """The same ruling with some more time refused."""
        lost = intersect(self.accepted, time)
        if not lost:
            return self
        return evolve(self, accepted=subtract(self.accepted, lost), refused=(*self.refused, (lost, reason)))


def accepted_time(rulings: Iterable[Ruling]) -> Spans:
    """All time that rulings excuse."""
    return union(*(ruling.accepted for ruling in rulings))


def planned_rulings(
    works: Iterable[MaintenanceWork], rule: PlannedMaintenance, zone: Zone, latest: Latest | None = None
) -> tuple[Ruling, ...]:
    """What planned work is excused.

    `latest` says for the start of a work the last instant at which it could be announced; None asks for no notice.
    """
    judged = [_planned(work, rule, zone, latest) for work in works if not work.emergency]
    return capped(judged, rule.cap, zone)


def emergency_rulings(works: Iterable[MaintenanceWork], rule: EmergencyMaintenance, zone: Zone) -> tuple[Ruling, ...]:
    """What emergency work is excused: up to the cap."""
    return capped([Ruling(work, merge((work.span,))) for work in works if work.emergency], rule.cap, zone)


def _planned(work: MaintenanceWork, rule: PlannedMaintenance, zone: Zone, latest: Latest | None) -> Ruling:
    whole = merge((work.span,))
    ruling = Ruling(work, whole)
    if latest and work.announced_at is None:
        return ruling.without(whole, Refusal.NOT_ANNOUNCED)
    if latest and work.announced_at is not None and work.announced_at > latest(work.span.start):
        return ruling.without(whole, Refusal.ANNOUNCED_LATE)
    if rule.window:
        outside = subtract(whole, weekly_spans(rule.window, zone, work.span))
        ruling = ruling.without(outside, Refusal.OUTSIDE_THE_WINDOW)
    if rule.blackout:
        ruling = ruling.without(yearly_spans(rule.blackout, zone, work.span), Refusal.BLACKOUT)
    return ruling


def capped(rulings: Iterable[Ruling], cap: Allowance | None, zone: Zone) -> tuple[Ruling, ...]:
    """Rulings with at most so much excused time in each period, the earliest first; nothing is used up twice."""
    in_order = sorted(rulings, key=lambda ruling: ruling.work.span)
    total = accepted_time(in_order)
    if cap is None or not total:
        return tuple(in_order)
    within = capped_time(total, cap, zone)
    above = subtract(total, within)
    return tuple(ruling.without(above, Refusal.ABOVE_THE_CAP) for ruling in in_order)


def capped_time(time: Spans, cap: Allowance, zone: Zone) -> Spans:
    """The first part of a disjoint set in each period of the calendar, up to the cap."""
    limit = length_of(cap.duration)
    periods = periods_of(cap.per, Span(time[0].start, time[-1].end), zone)
    return union(*(first_part(clip(time, period.span(zone)), limit) for period in periods))


def yearly_spans(yearly: YearlyPeriod, zone: Zone, window: Span) -> Spans:
    """The stretches of a yearly period, both its days included, that a window touches; it may run over the new year."""
    return clip(merge(_yearly(yearly, zone, window)), window)


def _yearly(yearly: YearlyPeriod, zone: Zone, window: Span) -> Iterator[Span]:
    for year in range(day_of(window.start, zone).year - 1, day_of(window.end, zone).year + 1):
        first, last = _in_year(yearly.first, year), _in_year(yearly.last, year)
        if last < first:
            last = _in_year(yearly.last, year + 1)
        yield Span(start_of_day(first, zone), start_of_day(last + timedelta(days=1), zone))


def _in_year(day: DayOfYear, year: int) -> date:
    return on_day(year, day.month, day.day)
