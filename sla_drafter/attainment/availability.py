"""Availability by time: service time less counted downtime, as a share of service time.

Everything is a set of time, never a difference of totals: counted downtime is downtime inside service time and outside
what is excused, so that overlapping excuses are never taken off twice. Excused time either leaves both sides of the sum
("net") or counts as available ("total"); the net form is never above the total one. Source: cloud providers' agreements
(total) and agreements for hosted software (net).

Of the worked examples alone (tests/vectors): `reported`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from sla_drafter.attainment.instants import MINUTE
from sla_drafter.attainment.refusal import not_negative, one_of, positive
from sla_drafter.attainment.spans import Pair, Spans, intersect, length, merge, subtract
from sla_drafter.attainment.windows import SPLIT, attributed
from sla_drafter.model.measured import Span
from sla_drafter.values import frozen

OFF_BOTH_SIDES, COUNTS_AS_AVAILABLE = "off_both_sides", "counts_as_available"
EXACT = "exact"


@frozen
class CountingRules:
    """How downtime is counted; the ids are those of the agreement.

    `minimum_run` in microseconds: shorter runs of downtime are ignored. `from_report`: an outage counts from the
    customer's report on, and not at all without one.
    """

    excluded_time: str = OFF_BOTH_SIDES
    partial_minutes: str = EXACT
    border: str = SPLIT
    minimum_run: int = 0
    from_report: bool = False


@frozen
class TimeAvailability:
    """Availability of one window: what it is a share of, what counted as down, and what was excused."""

    measured: int
    down: Spans
    excused: Spans

    @property
    def downtime(self) -> int:
        """Counted downtime in microseconds."""
        return length(self.down)

    @property
    def share(self) -> Fraction | None:
        """The share of measured time that the service was up, from 0 to 1; None when there is no measured time."""
        return availability(Fraction(self.downtime), Fraction(self.measured)) if self.measured else None


def availability(downtime: Fraction, measured: Fraction) -> Fraction:
    """The share of some measured time, or of some count, that is not down; it is never below 0.

    Both in the same unit: seconds, resource minutes, bad intervals and all intervals.
    """
    whole = positive("Measured time", measured)
    return max(Fraction(0), 1 - not_negative("Downtime", downtime) / whole)


def time_availability(
    window: Span,
    outages: Iterable[Pair],
    *,
    service: Spans | None = None,
    excused: Iterable[Pair] = (),
    rules: CountingRules | None = None,
    service_beyond: Callable[[Span], Spans] | None = None,
) -> TimeAvailability:
    """Availability in a window from the times at which a service was down.

    `service` is the service time in the window (all of it when not given), `excused` what is accepted as excused. An
    outage that counts in one piece where it starts may reach beyond the window: `service_beyond` says the service time
    of any span, and without it an hour outside the window is in service only when there is no `service` either.
    """
    return availability_of_runs(
        window, merge(outages), service=service, excused=excused, rules=rules, service_beyond=service_beyond
    )


def availability_of_runs(
    window: Span,
    known: Spans,
    *,
    service: Spans | None = None,
    excused: Iterable[Pair] = (),
    rules: CountingRules | None = None,
    service_beyond: Callable[[Span], Spans] | None = None,
) -> TimeAvailability:
    """What `time_availability` gives, of downtime that is a disjoint set already."""
    how = rules or CountingRules()
    hours = merge((window,)) if service is None else service
    excuse = merge(excused)
    runs = attributed(long_enough(subtract(known, excuse), how.minimum_run), window, how.border)
    open_time = hours
    if runs and (service is None or service_beyond is not None):
        reach = Span(min(window.start, runs[0].start), max(window.end, runs[-1].end))
        open_time = service_beyond(reach) if service_beyond else merge((reach,))
    counted = whole_minutes(intersect(runs, open_time), how.partial_minutes)
    inside = intersect(hours, excuse)
    net = one_of("The rule for excused time", how.excluded_time, (OFF_BOTH_SIDES, COUNTS_AS_AVAILABLE))
    base = length(hours) - (length(inside) if net == OFF_BOTH_SIDES else 0)
    return TimeAvailability(base, counted, inside)


def long_enough(runs: Spans, shortest: int) -> Spans:
    """The runs of downtime that are at least so long; e-mail providers ignore those under ten minutes."""
    return tuple(run for run in runs if run.length >= shortest) if shortest else runs


def reported(span: Span, at: int | None) -> Span | None:
    """The part of an outage from its report on; None when it was never reported, or after its end."""
    if at is None or at >= span.end:
        return None
    return Span(max(span.start, at), span.end)


def whole_minutes(down: Spans, rule: str) -> Spans:
    """Downtime as whole minutes of the clock: only those fully down, any that is touched, or exact time.

    One event of two minutes across three minutes of the clock counts 60, 180 or 120 seconds.
    """
    return _PARTIAL_MINUTES[one_of("The rule for parts of a minute", rule, _PARTIAL_MINUTES)](down)


def _exact(down: Spans) -> Spans:
    return down


def _fully_down(down: Spans) -> Spans:
    inner = ((-(-start // MINUTE) * MINUTE, end // MINUTE * MINUTE) for start, end in down)
    return merge([(start, end) for start, end in inner if start < end])


def _any_part(down: Spans) -> Spans:
    return merge([(start // MINUTE * MINUTE, -(-end // MINUTE) * MINUTE) for start, end in down])


_PARTIAL_MINUTES: Mapping[str, Callable[[Spans], Spans]] = {
    EXACT: _exact,
    "whole_minutes_fully_down": _fully_down,
    "any_part_of_a_minute": _any_part,
}
