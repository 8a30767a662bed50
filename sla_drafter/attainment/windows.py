"""Measurement windows: calendar months, quarters and years, billing months and rolling periods, in a zone.

A window runs from the first midnight of its first day to the first midnight of the day after its last, so that windows
that follow each other neither overlap nor leave a gap, whatever the clocks do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sla_drafter.attainment.instants import day_of, start_of_day
from sla_drafter.attainment.months import add_months, first_of_quarter, on_day
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.spans import Spans, clip, merge
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Duration, Unit, Window, Zone
from sla_drafter.values import frozen

_ONE_DAY = timedelta(days=1)
SPLIT = "split_at_the_border"
BORDERS = (SPLIT, "counts_where_it_starts", "counts_where_it_ends")
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


@frozen
class Period:
    """Whole local days: the first, and the one after the last."""

    first: date
    end: date

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - _ONE_DAY

    def span(self, zone: Zone) -> Span:
        """The period as instants; its length follows the clocks of the zone."""
        return Span(start_of_day(self.first, zone), start_of_day(self.end, zone))


def month_of(day: date, billing_day: int = 1) -> Period:
    """The month in which a day lies; a billing month starts on its own day, or on the last of a shorter month."""
    first = on_day(day.year, day.month, billing_day)
    if first > day:
        before = add_months(day.replace(day=1), -1)
        first = on_day(before.year, before.month, billing_day)
    after = add_months(first.replace(day=1), 1)
    return Period(first, on_day(after.year, after.month, billing_day))


def quarter_of(day: date) -> Period:
    """The calendar quarter in which a day lies."""
    first = first_of_quarter(day)
    return Period(first, add_months(first, 3))


def year_of(day: date) -> Period:
    """The calendar year in which a day lies."""
    return Period(date(day.year, 1, 1), date(day.year + 1, 1, 1))


def rolling(last: date, length: Duration) -> Period:
    """The so many days, weeks, months or years that end with a day.

    Refuses a part of a day and for a unit that is shorter than a day or counts opening time.
    """
    end = last + _ONE_DAY
    if length.unit in _MONTHS and _whole(length):
        return Period(add_months(end, -int(length.amount) * _MONTHS[length.unit]), end)
    if length.unit in _DAYS and _whole(length):
        return Period(end - int(length.amount) * _DAYS[length.unit] * _ONE_DAY, end)
    found = f"{length.amount} {length.unit.value}"
    raise Impossible("The length of a rolling window", found, "It is a whole number of days, weeks, months or years.")


def _whole(length: Duration) -> bool:
    return length.amount == length.amount.to_integral_value() and length.amount > 0


def window_of(window: Window, day: date, billing_day: int = 1) -> Period:
    """The measurement window in which a day lies; a rolling one ends with that day."""
    match window.kind.id:
        case "calendar_month":
            return month_of(day)
        case "billing_month":
            return month_of(day, billing_day)
        case "calendar_quarter":
            return quarter_of(day)
        case "calendar_year":
            return year_of(day)
        case _ if window.length is not None:
            return rolling(day, window.length)
    raise Impossible("A rolling window", "without a length", "It says one: rolling 30 days.")


def periods_of(unit: Unit, span: Span, zone: Zone) -> Iterator[Period]:
    """The days, weeks (from Monday), months, quarters or years that a span touches, in order."""
    day, last = day_of(span.start, zone), day_of(span.end - 1, zone)
    while day <= last:
        period = period_of(unit, day)
        yield period
        day = period.end


def period_of(unit: Unit, day: date) -> Period:
    """The day, week (from Monday), month, quarter or year in which a day lies."""
    match unit:
        case Unit.DAY:
            return Period(day, day + _ONE_DAY)
        case Unit.WEEK:
            monday = day - day.weekday() * _ONE_DAY
            return Period(monday, monday + 7 * _ONE_DAY)
        case Unit.MONTH:
            return month_of(day)
        case Unit.QUARTER:
            return quarter_of(day)
        case Unit.YEAR:
            return year_of(day)
    raise Impossible("A period of the calendar", unit.value, "It is a day, a week, a month, a quarter or a year.")


def attributed(runs: Spans, window: Span, border: str) -> Spans:
    """The part of each unbroken run that counts in a window: split at its border, or where it starts or ends.

    `border` is an id of the group `border`; `counts_where_it_ends` is the third rule of the field.
    """
    if border == SPLIT:
        return clip(runs, window)
    if border == "counts_where_it_starts":
        return merge([run for run in runs if window.start <= run.start < window.end])
    if border == "counts_where_it_ends":
        return merge([run for run in runs if window.start < run.end <= window.end])
    raise Impossible("The rule for an outage across a border", border, f"It is one of: {', '.join(BORDERS)}.")
