"""Service time: the opening hours of a schedule as stretches of real time, without its closed days.

A day with a clock change is as long as it is, 23 or 25 hours in most zones; hours on it open and close by the rules of
`instants`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from sla_drafter.attainment.instants import closing, day_of, opening
from sla_drafter.attainment.public_holidays import closed_days
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.spans import Spans, clip, merge
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import OpeningSpan, Week, WeeklyWindow, Zone
from sla_drafter.model.services import Hours
from sla_drafter.values import frozen

ALWAYS = Week((OpeningSpan(0, 6, 0, 1440),))
_ONE_DAY = timedelta(days=1)


@frozen
class Schedule:
    """A week of opening hours in a zone, the place whose holidays close it, and further days on which it is closed.

    `place` is written as in the agreement ("England and Wales", or dates); "" closes on no holiday.
    """

    week: Week
    zone: Zone
    place: str = ""
    closed: frozenset[date] = frozenset()

    @property
    def never_closes(self) -> bool:
        """Whether no minute is closed, so that its clocks run on real time."""
        return self.week.is_always and not self.place and not self.closed

    def closed_in(self, window: Span) -> frozenset[date]:
        """The days on which it is closed in a window."""
        first, last = day_of(window.start, self.zone), day_of(max(window.start, window.end - 1), self.zone)
        named = closed_days(self.place, range(first.year, last.year + 1)) if self.place else frozenset()
        return self.closed | named

    def spans(self, window: Span) -> Spans:
        """Its service time in a window."""
        return service_spans(self.week, self.zone, self.closed_in(window), window)

    def is_business_day(self, day: date) -> bool:
        """Whether it opens on a day."""
        if not any(_covers(opened, day.weekday()) for opened in self.week.spans) or day in self.closed:
            return False
        return not self.place or day not in closed_days(self.place, (day.year,))


def schedule_of(hours: Hours, zone: Zone, language: str = "") -> Schedule:
    """The schedule that the opening hours of an agreement mean; hours without a week are refused."""
    if hours.week is None or not hours.week.spans:
        raise Impossible(f"The week of the schedule {hours.id!r}", "not given", "It says when it is open: 24x7.")
    place = hours.holidays.words(language) if hours.holidays else None
    return Schedule(hours.week, zone, place or "")


def service_spans(week: Week, zone: Zone, closed: Collection[date], window: Span) -> Spans:
    """The opening hours of a week in a window, without closed days."""
    if week.is_always and not closed:
        return merge((window,))
    return clip(merge(_opened(week, zone, closed, window)), window)


def _opened(week: Week, zone: Zone, closed: Collection[date], window: Span) -> Iterator[Span]:
    by_weekday = [[(one.opens, one.closes) for one in week.spans if _covers(one, weekday)] for weekday in range(7)]
    for day in _days(window, zone):
        if day in closed:
            continue
        for opens, closes in by_weekday[day.weekday()]:
            start, end = opening(day, opens, zone), closing(day, closes, zone)
            if start < end:
                yield Span(start, end)


def weekly_spans(weekly: WeeklyWindow, zone: Zone, window: Span) -> Spans:
    """The times of a weekly window ("Sunday 04:00-06:00") in a window."""
    week = Week((OpeningSpan(weekly.weekday, weekly.weekday, weekly.opens, weekly.closes),))
    return service_spans(week, zone, (), window)


def _covers(opened: OpeningSpan, weekday: int) -> bool:
    return opened.first_day <= weekday <= opened.last_day


def _days(window: Span, zone: Zone) -> Iterator[date]:
    """The local days that a window may touch; the day before, as its closing may come twice."""
    day, last = day_of(window.start, zone) - _ONE_DAY, day_of(window.end, zone)
    while day <= last:
        yield day
        day += _ONE_DAY
