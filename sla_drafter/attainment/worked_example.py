"""The figures that an agreement shows before anything has happened: allowed downtime, and one worked example.

Both hold for a Measurement Window without excused time and without a change of clocks, which the paper says. They are
chosen from the agreement alone, so that the same agreement always shows the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil

from sla_drafter.attainment.allowed import allowed_downtime
from sla_drafter.attainment.availability import availability
from sla_drafter.attainment.bands import Zone, zone_of
from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.instants import DAY, MINUTE, SECOND
from sla_drafter.attainment.promised import Earned, earned, quantum
from sla_drafter.attainment.refusal import WHOLE, Impossible
from sla_drafter.attainment.rounding import percentage
from sla_drafter.attainment.stepped_example import Value, beyond, outages
from sla_drafter.attainment.usual_month import USUAL_DAYS
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Percent, Unit, Window
from sla_drafter.values import frozen

# How many days the windows of the calendar have.
LENGTHS: Mapping[str, tuple[int, ...]] = {
    "calendar_month": (28, 29, 30, 31),
    "billing_month": (28, 29, 30, 31),
    "calendar_quarter": (90, 91, 92),
    "calendar_year": (365, 366),
}
_DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7}
# An outage of the example is as round as the band allows: hours, else half hours, and so on; in minutes.
_ROUND = (60, 30, 15, 5, 1)


@frozen
class Allowed:
    """How much downtime, in seconds, still meets the target of a metric in a window of so many days."""

    metric: Metric
    target: Percent
    days: int
    downtime: Fraction


@frozen
class WorkedExample:
    """A miss in the first band of a ladder, or the first that earns another credit: what was measured and its credit.

    `outage` is the downtime in seconds in a window of `days`; None for a metric that counts something else. `measured`
    is the value of one whose target is no percentage.
    """

    metric: Metric
    earned: Earned
    outage: Fraction | None = None
    days: int = 0
    measured: Value | None = None


def allowed(agreement: Agreement) -> tuple[Allowed, ...]:
    """The downtime that each availability allows, for every length that its window can have; in seconds, exact."""
    return tuple(
        Allowed(metric, metric.target.value, days, allowed_downtime(metric.target.value, days * DAY))
        for metric in agreement.metrics
        if metric.target and isinstance(metric.target.value, Percent) and counts_all_time(agreement, metric)
        if 0 <= metric.target.value.value <= WHOLE
        for days in lengths(metric.window)
    )


def counts_all_time(agreement: Agreement, metric: Metric) -> bool:
    """Whether a metric is an availability by time of a service that never closes, so that a day counts 24 hours."""
    service = referent(agreement, "services", metric.service) if metric.service else None
    hours = referent(agreement, "hours", service.hours) if service and service.hours else None
    always = hours is not None and hours.week is not None and hours.week.is_always and not hours.holidays
    at_least = metric.target is not None and metric.target.comparator.id == "at_least"
    return always and at_least and metric.formula is not None and metric.formula.kind.id == "time_availability"


def lengths(window: Window | None) -> tuple[int, ...]:
    """The days that a window can have; none where they are not whole days or follow the calendar otherwise."""
    if window is None:
        return ()
    rolling = window.length
    if rolling and rolling.unit in _DAYS_OF and rolling.amount > 0 and rolling.amount == int(rolling.amount):
        return (int(rolling.amount) * _DAYS_OF[rolling.unit],)
    return LENGTHS.get(window.kind.id, ())


def worked_example(agreement: Agreement) -> WorkedExample | None:
    """One miss with its credit, from the first ladder that has an outage to show, else from the first at all.

    Without a ladder, it is from the credits by steps, by excess, in proportion or of an amount at risk. None without
    a fee of a month, and where a ladder gives no single answer (other rules say so).
    """
    return _first(_examples(agreement)) or _first(_stepped(agreement))


def _first(examples: Iterator[WorkedExample]) -> WorkedExample | None:
    """The first that has an outage to show, else the first; those behind it are not worked out."""
    first = None
    for one in examples:
        if one.outage is not None:
            return one
        first = first or one
    return first


def _examples(agreement: Agreement) -> Iterator[WorkedExample]:
    for ladder in agreement.credits.ladders if agreement.credits else ():
        metric: Metric | None = referent(agreement, "metrics", ladder.id)
        try:
            example = _example(agreement, metric, ladder) if metric else None
        except Impossible:
            continue
        if example and example.earned.credit and example.earned.percent:
            yield example


def _stepped(agreement: Agreement) -> Iterator[WorkedExample]:
    """The first miss that earns a credit, of each metric whose credit is no ladder."""
    ladders = {ladder.about for ladder in agreement.credits.ladders} if agreement.credits else set()
    for one in credited(agreement):
        metric: Metric | None = referent(agreement, "metrics", one)
        if metric is None or one in ladders:
            continue
        try:
            found = (example for example in _tried(agreement, metric) if example.earned.percent)
            example = next(found, None)
        except Impossible:
            continue
        if example and example.earned.credit:
            yield example


def _tried(agreement: Agreement, metric: Metric) -> Iterator[WorkedExample]:
    days = _length(agreement, metric)
    if metric.owed is None:
        return
    for one in outages(metric.owed, days) if days else beyond(metric.owed):
        found = earned(agreement, metric.id, one.value, measured=Fraction((days or USUAL_DAYS) * DAY))
        outage = Fraction(one.outage * MINUTE, SECOND) if days else None
        yield WorkedExample(metric, found, outage, days, one.measured)


def _length(agreement: Agreement, metric: Metric) -> int:
    """The days of the window of an example; none for a metric that does not count all time."""
    days = lengths(metric.window) if counts_all_time(agreement, metric) else ()
    return USUAL_DAYS if USUAL_DAYS in days else next(iter(days), 0)


def _example(agreement: Agreement, metric: Metric, ladder: Ladder) -> WorkedExample | None:
    zone = next((zone_of(band) for band in ladder.bands if band.credit and band.credit.value), None)
    if zone is None:
        return None
    length = _length(agreement, metric)
    minutes = _round_outage(zone, length * DAY // MINUTE)
    if minutes is not None:
        outage = Fraction(minutes * MINUTE, SECOND)
        value = percentage(availability(outage, Fraction(length * DAY, SECOND)))
        return WorkedExample(metric, earned(agreement, metric.id, value), outage, length)
    middle = zone.witness(quantum(agreement, ladder))
    return WorkedExample(metric, earned(agreement, metric.id, middle)) if middle is not None else None


def _round_outage(zone: Zone, measured: int) -> int | None:
    """The shortest round number of minutes in the middle half of a band; None where no whole minute lies in it."""
    least, most = ((100 - value) * measured / 100 for value in (zone.high, zone.low))
    quarter = (most - least) / 4
    for size in _ROUND:
        minutes = ceil((least + quarter) / size) * size
        if 0 < minutes <= most - quarter:
            return minutes
    return None
