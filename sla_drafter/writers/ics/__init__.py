"""Calendar files (RFC 5545) that every calendar program opens: whole days, the same bytes for the same agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sla_drafter.document.calendar import Calendar, Event
from sla_drafter.language.patterns import compiled

PRODUCT = "-//sla-drafter//key dates//EN"
LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""

_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_SPECIAL = compiled(r"[\\;,\n]")
_NEW_LINE = compiled(r"\r\n?|[\u2028\u2029]")
_CONTROLS = compiled(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(calendar: Calendar) -> bytes:
    """The bytes of a calendar file: lines of at most 75 octets, folded between characters."""
    return b"".join(folded(line) for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME;LANGUAGE={_tag(calendar)}:{escaped(calendar.name)}"
    for event in calendar.events:
        yield from _event(event, calendar)
    yield "END:VCALENDAR"


def _event(event: Event, calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{calendar.stamped:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={_tag(calendar)}:{escaped(event.summary)}"
    if event.details:
        yield f"DESCRIPTION;LANGUAGE={_tag(calendar)}:{escaped(event.details)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _tag(calendar: Calendar) -> str:
    return calendar.language.replace("_", "-")


def escaped(words: str) -> str:
    """Words as a text value: what a calendar would take for a mark is escaped, what no line may hold is left out."""
    plain = _CONTROLS.sub("", _NEW_LINE.sub("\n", words))
    return _SPECIAL.sub(lambda found: _ESCAPED[found[0]], plain)


def folded(line: str) -> bytes:
    """A line with its end; where it is long, it goes on after a line end and a space, never inside a character."""
    pieces, piece, room = [], b"", LINE
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", LINE - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
