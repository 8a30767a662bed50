"""The clocks of a case: how much opening time has passed, and when a promised time runs out.

Set off outside the hours, a clock starts at the next opening; time that runs out at closing is due at closing. A clock
without closed time counts real seconds, whatever the clocks on the wall do. Days, months and years of a promise are
those of the calendar; a business day is a day with business hours, and the day that sets the clock off does not count.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from itertools import accumulate, repeat
from operator import itemgetter

from sla_drafter.attainment.instants import (
    DAY,
    HOUR,
    LENGTHS,
    day_of,
    same_time,
    start_of_day,
)
from sla_drafter.attainment.months import add_months
from sla_drafter.attainment.refusal import Impossible, not_negative
from sla_drafter.attainment.service_time import Schedule
from sla_drafter.attainment.spans import Pair, Spans, merge
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Duration, Unit, Zone
from sla_drafter.values import frozen

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_RUNNING = LENGTHS.keys() - _DAYS.keys()
# A schedule that opens at all opens within a year; a horizon of ten has room for every promise of a service level.
_HORIZON = 10 * 366 * DAY
_END_OF_TIME = 10**18
NEVER_BEFORE = -_END_OF_TIME
Deadline = Callable[[int, Sequence[Pair]], int]
_ONE_DAY = timedelta(days=1)


class BeyondHorizon(Impossible):
    """A promise that does not run out within the time for which opening hours are known."""

    def __init__(self, length: int) -> None:
        super().__init__("The opening time", f"over before {Fraction(length, HOUR)} hours of it have passed", _LATER)


_LATER = "The schedule opens more often, or its hours are known for longer."


@frozen
class Clock:
    """Opening time that can be counted: when it opens and closes, and how much has passed at each closing."""

    zone: Zone
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    passed: tuple[int, ...]

    def before(self, when: int) -> int:
        """The opening time before an instant, in microseconds."""
        index = bisect_right(self.opens, when) - 1
        if index < 0:
            return 0
        return self.passed[index] - max(0, self.closes[index] - when)

    def elapsed(self, start: int, end: int, pauses: Sequence[Pair] = ()) -> int:
        """The opening time between two instants without the pauses, in microseconds."""
        if end <= start:
            return 0
        passed = self.before(end) - self.before(start)
        if not pauses:
            return passed
        inside = merge((max(start, begin), min(end, stop)) for begin, stop in pauses if begin < end and stop > start)
        return passed - sum(self.before(stop) - self.before(begin) for begin, stop in inside)

    def next_opening(self, when: int) -> int:
        """The first instant from one on at which the clock runs."""
        index = bisect_right(self.closes, when)
        if index == len(self.opens):
            raise BeyondHorizon(0)
        return max(when, self.opens[index])

    def runs_out(self, start: int, length: int, pauses: Sequence[Pair] = ()) -> int:
        """The first instant at which so much opening time without the pauses has passed since the start."""
        due = self._after(start, not_negative("A length of time", length))
        if not pauses:
            return due
        for begin, stop in merge(pauses):
            if begin >= due:
                break
            length += self.elapsed(max(begin, start), stop)
            due = self._after(start, length)
        return due

    def all_run_out(self, starts: Sequence[int], length: int) -> Sequence[int]:
        """The first instants at which so much opening time has passed since each start; most in the same opening."""
        not_negative("A length of time", length)
        closes = (NEVER_BEFORE, *self.closes)
        opened = map(bisect_right, repeat(self.opens), starts)
        last = map(closes.__getitem__, opened)
        after = self._after
        return [
            start + length if start + length <= close else after(start, length)
            for start, close in zip(starts, last, strict=True)
        ]

    def _after(self, start: int, length: int) -> int:
        if length == 0:
            return start
        index = bisect_right(self.opens, start) - 1
        if index >= 0 and start + length <= self.closes[index]:
            return start + length
        target = self.before(start) + length
        index = bisect_left(self.passed, target)
        if index == len(self.passed):
            raise BeyondHorizon(length)
        return self.closes[index] - (self.passed[index] - target)

    def business_day_closes(self, day: date, count: int) -> int:
        """When the last of so many business days after a day closes."""
        index = bisect_right(self.business_days, day, key=itemgetter(0)) + count - 1
        if index >= len(self.business_days):
            raise BeyondHorizon(count * DAY)
        return self.business_days[index][1]

    @cached_property
    def business_days(self) -> Sequence[tuple[date, int]]:
        """Each day on which it is open, with its last closing."""
        found: dict[date, int] = {}
        for opened, closed in zip(self.opens, self.closes, strict=True):
            day, last = day_of(opened, self.zone), day_of(closed - 1, self.zone)
            while day <= last:
                found[day] = min(closed, start_of_day(day + _ONE_DAY, self.zone))
                day += _ONE_DAY
        return tuple(found.items())


def clock_of(spans: Spans, zone: Zone) -> Clock:
    """A clock that runs in disjoint stretches of time."""
    passed = tuple(accumulate(end - start for start, end in spans))
    return Clock(zone, tuple(start for start, _ in spans), tuple(end for _, end in spans), passed)


def clock(schedule: Schedule, start: int, end: int | None = None) -> Clock:
    """The clock of a schedule from an instant on; until ten years later when no end is said."""
    horizon = start + _HORIZON if end is None else end
    return clock_of(schedule.spans(Span(start, horizon)), schedule.zone)


@frozen
class CaseClock:
    """What the promises of a case run on.

    `cover` runs minutes and hours, `business` is what business hours and days mean, and a clock set off outside the
    hours may start at once: then the time up to the next opening counts as well.
    """

    cover: Clock
    business: Clock
    at_once: bool = False

    def deadline(self, start: int, promised: Duration, pauses: Sequence[Pair] = ()) -> int:
        """The instant by which a promise is to be kept."""
        return self.deadlines(promised)(start, pauses)

    def deadlines(self, promised: Duration) -> Deadline:
        """The instant by which a promise is to be kept, for any start and its pauses; looked up once for many cases."""
        unit, amount = promised.unit, promised.amount
        if unit is Unit.BUSINESS_DAY:
            return partial(self._business_deadline, promised)
        if unit in _MONTHS or (unit in _DAYS and amount == int(amount)):
            return lambda start, pauses: _put_off(start, self._on_the_calendar(start, promised), pauses)
        length = length_of(promised)
        if unit in _DAYS:
            return lambda start, pauses: _put_off(start, start + length, pauses)
        chosen = self.business if unit.is_business else self.cover
        if not self.at_once:
            return lambda start, pauses: chosen.runs_out(start, length, pauses)
        return partial(self._from_at_once, chosen, length)

    def all_deadlines(self, promised: Duration, starts: Sequence[int]) -> Sequence[int]:
        """The instants by which a promise is to be kept, for many starts without pauses."""
        if promised.unit is Unit.BUSINESS_DAY and starts:
            return self._all_business_deadlines(promised, starts)
        if self.at_once or promised.unit not in _RUNNING:
            return list(map(self.deadlines(promised), starts, repeat(())))
        chosen = self.business if promised.unit.is_business else self.cover
        return chosen.all_run_out(starts, length_of(promised))

    def elapsed(self, start: int, end: int, pauses: Sequence[Pair] = ()) -> int:
        """How long the clock of the cover has run, in microseconds."""
        if not self.at_once:
            return self.cover.elapsed(start, end, pauses)
        lead = _lead(self.cover, start)
        return lead.elapsed(start, end, pauses) + self.cover.elapsed(start, end, pauses)

    def in_time(self, start: int, end: int, promised: Duration, pauses: Sequence[Pair] = ()) -> bool:
        """Whether something done at an instant keeps a promise; done at the deadline is in time."""
        return end <= self.deadline(start, promised, pauses)

    def accepted(self, pauses: Iterable[Pair], longest: Duration | None) -> Spans:
        """The pauses as far as they count: each for at most so long."""
        if longest is None:
            return merge(pauses)
        return merge((start, min(end, self.deadline(start, longest))) for start, end in pauses)

    def _from_at_once(self, chosen: Clock, length: int, start: int, pauses: Sequence[Pair]) -> int:
        lead = _lead(chosen, start)
        before_opening = lead.elapsed(start, _END_OF_TIME, pauses)
        if length <= before_opening:
            return lead.runs_out(start, length, pauses)
        return chosen.runs_out(start, length - before_opening, pauses)

    def _business_deadline(self, promised: Duration, start: int, pauses: Sequence[Pair]) -> int:
        """The end of the last promised business day, later by the opening time of the pauses."""
        if promised.amount != int(promised.amount) or promised.amount < 1:
            raise Impossible("A number of business days", promised.amount, "It is a whole number from 1.")
        day = day_of(start, self.business.zone)
        closes = self.business.business_day_closes(day, int(promised.amount))
        return self.business.runs_out(start, self.business.elapsed(start, closes), pauses) if pauses else closes

    def _all_business_deadlines(self, promised: Duration, starts: Sequence[int]) -> Sequence[int]:
        """Without pauses all that starts on one day is due at one instant."""
        zone = self.business.zone
        first, last = day_of(min(starts), zone), day_of(max(starts), zone)
        days = [start_of_day(first + count * _ONE_DAY, zone) for count in range((last - first).days + 1)]
        due = [self._business_deadline(promised, day, ()) for day in days]
        return [due[bisect_right(days, start) - 1] for start in starts]

    def _on_the_calendar(self, start: int, promised: Duration) -> int:
        if promised.amount != int(promised.amount):
            raise Impossible(f"A number of {promised.unit.value}s", promised.amount, "It is a whole number.")
        day, count = day_of(start, self.cover.zone), int(promised.amount)
        if promised.unit in _MONTHS:
            return same_time(start, add_months(day, count * _MONTHS[promised.unit]), self.cover.zone)
        return same_time(start, day + count * _DAYS[promised.unit] * _ONE_DAY, self.cover.zone)


def _lead(chosen: Clock, start: int) -> Clock:
    """The clock that runs from a start to the next opening."""
    return clock_of(merge(((start, chosen.next_opening(start)),)), chosen.zone)


@lru_cache(maxsize=256)
def length_of(length: Duration) -> int:
    """A length of time in microseconds; a month, a year or a business day has none of its own and is refused."""
    if length.unit not in LENGTHS:
        raise Impossible("A length of time", f"{length.amount} {length.unit.value}", "It has a unit up to a week.")
    exact = Fraction(length.amount) * LENGTHS[length.unit]
    if exact.denominator != 1:
        raise Impossible("A length of time", f"{length.amount} {length.unit.value}", "It is whole microseconds.")
    return exact.numerator


def _put_off(start: int, due: int, pauses: Sequence[Pair]) -> int:
    """A deadline in real time, later by the pauses before it."""
    for begin, stop in merge(pauses):
        if begin >= due:
            break
        due += max(0, stop - max(begin, start))
    return due
