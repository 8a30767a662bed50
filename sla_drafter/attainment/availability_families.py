"""The other families of availability: by requests, by intervals, by bad minutes, by users, degraded, in a group.

Each says what its contract wording really measures; where there is nothing to measure the answer is None, never 0 % or
100 %, and the agreement says what that means.

Of the worked examples alone (tests/vectors): `down_together` and `steady_state`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from sla_drafter.attainment.availability import availability
from sla_drafter.attainment.refusal import at_most, chance, not_negative, positive
from sla_drafter.attainment.spans import Pair, Spans, covered, merge
from sla_drafter.model.measured import Outage, RequestCount, Span
from sla_drafter.values import frozen


@frozen
class Traffic:
    """So many intervals in a row, each with the same number of valid requests and of failed ones."""

    intervals: int
    requests: int
    errors: int


@frozen
class IntervalAverage:
    """The mean of error rates over intervals: with idle intervals as free of error, without them, and pooled."""

    intervals: int
    idle: int
    idle_as_no_error: Fraction | None
    idle_left_out: Fraction | None
    pooled: Fraction | None


@frozen
class MinuteThreshold:
    """When a minute is bad: more than a share of at least so many attempts fails, for so many minutes in a row."""

    error_share: Fraction
    attempts: int = 0
    run: int = 1


@frozen
class BadMinutes:
    """The minutes that count as down, and the unbroken periods that they form."""

    minutes: int
    periods: int


def traffic(counts: Iterable[RequestCount], interval: int) -> tuple[Traffic, ...]:
    """Request counts in the order of time; a gap in the record becomes idle intervals. `interval` in microseconds."""
    found: list[Traffic] = []
    last_end = None
    for count in sorted(counts, key=lambda one: one.span.start):
        if last_end is not None and count.span.start > last_end:
            found.append(Traffic(-(-(count.span.start - last_end) // interval), 0, 0))
        found.append(Traffic(1, count.requests, count.errors))
        last_end = count.span.end
    return tuple(found)


def by_requests(requests: int | Fraction, errors: int | Fraction) -> Fraction | None:
    """The share of valid requests that did not fail, in all; None without requests. Busy failures weigh most."""
    if requests == 0 and errors == 0:
        return None
    return availability(Fraction(errors), Fraction(requests))


def by_intervals(runs: Iterable[Traffic]) -> IntervalAverage:
    """One less the mean error rate of the intervals. A busy bad spell almost vanishes in it (S3, Azure Storage)."""
    known = [_sound(run) for run in runs]
    intervals = sum(run.intervals for run in known)
    busy = [run for run in known if run.requests]
    at_work = sum(run.intervals for run in busy)
    rates = sum((Fraction(run.errors, run.requests) * run.intervals for run in busy), Fraction(0))
    requests = sum(run.requests * run.intervals for run in busy)
    errors = sum(run.errors * run.intervals for run in busy)
    return IntervalAverage(
        intervals,
        intervals - at_work,
        1 - rates / intervals if intervals else None,
        1 - rates / at_work if at_work else None,
        by_requests(requests, errors),
    )


def by_bad_minutes(runs: Iterable[Traffic], rule: MinuteThreshold) -> BadMinutes:
    """The minutes in which more than the agreed share failed; exactly that share is not more (Google, GitHub)."""
    minutes = periods = unbroken = 0
    chance("The share of failed attempts", rule.error_share)
    for run in (*runs, Traffic(1, 0, 0)):
        if _is_bad(_sound(run), rule):
            unbroken += run.intervals
            continue
        if unbroken >= max(1, rule.run):
            minutes, periods = minutes + unbroken, periods + 1
        unbroken = 0
    return BadMinutes(minutes, periods)


def _is_bad(run: Traffic, rule: MinuteThreshold) -> bool:
    return run.requests > 0 and run.requests >= rule.attempts and run.errors > rule.error_share * run.requests


def _sound(run: Traffic) -> Traffic:
    not_negative("A number of requests", run.requests)
    not_negative("A number of intervals", run.intervals)
    at_most("A number of failed requests", run.errors, run.requests)
    return run


def by_users(outages: Iterable[tuple[Fraction, Fraction]], users: Fraction, measured: Fraction) -> Fraction:
    """Availability weighted with users: each outage by its length and by how many it hit; dilutes local outages.

    Lengths and `measured` in the same unit. Source: clauses of telephone networks.
    """
    lost = sum((not_negative("A length", time) * not_negative("Users", hit) for time, hit in outages), Fraction(0))
    return availability(lost, positive("The number of users", users) * positive("Measured time", measured))


def weighted_downtime(outages: Iterable[tuple[Pair, Fraction]]) -> Fraction:
    """Downtime in microseconds in which degraded service counts in part: at each instant the gravest weight counts."""
    known = [(start, end, weight) for (start, end), weight in outages]
    weights = sorted({weight for _, _, weight in known}, reverse=True)
    ranks = {chance("The weight of an outage", weight): rank for rank, weight in enumerate(weights)}
    times = _time_by_rank(sorted((start, end, ranks[weight]) for start, end, weight in known), len(weights))
    return sum((weight * time for weight, time in zip(weights, times, strict=True)), Fraction(0))


def _time_by_rank(outages: Sequence[tuple[int, int, int]], ranks: int) -> list[int]:
    """For each rank the time in which nothing graver is down; from outages in the order of their starts."""
    times = [0] * ranks
    borders = sorted({border for start, end, _ in outages for border in (start, end)})
    down: list[tuple[int, int]] = []
    taken = 0
    for begin, stop in pairwise(borders):
        while taken < len(outages) and outages[taken][0] <= begin:
            heapq.heappush(down, (outages[taken][2], outages[taken][1]))
            taken += 1
        while down and down[0][1] <= begin:
            heapq.heappop(down)
        if down:
            times[down[0][0]] += stop - begin
    return times


def degraded(outages: Iterable[Outage]) -> Fraction:
    """The weighted downtime of measured outages in microseconds."""
    return weighted_downtime((outage.span, outage.weight) for outage in outages)


def down_together(components: Iterable[Iterable[Pair]], count: int) -> Spans:
    """When at least so many components were down at once; the outages of one component count once."""
    positive("The number of components", count)
    return covered(count, [span for component in components for span in merge(component)])


@frozen
class Occurrence:
    """Outages as events: how many, the longest, and what the mean times between and to repair make of them."""

    outages: int
    longest: int
    downtime: int


def occurrence(runs: Sequence[Span]) -> Occurrence:
    """How often and how long a service was down; from a disjoint set, in microseconds."""
    return Occurrence(len(runs), max((run.length for run in runs), default=0), sum(run.length for run in runs))


def steady_state(between_failures: Fraction, to_repair: Fraction) -> Fraction:
    """Availability in the long run: mean time between failures over itself and the mean time to repair."""
    up = not_negative("The mean time between failures", between_failures)
    return up / positive("The mean time between failures and to repair", up + not_negative("The time", to_repair))


def ratio(numerator: Fraction, denominator: Fraction) -> Fraction | None:
    """Good events over all events; None without events."""
    return not_negative("A count", numerator) / denominator if not_negative("A count", denominator) else None
