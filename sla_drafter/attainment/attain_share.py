"""Shares of one window: requests served, events within a time, and values that another tool computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve

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
    inside, evidence = _inside(observations, window)
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


def rate_of(observations: Iterable[Observation], window: Span) -> Found:
    """The share of events that were not good; a value that another tool computed is such a share already."""
    found = of_observations(observations, window)
    counted = bool(found.measured) and found.value is not None
    return evolve(found, value=found.down / found.measured) if counted else found


def mean_of(observations: Iterable[Observation], window: Span) -> Found:
    """The mean of values in the unit of the target, each by the length of its span."""
    inside, evidence = _inside(observations, window)
    known = [one for one in inside if one.value is not None]
    total = sum(one.span.length for one in known)
    weighed = sum(((one.value or Fraction(0)) * one.span.length for one in known), Fraction(0))
    return Found(weighed / total if total else None, evidence=evidence)


def number_of(observations: Iterable[Observation], window: Span) -> Found:
    """The sum of values; of events it is those that were good."""
    inside, evidence = _inside(observations, window)
    numbers = [one.value if one.value is not None else Fraction(one.within or 0) for one in inside]
    return Found(sum(numbers, Fraction(0)) if inside else None, evidence=evidence)


def _inside(observations: Iterable[Observation], window: Span) -> tuple[Sequence[Observation], Sequence[Proof]]:
    """The observations that start in a window, and their evidence."""
    inside = [one for one in observations if window.start <= one.span.start < window.end]
    return inside, tuple(Proof(one.evidence, "observation", one.span, Made.COUNTED) for one in inside)


def _by_time(inside: Sequence[Observation]) -> Fraction | None:
    """The mean of values, each by the length of its span: a week counts seven times as much as a day."""
    known = [one for one in inside if one.value is not None]
    total = sum(one.span.length for one in known)
    weighed = (chance(f"A value of {one.metric}", one.value or Fraction(0)) * one.span.length for one in known)
    return sum(weighed, Fraction(0)) / total if total else None
