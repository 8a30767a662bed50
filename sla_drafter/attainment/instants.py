"""Instants and the clocks of the world: whole microseconds since 1970-01-01 UTC, and local days in an IANA zone.

When clocks go forward, a local time may be missing: it stands for the first instant after the gap. When they go back,
a local time comes twice: opening takes the first, closing the second. A day begins at its first midnight, and 24:00 is
the beginning of the next day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.scalars import Unit, Zone

MILLISECOND = 1_000
SECOND = 1_000 * MILLISECOND
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
MINUTES_OF_A_DAY = 1440
# How long each unit is that needs no calendar; business hours are hours of opening time.
LENGTHS = {
    Unit.MILLISECOND: MILLISECOND,
    Unit.SECOND: SECOND,
    Unit.MINUTE: MINUTE,
    Unit.HOUR: HOUR,
    Unit.BUSINESS_HOUR: HOUR,
    Unit.DAY: DAY,
    Unit.WEEK: WEEK,
}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_FIRST, _SECOND = 0, 1


def instant(moment: datetime) -> int:
    """The instant of a moment that says its zone; a naive one is refused."""
    if moment.tzinfo is None:
        raise Impossible("A moment", moment.isoformat(), "It says its zone: 2027-03-01T12:00:00Z.")
    return (moment - _EPOCH) // _TICK


def moment(when: int, zone: Zone) -> datetime:
    """An instant as the clock of a zone shows it."""
    return (_EPOCH + when * _TICK).astimezone(ZoneInfo(zone.name))


def day_of(when: int, zone: Zone) -> date:
    """The local day in which an instant lies."""
    return moment(when, zone).date()


def start_of_day(day: date, zone: Zone) -> int:
    """The first instant of a local day."""
    return opening(day, 0, zone)


@lru_cache(maxsize=4096)
def opening(day: date, minute: int, zone: Zone) -> int:
    """The instant of a time of day (in minutes) that opens something: the first of two, or the end of a gap."""
    return _local(day, minute, zone, _FIRST)


@lru_cache(maxsize=4096)
def closing(day: date, minute: int, zone: Zone) -> int:
    """The instant of a time of day (in minutes) that closes something: the second of two, or the end of a gap."""
    if minute == MINUTES_OF_A_DAY:
        return start_of_day(day + timedelta(days=1), zone)
    return _local(day, minute, zone, _SECOND)


def same_time(when: int, day: date, zone: Zone) -> int:
    """The instant on another day at which the clock shows the same time; the first of two, or the end of a gap."""
    shown = moment(when, zone).time()
    exact = timedelta(hours=shown.hour, minutes=shown.minute, seconds=shown.second, microseconds=shown.microsecond)
    return _shown(day, exact, zone, _FIRST)


def _local(day: date, minute: int, zone: Zone, occurrence: int) -> int:
    return _shown(day, timedelta(minutes=minute), zone, occurrence)


def _shown(day: date, after_midnight: timedelta, zone: Zone, occurrence: int) -> int:
    """The instant at which the clock of a zone shows a time."""
    shown = datetime.combine(day, time(), tzinfo=ZoneInfo(zone.name)) + after_midnight
    before, after = shown.replace(fold=_FIRST).utcoffset(), shown.replace(fold=_SECOND).utcoffset()
    if before is None or after is None:
        raise Impossible("A time zone", zone.name, "It says how far it is from UTC: Europe/London.")
    as_if_utc = instant(shown.replace(tzinfo=UTC))
    if before < after:
        return _change(as_if_utc - after // _TICK, as_if_utc - before // _TICK, zone)
    return as_if_utc - (before if occurrence == _FIRST else after) // _TICK


def _change(low: int, high: int, zone: Zone) -> int:
    """The instant between two at which the clocks of a zone change."""
    old = moment(low, zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if moment(middle, zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return high
