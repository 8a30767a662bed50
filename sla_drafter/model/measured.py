"""What was measured: outages, maintenance, cases, request counts and observations. Never part of an agreement.

Instants are whole microseconds since 1970-01-01 UTC, spans are half open. Every fact says the file and the line that
it was read from, so that each figure of a statement can be traced to its evidence.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen


class Evidence(NamedTuple):
    """Where a measured fact was read: the file, the line in it and the column where its row begins, from 1.

    In a Parquet file, which has no lines, the line is the number of the row. A plain tuple, as there are a million.
    """

    file: str
    line: int
    column: int = 1


class Span(NamedTuple):
    """A stretch of time from an instant up to another, which does not belong to it.

    A plain pair, so that a million of them are sorted and merged in a second.
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """Its length in microseconds."""
        return self.end - self.start


@frozen(weakref_slot=False)  # eight bytes less, for each of a million
class Outage:
    """A time in which a service was down; `cause` is the id of an exclusion or a party, `incident` groups misses."""

    span: Span
    service: str
    evidence: Evidence
    cause: str = ""
    incident: str = ""
    weight: Fraction = Fraction(1)
    reported_at: int | None = None


@frozen
class MaintenanceWork:
    """Work that was announced: when it was announced, for which span, and whether it was an emergency."""

    span: Span
    service: str
    evidence: Evidence
    announced_at: int | None = None
    emergency: bool = False


@frozen(weakref_slot=False)  # eight bytes less, for each of a million
class Ticket:
    """A case: its severity, when it was opened, answered and restored, and when its clock was paused."""

    id: str
    severity: str
    opened_at: int
    evidence: Evidence
    answered_at: int | None = None
    restored_at: int | None = None
    pauses: tuple[Span, ...] = ()
    service: str = ""


@frozen
class RequestCount:
    """How many valid requests a service had in a span, and how many of them failed."""

    span: Span
    service: str
    requests: int
    errors: int
    evidence: Evidence


@frozen
class Observation:
    """A value that another tool computed for a metric and a span: events within out of all events, or a value.

    The value is a share (1 is all of it); of a metric whose target is a length of time it is that time in microseconds.
    """

    metric: str
    span: Span
    evidence: Evidence
    within: int | None = None
    events: int | None = None
    value: Fraction | None = None


@frozen
class Record:
    """One file of measured facts: its kind, how many rows it has, how many were left out, and its SHA-256 sum.

    The kind is the name of a field of `Measurements`. `outside` of the rows left out do not touch the period asked for;
    each of the others was named as a mistake.
    """

    file: str
    kind: str
    rows: int
    left_out: int
    outside: int
    digest: str

    @property
    def in_error(self) -> int:
        """How many of its rows were left out for a mistake."""
        return self.left_out - self.outside


@frozen
class Unread:
    """A file that could not be read at all: of which kind it is; "" where it may be of any."""

    file: str
    kind: str = ""


class LeftOut(NamedTuple):
    """How many rows were left out for a mistake, and how many files could not be read."""

    rows: int = 0
    files: int = 0


ALL_USED = LeftOut()


@frozen
class Measurements:
    """Everything that was measured for one agreement.

    A kind without a record was not measured; a record without rows says that nothing of its kind happened.
    """

    outages: tuple[Outage, ...] = ()
    maintenance: tuple[MaintenanceWork, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    requests: tuple[RequestCount, ...] = ()
    observations: tuple[Observation, ...] = ()
    files: tuple[str, ...] = field(default=())
    records: tuple[Record, ...] = ()
    unread: tuple[Unread, ...] = ()

    def has_record_of(self, kind: str) -> bool:
        """Whether a file of this kind was read, be it an empty one."""
        return any(record.kind == kind for record in self.records)

    def left_out(self, kinds: Collection[str]) -> LeftOut:
        """What is missing of some kinds; a file that may be of any kind is missing of each."""
        rows = sum(record.in_error for record in self.records if record.kind in kinds)
        return LeftOut(rows, sum(one.kind in ("", *kinds) for one in self.unread))
