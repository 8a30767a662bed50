"""Compares rows with one another, across all files: given twice, or overlapping in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from attrs import evolve

from sla_drafter.model.measured import (
    Evidence,
    MaintenanceWork,
    Measurements,
    Observation,
    Outage,
    RequestCount,
    Ticket,
)
from sla_drafter.readers.measurements.mistakes import Listing, Mistake
from sla_drafter.readers.measurements.times import shown

Spanned = Outage | MaintenanceWork | RequestCount | Observation
Listings = Mapping[str, Listing]
_BY_SPAN = attrgetter("span")


def compared(measured: Measurements, listings: Listings) -> tuple[Measurements, list[Evidence]]:
    """The facts without those that are given twice, and where these stand; all that was noticed is said."""
    twice = [*_cases_given_twice(measured.tickets, listings)]
    twice += _counted_twice(measured.requests, attrgetter("service"), "service", listings)
    twice += _counted_twice(measured.observations, attrgetter("metric"), "metric", listings)
    for kind, spans in (("outages", measured.outages), ("works", measured.maintenance)):
        _say_overlaps(kind, spans, listings)
    if not twice:
        return measured, twice
    gone = frozenset(twice)
    kept = evolve(
        measured,
        tickets=tuple(fact for fact in measured.tickets if fact.evidence not in gone),
        requests=tuple(fact for fact in measured.requests if fact.evidence not in gone),
        observations=tuple(fact for fact in measured.observations if fact.evidence not in gone),
    )
    return kept, twice


def _cases_given_twice(tickets: Sequence[Ticket], listings: Listings) -> Iterator[Evidence]:
    if len({ticket.id for ticket in tickets}) == len(tickets):
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


def _say_overlaps(kind: str, facts: Sequence[Outage] | Sequence[MaintenanceWork], listings: Listings) -> None:
    for name, later, earlier in _overlapping(facts, attrgetter("service")):
        until = shown(min(later.span.end, earlier.span.end))
        message = (
            f"Two {kind} of {name} overlap from {shown(later.span.start)} to {until}; the other is "
            f"{_where(earlier, later)}. The common time counts once."
        )
        _say("overlapping_spans", message, later.evidence, earlier.evidence, listings, "start")


def _overlapping(facts: Sequence[Spanned], owner: Callable[[object], str]) -> Iterator[tuple[str, Spanned, Spanned]]:
    """Each fact that begins before an earlier one of the same owner is over, with the one that lasts longest."""
    by_owner: dict[str, list[Spanned]] = {}
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


def _where(one: Ticket | Spanned, seen_from: Ticket | Spanned) -> str:
    """Where a row stands, as seen from another one: "in line 5" of the same file, or "in line 5 of b.csv"."""
    file = "" if one.evidence.file == seen_from.evidence.file else f" of {one.evidence.file}"
    return f"in line {one.evidence.line}{file}"


def _say(name: str, message: str, at: Evidence, other: Evidence, listings: Listings, column: str) -> None:
    listings[at.file].add(Mistake(name, message, at, column, other=other, note="the other one"))
