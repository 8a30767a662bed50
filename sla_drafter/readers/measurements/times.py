"""Times as they stand in a file of measured facts: ISO 8601 with an offset or Z, as exact microseconds since 1970.

The hour and what follows it are looked up separately, so that a million times cost a third of a second: a year has few
hours, and an hour few seconds; both tables stay in the nearest memory.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from operator import add, itemgetter
from zoneinfo import ZoneInfo

from sla_drafter.language.patterns import compiled
from sla_drafter.model.columns import NEVER
from sla_drafter.readers.agreement_file.refused import Refused
from sla_drafter.readers.agreement_file.zones import zone
from sla_drafter.readers.measurements.mistakes import Wrong

EXAMPLE = "2027-03-04T10:00:00Z"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_MOST_KEPT = 50_000
_HOUR_ENDS = len("2027-03-04T10")
_SECOND_ENDS = len(":00:00")
_PLACES = 6
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_WIDEST_OFFSET = 14 * 60

_TIME = compiled(
    r"(?P<day>\d{4}-\d{2}-\d{2})[Tt ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d+))?)?"
    r" ?(?P<offset>[Zz]|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
_PART = compiled(r"\.(\d{1,6})([Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_NAMED_ZONE = compiled(r"(?P<time>\d{4}-\d{2}-\d{2}[Tt ][\d:.,]+) ?\[?(?P<zone>[A-Za-z][A-Za-z0-9_/+-]+)\]?", re.ASCII)
_BASIC = compiled(r"(\d{4})(\d{2})(\d{2})[Tt](\d{2})(\d{2})(\d{2})?([Zz]|[+-]\d{2}:?\d{2})", re.ASCII)
_DAY_ALONE = compiled(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SINCE_1970 = compiled(r"[1-9]\d{8,9}|[1-9]\d{11,12}", re.ASCII)
_SLASHES = compiled(r"(\d{1,2})/(\d{1,2})/(\d{4})[ ,T]*(\d{1,2}:\d{2}(?::\d{2})?)?.*", re.ASCII)
_POINTS = compiled(r"(\d{1,2})\.(\d{1,2})\.(\d{4})[ ,T]*(\d{1,2}:\d{2}(?::\d{2})?)?.*", re.ASCII)

Reader = Callable[[str], int]


class Instants:
    """A reader of times, one by one or a column at once."""

    def __init__(self, latest: datetime | None, zone_name: str) -> None:
        self.last = NEVER if latest is None else (latest - _EPOCH) // _TICK
        self.zone_name = zone_name
        self.hours, self.rests = _Hours(), _Rests()

    def __call__(self, text: str) -> int:
        try:
            when = self.hours[text[:_HOUR_ENDS]] + self.rests[text[_HOUR_ENDS:]]
        except Wrong:  # or with blanks around it
            when = _parsed(text.strip(), self.zone_name)
        if when > self.last:
            raise self._future(text)
        return when

    def column(self, texts: Sequence[str]) -> array[int]:
        """The times of a column; raises `Wrong` if one of them is wrong, or has to be read for itself."""
        hours = map(self.hours.__getitem__, map(itemgetter(slice(_HOUR_ENDS)), texts))
        rests = map(self.rests.__getitem__, map(itemgetter(slice(_HOUR_ENDS, None)), texts))
        found = array("q", map(add, hours, rests))
        if max(found, default=0) > self.last:
            raise self._future(texts[0])
        return found

    def optional_column(self, texts: Sequence[str]) -> array[int]:
        """The times of a column in which cells may be empty: NEVER stands in their place."""
        if "" not in texts:
            return self.column(texts)
        known = iter(self.column([text for text in texts if text]))
        return array("q", [next(known) if text else NEVER for text in texts])

    def _future(self, text: str) -> Wrong:
        return Wrong("future_time", f"{text} lies in the future: the figures were taken at {shown(self.last)}.")


class _Hours(dict[str, int]):
    """The microseconds up to the hour of a time, as "2027-03-04T10"; each is read once."""

    def __missing__(self, text: str) -> int:
        found = _parsed(f"{text}:00:00Z", "")
        if len(self) < _MOST_KEPT:
            self[text] = found
        return found


class _Rests(dict[str, int]):
    """The microseconds from the hour on, with the offset, as ":00:00Z"; parts of a second are added."""

    def __missing__(self, text: str) -> int:
        part = _PART.fullmatch(text, _SECOND_ENDS)
        if part:
            return self[text[:_SECOND_ENDS] + part[2]] + int(part[1].ljust(_PLACES, "0"))
        found = _parsed(f"1970-01-01T00{text}", "")
        if len(self) < _MOST_KEPT:
            self[text] = found
        return found


def instants(latest: datetime | None, zone_name: str) -> Instants:
    """A reader of times: it gives microseconds since 1970, and refuses what lies after `latest`.

    `zone_name` is the zone of the agreement, for the message about a time without a zone.
    """
    return Instants(latest, zone_name)


def shown(when: int) -> str:
    """An instant as it would be written: 2027-03-04T10:00:00Z."""
    return (_EPOCH + when * _TICK).isoformat().replace("+00:00", "Z")


def localised(text: str, zone_name: str) -> str:
    """A time with the offset that it has in a zone; a time with an offset, an empty or a wrong one stays as it is."""
    words = text.strip()
    found = _TIME.fullmatch(words)
    if not found or found["offset"]:
        return text
    day_of(found["day"], text)
    _time_of_day(found, text)
    return words + _offset(words, known_zone(zone_name))


def _parsed(text: str, zone_name: str) -> int:
    """The microseconds since 1970 of a time that says its offset."""
    found = _TIME.fullmatch(text)
    if not found:
        raise _not_a_time(text)
    day = (day_of(found["day"], text) - _EPOCH.date()).days * _DAY
    since_midnight, offset = _time_of_day(found, text), found["offset"]
    if not offset:
        raise _naive(text, zone_name)
    return day + since_midnight - _away(offset, text)


def day_of(words: str, text: str) -> date:
    """A day that exists, in a year that is read; `text` is the cell that it was taken from, for the message."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise Wrong("wrong_time", f'"{text}": there is no day {words}.') from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        message = f'"{text}" lies in the year {day.year}; years from {_FIRST_YEAR} to {_LAST_YEAR} are read.'
        raise Wrong("wrong_time", message)
    return day


