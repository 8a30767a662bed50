"""The times of day that some night of a year skips or has twice, as the clocks of a zone are set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

_DAY = 1440
_MINUTE = timedelta(minutes=1)


@cache
def changing_minutes(zone: str, year: int) -> frozenset[int]:
    """The minutes of the day that some day of a year has twice or not at all."""
    clock, start = ZoneInfo(zone), datetime(year, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=day) for day in range(367)]
    changed = [one for one, following in pairwise(days) if _offset(one, clock) != _offset(following, clock)]
    return frozenset(minute for day in changed for minute in _minutes_of(day, clock))


def _minutes_of(start: datetime, clock: ZoneInfo) -> set[int]:
    """The minutes between what the clock shows just before it is set, and just after."""
    moments = [start + minute * _MINUTE for minute in range(_DAY + 1)]
    for before, after in pairwise(moments):
        set_by = (_offset(after, clock) - _offset(before, clock)) // _MINUTE
        if set_by:
            shown = before.astimezone(clock)
            due = shown.hour * 60 + shown.minute + 1
            return {minute % _DAY for minute in range(min(due, due + set_by), max(due, due + set_by))}
    return set()


def _offset(when: datetime, clock: ZoneInfo) -> timedelta:
    return when.astimezone(clock).utcoffset() or timedelta(0)
