"""Whole days where a file of counts or observations says from when to when: 2027-03-01 to 2027-03-31 is all of March.

A day in `start` is its beginning, a day in `end` its end, which is the beginning of the next one: as people say "from
the 1st to the 31st". It is the day of the zone that its row names, and otherwise of the zone of the agreement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.measurements.kinds import NOTICE
from sla_drafter.readers.measurements.mistakes import Wrong
from sla_drafter.readers.measurements.times import Reader, day_of, known_zone, localised

START, END = "start or day", "end or day"
"""What the columns are that may hold a day."""

_DAY = compiled(r"\s*(\d{4}-\d{2}-\d{2})\s*", re.ASCII)
_FIRST, _AFTER_LAST = timedelta(), timedelta(days=1)


def with_days(read: Reader, zone_name: str, column_type: str) -> Reader:
    """A reader of times that takes a day of a zone too; without a zone a day is refused as any other time."""
    later = _LATER[column_type]

    def read_day_or_time(text: str) -> int:
        found = _DAY.fullmatch(text) if ":" not in text and zone_name else None  # a million times are not days
        if not found:
            return read(text)
        instant = _midnight(found[1], later, zone_name)
        try:
            return read(instant)
        except Wrong as wrong:
            raise Wrong(wrong.name, f"{found[1]} is a whole day. {wrong.message}") from None

    return read_day_or_time


def _localised(text: str, zone_name: str, later: timedelta) -> str:
    found = _DAY.fullmatch(text)
    return _midnight(found[1], later, known_zone(zone_name)) if found else localised(text, zone_name)


@lru_cache(maxsize=4096)
def _midnight(words: str, later: timedelta, zone_name: str) -> str:
    """The first instant of a day, or of the one after it, with its offset."""
    day: date = day_of(words, words) + later
    return datetime.combine(day, time(), ZoneInfo(zone_name)).isoformat()


_LATER: Mapping[str, timedelta] = {START: _FIRST, END: _AFTER_LAST}
IN_ZONE: Mapping[str, Callable[[str, str], str]] = {
    "time": localised,
    "planned time": localised,
    "optional time": localised,
    "announced time": localised,
    NOTICE: localised,
    **{column_type: partial(_localised, later=later) for column_type, later in _LATER.items()},
}
"""How a cell of each type of time is given the offset that it has in the zone of its row."""