def _time_of_day(found: re.Match[str], text: str) -> int:
    """The microseconds since midnight, without the offset."""
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if (hour, minute, second) == (24, 0, 0):
        right = (
            (date.fromisoformat(found["day"]) + timedelta(days=1)).isoformat() + "T00:00:00" + (found["offset"] or "")
        )
        raise Wrong("wrong_time", f'"{text}" is the beginning of the next day. Write {right}.', right)
    if second == 60:
        raise Wrong("wrong_time", f'"{text}" has a second 60. Leap seconds are not counted: write second 59 or 00.')
    if hour > 23 or minute > 59 or second > 59:
        raise Wrong("wrong_time", f'"{text}": there is no such time of day. Write it like this: {EXAMPLE}.')
    part = found["part"] or ""
    if part[_PLACES:].strip("0"):
        right = text.replace(part, part[:_PLACES])
        message = f'"{text}" is finer than a microsecond, which nothing here counts. Write {right}.'
        raise Wrong("wrong_time", message, right)
    return ((hour * 60 + minute) * 60 + second) * _SECOND + int(part[:_PLACES].ljust(_PLACES, "0"))


def _away(offset: str, text: str) -> int:
    """How far an offset is from UTC, in microseconds."""
    if offset in "Zz":
        return 0
    digits = offset[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > _WIDEST_OFFSET or int(digits[2:]) > 59:
        raise Wrong("unknown_zone", f'"{text}": no zone is {offset} away from UTC. Write it like this: {EXAMPLE}.')
    return (minutes if offset[0] == "+" else -minutes) * 60 * _SECOND


def _naive(text: str, zone_name: str) -> Wrong:
    """A time without a zone, with what it would be in UTC and in the zone of the agreement."""
    right = f"a column zone with {zone_name or 'Europe/London'} in each row, or Z or an offset after each time"
    return Wrong("time_without_zone", lambda: _naive_words(text, zone_name), right)


def _naive_words(text: str, zone_name: str) -> str:
    words = text.replace(" ", "T")
    in_zone = _in_zone_of_agreement(text, words, zone_name) if zone_name else ""
    return f'"{text}" does not say its time zone. Write {words}Z if it is UTC{in_zone}.'


def _in_zone_of_agreement(text: str, words: str, zone_name: str) -> str:
    try:
        return f", {words}{_offset(text, zone_name)} if it is the time of {zone_name}"
    except Wrong as changed:
        return f". {changed.message.rstrip('.')}"


def _offset(text: str, zone_name: str) -> str:
    """The offset of a local time, such as +01:00; one that comes twice or never is refused."""
    local = datetime.fromisoformat(text.strip().replace(",", "."))
    first, second = (local.replace(tzinfo=ZoneInfo(zone_name), fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first.isoformat()[len(local.isoformat()) :]
    ways = " or ".join(one.isoformat() for one in (first, second))
    if (first.utcoffset() or timedelta()) > (second.utcoffset() or timedelta()):
        raise Wrong("changed_clock", f'"{text}" comes twice in {zone_name}, as clocks go back. Write {ways}.')
    raise Wrong("changed_clock", f'"{text}" does not exist in {zone_name}, as clocks go forward. Write its offset.')


def known_zone(words: str, text: str = "") -> str:
    """The name of a time zone that is known; `text` is the cell that it was taken from, for the message."""
    try:
        return zone(words).name
    except Refused as refused:
        before = f'"{text}": ' if text else ""
        raise Wrong("unknown_zone", f"{before}{refused.message}", refused.right) from None


def _not_a_time(text: str) -> Wrong:
    """What else the words could be, and how that time is written."""
    if not text:
        return Wrong("missing_value", f"The time is missing. Write it like this: {EXAMPLE}.")
    named = _NAMED_ZONE.fullmatch(text)
    if named:
        return _with_named_zone(text, named)
    right = _rewritten(text)
    if right:
        return Wrong("wrong_time", f'"{text}" is not written in ISO 8601. Write {right}.', right)
    days = _two_days(text)
    if days:
        written = " or ".join(days)
        return Wrong(
            "wrong_time", f'"{text}" is not written in ISO 8601. Write {written}, with Z or an offset at the end.'
        )
    if _DAY_ALONE.fullmatch(text):
        return Wrong(
            "wrong_time", f'"{text}" is a day without a time. Write the instant: {text}T00:00:00Z, or another.'
        )
    return Wrong("wrong_time", f'"{text}" is not a time. Write it like this: {EXAMPLE}.')


def _with_named_zone(text: str, named: re.Match[str]) -> Wrong:
    try:
        offset = _offset_in(text, named)
    except Wrong as wrong:
        message = f"{wrong.message} Or write the offset: {named['time'].replace(' ', 'T')}+01:00."
        return Wrong(wrong.name, message, wrong.right)
    right = f"{named['time']}{offset}".replace(" ", "T")
    return Wrong("unknown_zone", f'"{text}" names its zone where an offset belongs. Write {right}.', right)


def _offset_in(text: str, named: re.Match[str]) -> str:
    name = known_zone(named["zone"], text)
    return localised(named["time"], name)[len(named["time"]) :]


def _rewritten(text: str) -> str:
    """The same instant in the right form, where there is only one: a basic form, or seconds since 1970."""
    basic = _BASIC.fullmatch(text)
    if basic:
        year, month, day, hour, minute, second, offset = basic.groups()
        return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset}"
    if _SINCE_1970.fullmatch(text):
        return shown(int(text) * (_SECOND if len(text) <= 10 else 1000))
    return ""


def _two_days(text: str) -> tuple[str, ...]:
    """The days that a date with slashes or points may be, with the time of day that follows it."""
    found = _SLASHES.fullmatch(text) or _POINTS.fullmatch(text)
    if not found:
        return ()
    one, other, year, clock = found.groups()
    readings = [(other, one)] if "." in text[:3] else [(other, one), (one, other)]
    time = f"T{clock.zfill(5)}" if clock else ""
    days = dict.fromkeys(f"{year}-{month:0>2}-{day:0>2}{time}" for month, day in readings if int(month) <= 12)
    return tuple(days)
