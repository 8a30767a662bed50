"""Makes measured facts out of cells that were read, and refuses what contradicts itself within one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any, TypeVar

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import NEVER, Cells
from sla_drafter.model.measured import (
    Disaster,
    Evidence,
    MaintenanceWork,
    Observation,
    Outage,
    RequestCount,
    Span,
    Ticket,
    WorkloadReading,
)
from sla_drafter.model.scalars import Target
from sla_drafter.readers.measurements import at_once, cells, days, known
from sla_drafter.readers.measurements.cells import Kept
from sla_drafter.readers.measurements.kinds import NOTICE
from sla_drafter.readers.measurements.mistakes import Listing, Mistake, Wrong
from sla_drafter.readers.measurements.times import instants, shown

Fact = Outage | MaintenanceWork | Ticket | RequestCount | Observation | WorkloadReading | Disaster
T = TypeVar("T")
_new = tuple.__new__


class Facts:
    """Reads the rows of every file of one agreement; what it knows of the agreement is looked up once."""

    def __init__(self, agreement: Agreement, on: datetime | None) -> None:
        self.listing = Listing("")
        self.targets: Mapping[str, Target | None] = known.targets(agreement)
        zone = agreement.time.zone.name if agreement.time and agreement.time.zone else ""
        self.past, self.planned = instants(on, zone), instants(None, zone)
        self.cells = self._cell_readers(agreement, zone)
        self.columns: Mapping[str, Callable[[Sequence[str]], Cells]] = {
            "time": self.past.column,
            "optional time": self.past.optional_column,
            NOTICE: self.past.optional_column,
            "id": at_once.identities,
            "text": at_once.words,
        }
        self.makers: Mapping[str, Callable[..., Fact]] = {
            "outages": self.outage,
            "maintenance": self.maintenance,
            "tickets": self.ticket,
            "requests": self.requests,
            "observations": self.observation,
            "workload": self.workload,
            "disasters": self.disaster,
        }

    def day(self, column_type: str, words: str) -> int:
        """The beginning or the end of a day, by the type of a column that may hold one."""
        found: int = self.cells[column_type](words)
        return found

    def outage(
        self,
        evidence: Evidence,
        start: int,
        end: int,
        service: str,
        cause: str,
        incident: str,
        weight: Fraction,
        reported: int | None,
        noticed: int | None,
    ) -> Outage:
        """An outage; one that has no length is kept and said."""
        if start >= end:
            self._without_length(evidence, start, end, "adds no downtime, and counts as one occurrence")
        return Outage(_new(Span, (start, end)), service, evidence, cause, incident, weight, reported, noticed)

    def maintenance(
        self, evidence: Evidence, start: int, end: int, service: str, announced: int | None, emergency: bool
    ) -> MaintenanceWork:
        """Work that was announced, or was not."""
        if start >= end:
            self._without_length(evidence, start, end, "excuses nothing")
        return MaintenanceWork(Span(start, end), service, evidence, announced, emergency)

    def ticket(
        self,
        evidence: Evidence,
        id_: str,
        severity: str,
        opened: int,
        answered: int | None,
        restored: int | None,
        service: str,
        pauses: tuple[Span, ...],
    ) -> Ticket:
        """A case whose times follow one another."""
        for column, when in (("answered", answered), ("restored", restored)):
            if when is not None and when < opened:
                raise Wrong(
                    "wrong_order", f"The case was {column} at {shown(when)}, before it was opened.", column=column
                )
        for pause in pauses:
            if pause.start < opened or (restored is not None and pause.end > restored):
                side = (
                    "begins before the case was opened" if pause.start < opened else "ends after the case was restored"
                )
                raise Wrong(
                    "wrong_order", f"The pause {shown(pause.start)}/{shown(pause.end)} {side}.", column="paused"
                )
        return Ticket(id_, severity, opened, evidence, answered, restored, pauses, service)

    def requests(
        self, evidence: Evidence, start: int, end: int, service: str, requests: int, errors: int
    ) -> RequestCount:
        """A count of requests, of which no more failed than there were."""
        _with_length(start, end)
        if errors > requests:
            raise _part("errors", errors, "requests", requests, "errors")
        return RequestCount(Span(start, end), service, requests, errors, evidence)

    def observation(
        self, evidence: Evidence, metric: str, start: int, end: int, within: int | None, events: int | None, value: str
    ) -> Observation:
        """Either counts or a value."""
        _with_length(start, end)
        if (within is None) != (events is None):
            missing = "within" if within is None else "events"
            raise Wrong(
                "missing_value", f"The count {missing} is missing: within and events belong together.", column=missing
            )
        if (within is None) == (not value.strip()):
            both = "both counts and a value" if within is not None else "neither counts nor a value"
            raise Wrong("missing_value", f"The row has {both}. Write within and events, or a value.", column="value")
        if within is not None and events is not None and within > events:
            raise _part("events within the promise", within, "events in all", events, "within")
        share = cells.value(value, self.targets.get(metric)) if within is None else None
        return Observation(metric, Span(start, end), evidence, within, events, share)

    def workload(self, evidence: Evidence, start: int, end: int, service: str, amount: Fraction) -> WorkloadReading:
        """The volume of a service in a span."""
        _with_length(start, end)
        return WorkloadReading(Span(start, end), service, amount, evidence)

    def disaster(self, evidence: Evidence, declared: int, restored: int | None, service: str) -> Disaster:
        """A disaster, which goes on until its service is restored."""
        if restored is not None and restored < declared:
            message = f"The service was restored at {shown(restored)}, before the disaster was declared."
            raise Wrong("wrong_order", message, column="restored")
        return Disaster(Span(declared, NEVER if restored is None else restored), service, evidence)

    def _cell_readers(self, agreement: Agreement, zone: str) -> dict[str, Callable[[str], Any]]:
        """The reader of each type of cell, for one agreement."""
        past, names = self.past, known.called(agreement)

        def ids(what: str, found: dict[str, str], *, or_empty: bool = False) -> Callable[[str], Any]:
            empty = {"": ""} if or_empty else {}
            return Kept(known.refused(what, found, names[what]), {**empty, **found}).__getitem__

        services = known.services(agreement)
        return {
            "time": past,
            "planned time": self.planned,
            days.START: days.with_days(past, zone, days.START),
            days.END: days.with_days(past, zone, days.END),
            "optional time": cells.optional(past),
            "announced time": cells.optional(past),
            NOTICE: cells.optional(past),
            "service": ids("service", services),
            "optional service": ids("service", services, or_empty=True),
            "cause": ids("cause", known.causes(agreement), or_empty=True),
            "severity": ids("severity", known.severities(agreement)),
            "metric": ids("metric", known.metrics(agreement)),
            "weight": Kept(cells.weight).__getitem__,
            "flag": Kept(cells.flag).__getitem__,
            "count": cells.count,
            "amount": cells.amount,
            "optional count": cells.optional(cells.count),
            "spans": Kept(cells.spans(past)).__getitem__,
            "id": cells.identity,
            "text": str.strip,
        }

    def _without_length(self, evidence: Evidence, start: int, end: int, then: str) -> None:
        if start > end:
            raise _reversed(start, end)
        message = f"Start and end are the same instant, {shown(start)}: the row {then}."
        self.listing.add(Mistake("no_length", message, evidence, "end"))


def _reversed(start: int, end: int) -> Wrong:
    message = f"The end {shown(end)} lies before the start {shown(start)}. Are the two the wrong way round?"
    return Wrong("reversed_span", message, column="end")


def _with_length(start: int, end: int) -> None:
    if start > end:
        raise _reversed(start, end)
    if start == end:
        message = f"Start and end are the same instant, {shown(start)}: nothing can be counted in no time."
        raise Wrong("reversed_span", message, column="end")


def _part(part: str, some: int, whole: str, all_: int, column: str) -> Wrong:
    message = f"There are {some:,} {part}, and only {all_:,} {whole}. Are the two the wrong way round?"
    return Wrong("part_exceeds_whole", message, column=column)
