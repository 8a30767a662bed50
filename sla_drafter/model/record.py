"""Everything that was measured for one agreement, and the files that it was read from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from attrs import field

from sla_drafter.model.measured import (
    Disaster,
    MaintenanceWork,
    Observation,
    Outage,
    Outages,
    RequestCount,
    Span,
    Ticket,
    Tickets,
    WorkloadReading,
)
from sla_drafter.values import frozen


@frozen
class Record:
    """One file of measured facts: its kind, how many rows it has, how many were left out, and its SHA-256 sum.

    The kind is the name of a field of `Measurements`. `covers` are the days of which the file speaks, where it says so;
    without it, it speaks of every day. `outside` of the rows left out do not touch the period asked for;
    each of the others was named as a mistake.
    """

    file: str
    kind: str
    rows: int
    left_out: int
    outside: int
    digest: str
    covers: Span | None = None

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


def _outages(facts: Iterable[Outage]) -> Outages:
    return Outages.of(facts)


def _tickets(facts: Iterable[Ticket]) -> Tickets:
    return Tickets.of(facts)


@frozen
class Measurements:
    """Everything that was measured for one agreement.

    A kind without a record was not measured; a record without rows says that nothing of its kind happened.
    """

    outages: Outages = field(factory=lambda: Outages.of(()), converter=_outages)
    maintenance: tuple[MaintenanceWork, ...] = ()
    tickets: Tickets = field(factory=lambda: Tickets.of(()), converter=_tickets)
    requests: tuple[RequestCount, ...] = ()
    observations: tuple[Observation, ...] = ()
    files: tuple[str, ...] = field(default=())
    records: tuple[Record, ...] = ()
    unread: tuple[Unread, ...] = ()
    workload: tuple[WorkloadReading, ...] = ()
    disasters: tuple[Disaster, ...] = ()

    def has_record_of(self, kind: str) -> bool:
        """Whether a file of this kind was read, be it an empty one."""
        return any(record.kind == kind for record in self.records)

    def speaks_of(self, kind: str, window: Span) -> bool:
        """Whether files of a kind speak of all of a window, so that time without a row is time without a fault.

        A file that does not say which days it covers speaks of all of them.
        """
        known = [record.covers for record in self.records if record.kind == kind]
        reached = window.start
        for span in sorted(span for span in known if span):
            if span.start <= reached:
                reached = max(reached, span.end)
        return None in known or (bool(known) and reached >= window.end)

    def left_out(self, kinds: Collection[str]) -> LeftOut:
        """What is missing of some kinds; a file that may be of any kind is missing of each."""
        rows = sum(record.in_error for record in self.records if record.kind in kinds)
        return LeftOut(rows, sum(one.kind in ("", *kinds) for one in self.unread))
