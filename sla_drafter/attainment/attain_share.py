"""Shares of one window: requests served, events within a time, and values that another tool computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from sla_drafter.attainment.attained import Found, Made, Proof
from sla_drafter.attainment.availability_families import by_requests, ratio
from sla_drafter.attainment.refusal import Impossible, at_most, chance
from sla_drafter.model.measured import Observation, RequestCount, Span

NOTHING = Found(None)


def of_requests(counts: Iterable[RequestCount], window: Span) -> Found:
    """The share of valid requests that were served, pooled over the window; a count belongs to where it starts."""
    inside = [count for count in counts if window.start <= count.span.start < window.end]
    requests, errors = sum(count.requests for count in inside), sum(count.errors for count in inside)
    evidence = tuple(Proof(count.evidence, "requests", count.span, Made.COUNTED) for count in inside)
    return Found(by_requests(requests, errors), Fraction(requests), Fraction(errors), evidence=evidence)


def of_observations(observations: Iterable[Observation], window: Span) -> Found:
    """The share that observations give: events within out of all events, else values weighted by their time.

    An observation belongs to the window in which it starts. Values without events beside others with events cannot be
    added and are refused.
    """
    inside = [one for one in observations if window.start <= one.span.start < window.end]
    evidence = tuple(Proof(one.evidence, "observation", one.span, Made.COUNTED) for one in inside)
    if not inside:
        return NOTHING
    bare = [one for one in inside if one.events is None or one.within is None]
    if len(bare) == len(inside):
        return Found(_by_time(inside), evidence=evidence)
    if bare:
        found = f"without events in {bare[0].evidence.file}, line {bare[0].evidence.line}"
        raise Impossible(f"An observation of {bare[0].metric}", found, "All of a window give events, or none does.")
    events = sum(one.events or 0 for one in inside)
    within = at_most("The number of events within", sum(one.within or 0 for one in inside), events)
    share = ratio(Fraction(within), Fraction(events))
    return Found(share, Fraction(events), Fraction(events - within), evidence=evidence)


def _by_time(inside: Sequence[Observation]) -> Fraction | None:
    """The mean of values, each by the length of its span: a week counts seven times as much as a day."""
    known = [one for one in inside if one.value is not None]
    total = sum(one.span.length for one in known)
    weighed = (chance(f"A value of {one.metric}", one.value or Fraction(0)) * one.span.length for one in known)
    return sum(weighed, Fraction(0)) / total if total else None
