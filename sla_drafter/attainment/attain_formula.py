"""What the rows of a window say about a metric, by its formula: one line of the table for each formula there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.attain_share import mean_of, number_of, of_observations, of_requests, rate_of
from sla_drafter.attainment.attain_time import by_time
from sla_drafter.attainment.attained import Found, Proof, meets
from sla_drafter.attainment.availability import availability
from sla_drafter.attainment.availability_families import (
    MinuteThreshold,
    by_bad_minutes,
    by_intervals,
    occurrence,
    traffic,
)
from sla_drafter.attainment.instants import LENGTHS, MINUTE
from sla_drafter.attainment.refusal import WHOLE, Absent, Impossible
from sla_drafter.attainment.spans import intersect, length
from sla_drafter.attainment.suspended import HOLDS, Suspended, kept_observations, kept_requests, without
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Observation, RequestCount, Span
from sla_drafter.model.metrics import Metric
from sla_drafter.model.record import Measurements
from sla_drafter.values import frozen

OUTAGES, REQUESTS, OBSERVATIONS, MAINTENANCE = "outages", "requests", "observations", "maintenance"


@frozen
class Measuring:
    """One metric in one window with the rows that it is computed from; `until` is the part that the period reached."""

    agreement: Agreement
    metric: Metric
    rows: Measurements
    window: Span
    until: Span
    suspended: Suspended = HOLDS

    @property
    def requests(self) -> list[RequestCount]:
        """The counts of its service, of the time in which it holds."""
        return kept_requests(self._counts, self.suspended)[0]

    @property
    def observed(self) -> list[Observation]:
        """What another tool computed for it, of the time in which it holds."""
        return kept_observations(self._values, self.suspended)[0]

    @property
    def dropped(self) -> list[Proof]:
        """The rows of the time in which it does not hold."""
        if not self.suspended.by:
            return []
        gone = [*kept_requests(self._counts, self.suspended)[1], *kept_observations(self._values, self.suspended)[1]]
        return [proof for proof in gone if self.window.start <= proof.span.start < self.window.end]

    @property
    def _counts(self) -> list[RequestCount]:
        return [one for one in self.rows.requests if one.service == self.metric.service]

    @property
    def _values(self) -> list[Observation]:
        return [one for one in self.rows.observations if one.metric == self.metric.id]


def _time(one: Measuring) -> Found:
    works = [work for work in one.rows.maintenance if work.service == one.metric.service]
    outages = one.rows.outages.of_service(one.metric.service)
    return by_time(one.agreement, one.metric, one.window, outages, works, one.suspended.excused)


def _requests(one: Measuring) -> Found:
    return of_requests(one.requests, one.window)


def _intervals(one: Measuring) -> Found:
    """One less the mean error rate of the intervals; an idle one is free of error, or left out."""
    counting, counts = one.metric.counting, of_requests(one.requests, one.window)
    interval = counting.interval if counting else None
    if interval is None:
        raise _needs(one, "counting.interval", "It says how long an interval is: 5 minutes.")
    size = int(LENGTHS[interval.unit] * interval.amount)
    found = by_intervals(traffic(_each_of(one, size), size))
    left_out = counting is not None and counting.idle is not None and counting.idle.id == "left_out"
    return evolve(counts, value=found.idle_left_out if left_out else found.idle_as_no_error)


def _minutes(one: Measuring) -> Found:
    """The share of minutes that are not bad: in which no more than the agreed share of requests failed."""
    counting = one.metric.counting
    if counting is None or counting.error_share is None:
        raise _needs(one, "counting.error_share", "It says when a minute is down: 10%.")
    rule = MinuteThreshold(
        Fraction(counting.error_share.value) / WHOLE, counting.attempts or 0, max(1, counting.run or 1)
    )
    counts = of_requests(one.requests, one.window)
    if not counts.evidence:
        return counts
    bad = Fraction(by_bad_minutes(traffic(_each_of(one, MINUTE), MINUTE), rule).minutes * MINUTE)
    measured = Fraction(one.window.length - length(one.suspended.time))
    return Found(availability(bad, measured), measured, bad, evidence=counts.evidence, is_time=True)


def _weighted(one: Measuring) -> Found:
    """Availability in which every outage counts by how many users or resources it hit, also when they overlap."""
    found = _time(one)
    hit = (
        (Fraction(length(intersect((outage.span,), found.runs))), outage.weight)
        for outage in one.rows.outages.of_service(one.metric.service)
    )
    down = min(sum((time * weight for time, weight in hit), Fraction(0)), found.measured)
    return evolve(found, down=down, value=availability(down, found.measured) if found.measured else None)


def _outage_count(one: Measuring) -> Found:
    found = _time(one)
    return evolve(found, value=Fraction(occurrence([Span(*run) for run in found.runs]).outages))


def _longest(one: Measuring) -> Found:
    found = _time(one)
    return evolve(found, value=Fraction(occurrence([Span(*run) for run in found.runs]).longest))


def _share(one: Measuring) -> Found:
    return of_observations(one.observed, one.window)


def _rate(one: Measuring) -> Found:
    return rate_of(one.observed, one.window)


def _mean(one: Measuring) -> Found:
    """The mean of values; below the floor of a single value the target is missed, whatever the mean is."""
    found = mean_of(one.observed, one.window)
    floor = one.metric.floor
    values = [each.value for each in one.observed if each.value is not None and _inside(each, one.window)]
    return evolve(found, met=False) if floor and not all(meets(value, floor) for value in values) else found


def _count(one: Measuring) -> Found:
    return number_of(one.observed, one.window)


Formula = tuple[tuple[str, ...], Callable[[Measuring], Found]]
_OF_TIME, _OF_REQUESTS, _OF_VALUES = (OUTAGES, MAINTENANCE), (REQUESTS,), (OBSERVATIONS,)
FORMULAS: Mapping[str, Formula] = {
    "time_availability": (_OF_TIME, _time),
    "request_availability": (_OF_REQUESTS, _requests),
    "interval_availability": (_OF_REQUESTS, _intervals),
    "minute_availability": (_OF_REQUESTS, _minutes),
    "user_availability": (_OF_TIME, _weighted),
    "resource_availability": (_OF_TIME, _weighted),
    "outage_count": (_OF_TIME, _outage_count),
    "longest_outage": (_OF_TIME, _longest),
    "share_within": (_OF_VALUES, _share),
    "share_of_all": (_OF_VALUES, _share),
    "packet_delivery": (_OF_VALUES, _share),
    "error_rate": (_OF_VALUES, _rate),
    "mean": (_OF_VALUES, _mean),
    "latency": (_OF_VALUES, _mean),
    "jitter": (_OF_VALUES, _mean),
    "count": (_OF_VALUES, _count),
}
# What another tool computed is a value of the metric, whatever its formula is.
_ALREADY: Mapping[str, Callable[[Measuring], Found]] = {"outage_count": _count, "longest_outage": _mean}


def found_by_formula(one: Measuring) -> Found:
    """What the rows say, by the formula of the metric; without such rows, what another tool computed."""
    if one.metric.formula is None:
        raise Impossible(f"metrics.{one.metric.id}.formula", Absent(), "It says how the value is computed.")
    kind = one.metric.formula.kind.id
    records, compute = FORMULAS[kind]
    # If a file of outages does not speak of the window, time without a row is not time without an outage.
    speaks = one.rows.speaks_of(OUTAGES, one.until) if records == _OF_TIME else one.rows.has_record_of(records[0])
    how = compute if speaks else _ALREADY.get(kind, compute if records == _OF_VALUES else _share)
    return without(how(one), one.suspended, one.dropped)


def read_by(metric: Metric, measurements: Measurements) -> tuple[str, ...]:
    """The kinds of rows that a metric is computed from: those of its formula, or what another tool computed."""
    own = FORMULAS[metric.formula.kind.id][0] if metric.formula else ()
    own = () if own == _OF_VALUES else own
    return own if own and measurements.has_record_of(own[0]) else (*own, OBSERVATIONS)


def _each_of(one: Measuring, size: int) -> Sequence[RequestCount]:
    """The counts of the window; each of them is of one interval."""
    inside = [count for count in one.requests if one.window.start <= count.span.start < one.window.end]
    other = next((count for count in inside if count.span.length != size), None)
    if other:
        where = f"in {other.evidence.file}, line {other.evidence.line}"
        right = f"Every count of it is of one interval, {Fraction(size, MINUTE)} minutes."
        raise Impossible(f"A count of requests for {one.metric.id}", where, right)
    return inside


def _inside(observation: Observation, window: Span) -> bool:
    return window.start <= observation.span.start < window.end


def _needs(one: Measuring, field: str, right: str) -> Impossible:
    return Impossible(f"metrics.{one.metric.id}.{field}", Absent(), right)
