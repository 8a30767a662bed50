"""Key dates as a calendar: days with what falls on them, for programs that remind people."""

from __future__ import annotations

from datetime import date

from sla_drafter.values import frozen


@frozen
class Event:
    """A whole day on which something is due; `uid` is the same in every calendar of the same agreement."""

    uid: str
    on: date
    summary: str
    details: str = ""


@frozen
class Calendar:
    """The events of one agreement. `stamped` is the date of its facts, never the date of the day."""

    name: str
    language: str
    stamped: date
    events: tuple[Event, ...]
