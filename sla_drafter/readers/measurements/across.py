"""Compares rows with one another, across all files: given twice, or overlapping in time."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, count, islice
from operator import attrgetter, lt
from typing import TypeVar

from attrs import evolve

from sla_drafter.model.columns import INSTANTS, distinct, rising
from sla_drafter.model.measured import (
    Evidence,
    MaintenanceWork,
    Observation,
    Outage,
    Outages,
    RequestCount,
    Ticket,
    Tickets,
)
from sla_drafter.model.record import Measurements
from sla_drafter.readers.measurements.mistakes import Listing, Mistake
from sla_drafter.readers.measurements.times import shown

Counted = MaintenanceWork | RequestCount | Observation
Overlap = Outage | MaintenanceWork
Listings = Mapping[str, Listing]
C = TypeVar("C", bound=Counted)
_BY_SPAN = attrgetter("span")


def compared(measured: Measurements, listings: Listings) -> tuple[Measurements, list[Evidence]]:
    """The facts without those that are given twice, and where these stand; all that was noticed is said."""
    twice = [*_cases_given_twice(measured.tickets, listings)]
    twice += _counted_twice(measured.requests, attrgetter("service"), "service", listings)
    twice += _counted_twice(measured.observations, attrgetter("metric"), "metric", listings)
    _say_overlaps("outages", _overlapping_outages(measured.outages), listings)
    _say_overlaps("works", _overlapping(measured.maintenance, attrgetter("service")), listings)
    if not twice:
        return measured, twice
    gone = frozenset(twice)
    kept = evolve(
        measured,
        tickets=measured.tickets.where(evidence not in gone for evidence in measured.tickets.evidence),
        requests=tuple(fact for fact in measured.requests if fact.evidence not in gone),
        observations=tuple(fact for fact in measured.observations if fact.evidence not in gone),
    )
    return kept, twice


def _cases_given_twice(tickets: Tickets, listings: Listings) -> Iterator[Evidence]:
    if len(distinct(tickets.ids)) == len(tickets):
        return
    first: dict[str, Ticket] = {}
    for ticket in tickets:
        known = first.setdefault(ticket.id, ticket)
        if known is not ticket:
            message = (
                f"The case {ticket.id} is given a second time; the first is {_where(known, ticket)}. Keep one of them."
            )
            _say("given_twice", message, ticket.evidence, known.evidence, listings, "id")
            yield ticket.evidence


def _counted_twice(
    facts: Sequence[RequestCount] | Sequence[Observation], owner: Callable[[object], str], what: str, listings: Listings
) -> Iterator[Evidence]:
    """Counts of the very same span are left out the second time; those that overlap otherwise are used and said."""
    for name, later, earlier in _overlapping(facts, owner):
        if later.span == earlier.span:
            message = (
                f"The {what} {name} has figures for this span already, {_where(earlier, later)}. Keep one row of them."
            )
            _say("given_twice", message, later.evidence, earlier.evidence, listings, "start")
            yield later.evidence
        else:
            message = (
                f"The {what} {name} has figures up to {shown(earlier.span.end)} already, {_where(earlier, later)}: "
                "what happened in both spans counts twice."
            )
            _say("overlapping_counts", message, later.evidence, earlier.evidence, listings, "start")


def _say_overlaps(kind: str, found: Iterable[tuple[str, Overlap, Overlap]], listings: Listings) -> None:
    for name, later, earlier in found:
        until = shown(min(later.span.end, earlier.span.end))
        message = (
            f"Two {kind} of {name} overlap from {shown(later.span.start)} to {until}; the other is "
            f"{_where(earlier, later)}. The common time counts once."
        )
        _say("overlapping_spans", message, later.evidence, earlier.evidence, listings, "start")


def _overlapping_outages(outages: Outages) -> Iterator[tuple[str, Outage, Outage]]:
    """Each outage that begins before an earlier one of its service is over, with the one that lasts longest."""
    for name in distinct(outages.services):
        owned = outages.named(outages.services, name)
        if not rising(owned.starts):
            owned = owned.at(sorted(range(len(owned)), key=list(owned.spans).__getitem__))
        lasts = array(INSTANTS, accumulate(owned.ends, max))
        for place in compress(count(1), map(lt, islice(owned.starts, 1, None), lasts)):
            yield name, owned[place], owned[bisect_left(lasts, lasts[place - 1])]


def _overlapping(facts: Sequence[C], owner: Callable[[object], str]) -> Iterator[tuple[str, C, C]]:
    """Each fact that begins before an earlier one of the same owner is over, with the one that lasts longest."""
    by_owner: dict[str, list[C]] = {}
    for fact in facts:
        by_owner.setdefault(owner(fact), []).append(fact)
    for name, owned in by_owner.items():
        owned.sort(key=_BY_SPAN)
        longest = owned[0]
        for fact in owned[1:]:
            if fact.span.start < longest.span.end:
                yield name, fact, longest
            if fact.span.end > longest.span.end:
                longest = fact


def _where(one: Ticket | Outage | Counted, seen_from: Ticket | Outage | Counted) -> str:
    """Where a row stands, as seen from another one: "in line 5" of the same file, or "in line 5 of b.csv"."""
    file = "" if one.evidence.file == seen_from.evidence.file else f" of {one.evidence.file}"
    return f"in line {one.evidence.line}{file}"


def _say(name: str, message: str, at: Evidence, other: Evidence, listings: Listings, column: str) -> None:
    listings[at.file].add(Mistake(name, message, at, column, other=other, note="the other one"))
