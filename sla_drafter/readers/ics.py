"""Reads a calendar file back: the days and what falls on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from sla_drafter.document.calendar import Calendar, Event
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.language.patterns import compiled

_FOLD = compiled(rb"\r?\n[ \t]")
_LINE = compiled(r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[^:\"]*(?:\"[^\"]*\")?)*):(?P<value>.*)", re.DOTALL)
_LANGUAGE = compiled(r";LANGUAGE=([A-Za-z-]+)")
_ESCAPE = compiled(r"\\([\\;,nN])")
_DAY = compiled(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?\Z")
_HEADLINE = "The calendar cannot be read."


def read_calendar(data: bytes) -> Calendar:
    """The calendar of a file with whole days; raises `Unreadable` with the line that is none of a calendar."""
    name = language = ""
    stamped = date.min
    events: list[Event] = []
    fields: dict[str, str] = {}
    for number, key, parameters, value in _properties(data):
        match key, value:
            case "X-WR-CALNAME", _:
                name = _unescaped(value)
                language = _language(parameters)
            case "BEGIN", "VEVENT":
                fields = {}
            case "END", "VEVENT":
                events.append(_event(fields, number))
                stamped = _day(fields.get("DTSTAMP", ""), number)
            case _:
                fields[key] = value
    return Calendar(name, language, stamped, tuple(events))


def _properties(data: bytes) -> Iterator[tuple[int, str, str, str]]:
    try:
        text = _FOLD.sub(b"", data).decode("utf-8")
    except UnicodeDecodeError as fault:
        raise _unreadable(1, "The file is not in UTF-8.") from fault
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if lines[0] != "BEGIN:VCALENDAR" or lines[-1] != "END:VCALENDAR":
        raise _unreadable(1, "The file does not begin and end as a calendar does.")
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise _unreadable(number, f"{line[:60]!r} is no line of a calendar.")
        yield number, found["name"].upper(), found["parameters"], found["value"]


def _event(fields: dict[str, str], number: int) -> Event:
    missing = [key for key in ("UID", "DTSTART", "SUMMARY") if key not in fields]
    if missing:
        raise _unreadable(number, f"An event has no {missing[0]}.")
    return Event(
        _unescaped(fields["UID"]),
        _day(fields["DTSTART"], number),
        _unescaped(fields["SUMMARY"]),
        _unescaped(fields.get("DESCRIPTION", "")),
    )


def _day(value: str, number: int) -> date:
    found = _DAY.match(value)
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(value)
    except ValueError as fault:
        raise _unreadable(number, f"{value!r} is no date.") from fault


def _language(parameters: str) -> str:
    found = _LANGUAGE.search(parameters)
    return found[1].replace("-", "_") if found else ""


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _unreadable(number: int, message: str) -> Unreadable:
    place = Place(PurePath("calendar.ics"), number, 1, "", 1)
    mend = Mend("Write the calendar again from the agreement: draft --with-dates")
    return Unreadable(
        _HEADLINE, [Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=(place,), mend=mend)]
    )
