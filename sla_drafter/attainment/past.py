"""The record of each metric: one value for each past measurement window, and whether its target was met.

A window without data is no window of the record, whatever the agreement makes of missing data: what was not measured
shows nothing about the service. Windows of a rolling period are taken one after the other, so that none counts twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from operator import itemgetter

from attrs import evolve

from sla_drafter.attainment.attain import AT_LEAST, MONTH, of_metric
from sla_drafter.attainment.attain_cases import forgiven_of, judge
from sla_drafter.attainment.attained import SEVERITIES, Attained, meets
from sla_drafter.attainment.compliance import compliance
from sla_drafter.attainment.divided import by_window, table_by_window
from sla_drafter.attainment.instants import SECOND, day_of
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.windows import Period, window_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Span
from sla_drafter.model.metrics import Metric, Severity
from sla_drafter.model.record import Measurements
from sla_drafter.model.scalars import Percent, Target, Window
from sla_drafter.values import frozen

ROLLING = "rolling"
_ONE_DAY = timedelta(days=1)


@frozen
class PastWindow:
    """One window of the record: its value in per cent as it is judged, and whether the target was met.

    Of time, `seconds` is the measured time and `outages` the length of each unbroken downtime, in whole seconds rounded
    up. Of cases, `cases` is how many there were and `late` how many were late.
    """

    window: Period
    value: Fraction
    met: bool
    seconds: int = 0
    outages: tuple[int, ...] = ()
    cases: int = 0
    late: int = 0


@frozen
class Past:
    """The record of one metric, in order; `target` is what its values were held to, in per cent.

    `forgiven` is how many late cases of a window never fail it.
    """

    metric: str
    target: Target
    window: Window
    windows: tuple[PastWindow, ...] = ()
    forgiven: int = 0

    @property
    def met(self) -> int:
        """In how many windows the target was met."""
        return sum(one.met for one in self.windows)

    @property
    def counts_cases(self) -> bool:
        """Whether it is the record of a severity."""
        return self.metric.startswith(f"{SEVERITIES}.")

    @property
    def higher_is_better(self) -> bool:
        """Whether a higher value is better service."""
        return self.target.comparator == AT_LEAST

    @property
    def border(self) -> Fraction:
        """The target in per cent."""
        assert isinstance(self.target.value, Percent)  # noqa: S101  # only such metrics have a record
        return Fraction(self.target.value.value)

    @property
    def qualities(self) -> tuple[Fraction, ...]:
        """The values as percentages that grow with the quality of the service; all of it where misses are forgiven."""
        return tuple(WHOLE if self._is_forgiven(one) else self.quality(one.value) for one in self.windows)

    def _is_forgiven(self, one: PastWindow) -> bool:
        return one.cases > 0 and one.late <= self.forgiven

    def quality(self, value: Fraction) -> Fraction:
        """A value as a percentage that grows with the quality of the service, or back again."""
        return value if self.higher_is_better else WHOLE - value


@frozen
class Known:
    """What a record covers: its first and last day, and the day before which a window is over."""

    first: date
    last: date
    over: date


def past_of(agreement: Agreement, measurements: Measurements, on: date) -> tuple[Past, ...]:
    """The record of every metric with a target in per cent, and of every severity with a promised share.

    `on` is the last day that is known: a window that ends after it is not over.
    """
    known = _known(agreement, measurements, on)
    metrics = (_metric(agreement, metric, measurements, known) for metric in agreement.metrics if _target(metric))
    severities = (_severity(agreement, one, measurements, known) for one in agreement.severities if one.compliance)
    return (*metrics, *severities)


def _target(metric: Metric) -> Target | None:
    return metric.target if metric.target and isinstance(metric.target.value, Percent) else None


def _known(agreement: Agreement, measured: Measurements, on: date) -> Known | None:
    """From the day of the first row to that of the last, as far as the record goes; None without a row."""
    cases, outages = measured.tickets.opened, measured.outages
    starts, ends = [*cases, *outages.starts], [*(when + 1 for when in cases), *outages.ends]
    for kind in (measured.requests, measured.observations):
        starts += (row.span.start for row in kind)
        ends += (row.span.end for row in kind)
    if not starts:
        return None
    zone = zone_of(agreement)
    return Known(day_of(min(starts), zone), min(day_of(max(ends) - 1, zone), on), on + _ONE_DAY)


def windows_known(window: Window, known: Known) -> tuple[Period, ...]:
    """The windows of a record that are over, none of which overlaps another.

    A rolling period has to lie inside the record; a window of the calendar is known as soon as one day of it is.
    """
    found: list[Period] = []
    if window.kind.id == ROLLING:
        one = window_of(window, known.last)
        while one.first >= known.first:
            found.insert(0, one)
            one = window_of(window, one.first - _ONE_DAY)
        return tuple(found)
    one = window_of(window, known.first)
    while one.first <= known.last and one.end <= known.over:
        found.append(one)
        one = window_of(window, one.end)
    return tuple(found)


# --- metrics


def _metric(agreement: Agreement, metric: Metric, measured: Measurements, known: Known | None) -> Past:
    assert metric.target is not None  # noqa: S101  # asked for by the caller
    window = metric.window or MONTH
    empty = Past(metric.id, metric.target, window)
    if known is None:
        return empty
    windows = windows_known(window, known)
    found = (of_metric(agreement, metric, part, one) for one, part in _parts(agreement, metric, measured, windows))
    return evolve(empty, windows=tuple(_past(one) for one in found if one.judged is not None and not one.by_rule))


def _parts(
    agreement: Agreement, metric: Metric, measured: Measurements, windows: Sequence[Period]
) -> Iterator[tuple[Period, Measurements]]:
    """Each window with the rows that touch it, so that a long record is gone through once."""
    zone = zone_of(agreement)
    spans = [one.span(zone) for one in windows]
    own = measured.outages.of_service(metric.service)
    outages = table_by_window(own, own.starts, own.ends, spans)
    requests = by_window([one for one in measured.requests if one.service == metric.service], spans)
    observations = by_window([one for one in measured.observations if one.metric == metric.id], spans)
    for window, down, counts, observed in zip(windows, outages, requests, observations, strict=True):
        yield window, evolve(measured, outages=down, requests=counts, observations=observed)


def _past(one: Attained) -> PastWindow:
    assert one.judged is not None and one.target is not None  # noqa: S101, PT018  # asked for by the caller
    value, found = one.judged * WHOLE, one.found
    met = meets(one.judged, one.target)
    if not found.is_time:
        return PastWindow(one.window, value, met)
    outages = tuple(-(-run.length // SECOND) for run in found.runs)
    return PastWindow(one.window, value, met, int(found.measured) // SECOND, outages)


# --- severities


def _severity(agreement: Agreement, severity: Severity, measured: Measurements, known: Known | None) -> Past:
    assert severity.compliance is not None  # noqa: S101  # asked for by the caller
    rules = agreement.severity_clock
    window = (rules.window if rules else None) or MONTH
    forgiven = forgiven_of(agreement, severity)
    empty = Past(f"{SEVERITIES}.{severity.id}", Target(AT_LEAST, severity.compliance), window, forgiven=forgiven)
    cases = measured.tickets.of_severity(severity.id)
    if known is None or not cases:
        return empty
    windows, zone = windows_known(window, known), zone_of(agreement)
    judged = judge(agreement, severity, cases)
    ended = sorted(zip(judged.ended, judged.in_time, strict=True))
    found = (_of_cases(one, _kept(ended, one.span(zone)), severity.compliance, forgiven) for one in windows)
    return evolve(empty, windows=tuple(one for one in found if one))


def _kept(ended: Sequence[tuple[int, bool]], span: Span) -> Sequence[bool]:
    """Whether each case was in time of which the last time ended in a window."""
    when = itemgetter(0)
    inside = slice(bisect_left(ended, span.start, key=when), bisect_left(ended, span.end, key=when))
    return [in_time for _, in_time in ended[inside]]


def _of_cases(window: Period, in_time: Sequence[bool], target: Percent, forgiven: int) -> PastWindow | None:
    late = in_time.count(False)
    result = compliance(len(in_time), len(in_time) - late, target, forgiven)
    if result.share is None:
        return None
    return PastWindow(window, result.share * WHOLE, result.met, cases=len(in_time), late=late)
