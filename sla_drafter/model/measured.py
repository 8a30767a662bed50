"""What was measured: outages, maintenance, cases, request counts and observations. Never part of an agreement.

Instants are whole microseconds since 1970-01-01 UTC, spans are half open. Every fact says the file and the line that
it was read from, so that each figure of a statement can be traced to its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

from sla_drafter.model.columns import INSTANTS, NEVER, NOT_SAID, Column, Table
from sla_drafter.values import frozen

F = TypeVar("F")
_new = tuple.__new__  # a million of them are made twice as fast


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


@frozen
class Outage:
    """A time in which a service was down; `cause` is the id of an exclusion or a party, `incident` groups misses.

    `noticed_at` is when notice of the cause was given: None if it was not, NOT_SAID where no file speaks of it.
    """

    span: Span
    service: str
    evidence: Evidence
    cause: str = ""
    incident: str = ""
    weight: Fraction = Fraction(1)
    reported_at: int | None = None
    noticed_at: int | None = NOT_SAID


class Evidenced(Table[F]):
    """Facts in columns of which the last three are those of their evidence."""

    __slots__ = ()

    @property
    def evidence(self) -> Iterator[Evidence]:
        """Where each was read."""
        return map(_new, repeat(Evidence), zip(*self.columns[-3:], strict=True))


class Outages(Evidenced[Outage]):
    """Outages in columns; `reported` and `noticed` are NEVER where that did not happen."""

    __slots__ = ()
    MAKES = (INSTANTS, INSTANTS, "", "", "", "", INSTANTS, INSTANTS, "", INSTANTS, INSTANTS)

    starts: Column[Sequence[int]] = Column(0)
    ends: Column[Sequence[int]] = Column(1)
    services: Column[Sequence[str]] = Column(2)
    causes: Column[Sequence[str]] = Column(3)
    incidents: Column[Sequence[str]] = Column(4)
    weights: Column[Sequence[Fraction]] = Column(5)
    noticed: Column[Sequence[int]] = Column(7)

    @staticmethod
    def fact(
        start: int,
        end: int,
        service: str,
        cause: str,
        incident: str,
        weight: Fraction,
        reported: int,
        noticed: int,
        *evidence: Any,
    ) -> Outage:
        """One outage from its cells."""
        span, read = _new(Span, (start, end)), _new(Evidence, evidence)
        told, known = (None if when == NEVER else when for when in (reported, noticed))
        return Outage(span, service, read, cause, incident, weight, told, known)

    @staticmethod
    def cells(fact: Outage) -> tuple[Any, ...]:
        """The cells of one outage."""
        told = (NEVER if when is None else when for when in (fact.reported_at, fact.noticed_at))
        return (*fact.span, fact.service, fact.cause, fact.incident, fact.weight, *told, *fact.evidence)

    def of_service(self, service: str | None) -> Outages:
        """Those of one service."""
        return self.named(self.services, service)

    def touching(self, window: Span) -> Outages:
        """Those of which some time lies in a window."""
        if not self or (max(self.starts) < window.end and min(self.ends) > window.start):
            return self
        spans = zip(self.starts, self.ends, strict=True)
        return self.where(start < window.end and end > window.start for start, end in spans)

    @property
    def spans(self) -> Iterator[Span]:
        """The span of each."""
        return map(_new, repeat(Span), zip(self.starts, self.ends, strict=True))


@frozen
class MaintenanceWork:
    """Work that was announced: when it was announced, for which span, and whether it was an emergency."""

    span: Span
    service: str
    evidence: Evidence
    announced_at: int | None = None
    emergency: bool = False


@frozen
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


class Tickets(Evidenced[Ticket]):
    """Cases in columns; `answered` and `restored` are NEVER where that has not been done yet."""

    __slots__ = ()
    MAKES = ("", "", INSTANTS, INSTANTS, INSTANTS, "", "", "", INSTANTS, INSTANTS)

    ids: Column[Sequence[str]] = Column(0)
    severities: Column[Sequence[str]] = Column(1)
    opened: Column[Sequence[int]] = Column(2)
    answered: Column[Sequence[int]] = Column(3)
    restored: Column[Sequence[int]] = Column(4)
    services: Column[Sequence[str]] = Column(5)
    pauses: Column[Sequence[tuple[Span, ...]]] = Column(6)

    def of_severity(self, severity: str) -> Tickets:
        """Those of one severity."""
        return self.named(self.severities, severity)

    @staticmethod
    def fact(
        id_: str,
        severity: str,
        opened: int,
        answered: int,
        restored: int,
        service: str,
        pauses: tuple[Span, ...],
        *evidence: Any,
    ) -> Ticket:
        """One case from its cells."""
        first, last = (None if when == NEVER else when for when in (answered, restored))
        return Ticket(id_, severity, opened, _new(Evidence, evidence), first, last, pauses, service)

    @staticmethod
    def cells(fact: Ticket) -> tuple[Any, ...]:
        """The cells of one case."""
        done = (NEVER if when is None else when for when in (fact.answered_at, fact.restored_at))
        return (fact.id, fact.severity, fact.opened_at, *done, fact.service, fact.pauses, *fact.evidence)


@frozen
class WorkloadReading:
    """The highest volume that a service had in a span, in the unit of its limit."""

    span: Span
    service: str
    amount: Fraction
    evidence: Evidence


@frozen
class Disaster:
    """A disaster of a service: from its declaration until the service was restored, or for ever while it is not."""

    span: Span
    service: str
    evidence: Evidence


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
