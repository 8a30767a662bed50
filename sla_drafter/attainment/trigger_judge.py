"""One trigger of chronic failure at the end of a month: what counts, in which months, and whether that is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile

from attrs import evolve

from sla_drafter.attainment.attained import Attained, border_of
from sla_drafter.attainment.chronic import Weighted, average_below, below_floor, cap_reached, groups, rolling_count
from sla_drafter.attainment.chronic import longer as longer_outages
from sla_drafter.attainment.clock import length_of
from sla_drafter.attainment.instants import day_of, start_of_day
from sla_drafter.attainment.months import add_months, months_in
from sla_drafter.attainment.period_credit import MonthCredit
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.triggers import MONTHS
from sla_drafter.attainment.windows import Period, rolling
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.chronic_failure import Trigger, TriggerKind
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Target
from sla_drafter.values import frozen

ANY, BY_LENGTH = "any_service_level", "windows_by_length"
Months = Sequence[MonthCredit]


@frozen
class Met:
    """How far a trigger has come at the end of a month: what counts, in which months, and whether that is enough.

    `count` are misses, months or outages; `value` is that of a floor or an average, in the unit of its metric;
    `outages` are the stretches of downtime that count.
    """

    reached: bool
    metric: str = ""
    count: int | None = None
    value: Fraction | None = None
    periods: tuple[Period, ...] = ()
    outages: tuple[Span, ...] = ()


@frozen
class Judge:
    """One complete trigger of an agreement, with the path at which it stands."""

    agreement: Agreement
    trigger: Trigger
    path: str

    @property
    def kind(self) -> TriggerKind:
        """What it is about."""
        return self.trigger.kinds[0]

    def measured(self, months: Months) -> bool:
        """Whether there is anything that it counts."""
        return self.kind is TriggerKind.CREDITS_AT_CAP or any(self._values(month) for month in months)

    def at(self, months: Months) -> Met | None:
        """How far it has come at the end of the last of some months; None while rows that it reads are missing."""
        if self._is_open(months):
            return None
        return _JUDGED[self.kind](self, months)

    def _is_open(self, months: Months) -> bool:
        if self.kind is TriggerKind.CREDITS_AT_CAP:
            return any(month.credit is None and any(one.open for one in month.found) for month in months)
        return any(one.open for month in months for one in self._values(month))

    def _values(self, month: MonthCredit) -> list[Attained]:
        """The values that it is about: of its metric, or of every one that the provider owes."""
        if self.trigger.of:
            return [one for one in month.found if one.metric == self.trigger.of]
        theirs = {one.id for one in self.agreement.metrics if one.obligor and one.obligor.id == "customer"}
        return [one for one in month.found if one.metric not in theirs]

    # --- counts of months

    def misses(self, months: Months) -> Met:
        """So many misses of one metric; without one, of whichever has the most, or months with any miss."""
        if self.trigger.counting and self.trigger.counting.id == ANY and not self.trigger.of:
            return self._counted([(month.period, any(one.missed for one in self._values(month))) for month in months])
        metrics = list(dict.fromkeys(one.metric for month in months for one in self._values(month)))
        found = [evolve(self._counted(self._misses_of(one, months)), metric=one) for one in metrics]
        return max(found, key=lambda met: (met.reached, met.count or 0))

    def _misses_of(self, metric: str, months: Months) -> list[tuple[Period, bool]]:
        found = ((month.period, one) for month in months for one in month.found if one.metric == metric)
        return [(period, one.missed) for period, one in found if one.complete]

    def credits_at_cap(self, months: Months) -> Met:
        """So many months in which the credits come to their cap, or to the amount at risk."""
        return self._counted([(month.period, _at_cap(month)) for month in months])

    def _counted(self, flags: Sequence[tuple[Period, bool]]) -> Met:
        """What counts at the end of the last month: within a time that ends with it, or the last ones in a row."""
        needed = self._needed
        if self.trigger.in_a_row:
            held = list(takewhile(lambda one: one[1], reversed(flags)))[::-1]
        elif self.trigger.within and flags:
            since = rolling(flags[-1][0].last, self.trigger.within).first
            held = [one for one in flags if one[0].first >= since]
        else:
            held = list(flags[-1:])
        counted = tuple(period for period, flag in held if flag)
        reached = rolling_count([flag for _, flag in held], max(len(held), needed), needed) is not None
        return Met(reached, count=len(counted), periods=counted)

    @property
    def _needed(self) -> int:
        return int(getattr(self.trigger, self.kind.value))

    # --- values

    def floor(self, months: Months) -> Met:
        """One window whose value does not keep a level."""
        period, one = next((month.period, one) for month in reversed(months) for one in self._values(month))
        level = self.trigger.floor
        if level is None or one.judged is None or not one.complete or period != months[-1].period:
            return Met(reached=False, metric=one.metric, value=one.judged)
        value, border = _upwards(level, one.judged, border_of(level))
        reached = below_floor([value], border) is not None
        return Met(reached, one.metric, value=one.judged, periods=(period,))

    def average(self, months: Months) -> Met:
        """The average of so many windows that end with the last month does not keep a level."""
        level, within = self.trigger.average, self.trigger.within
        span = months_in(within) if within else 0
        held = [(month.period, one) for month in months[-span:] for one in self._values(month) if one.complete]
        known = [(one.judged, Fraction(one.window.span(zone_of(self.agreement)).length)) for _, one in held]
        if level is None or len(months) < span or not held or any(value is None for value, _ in known):
            return Met(reached=False, metric=self.trigger.of or "")
        by_length = self.trigger.mean is not None and self.trigger.mean.id == BY_LENGTH
        values = [Weighted(value or Fraction(0), length if by_length else Fraction(1)) for value, length in known]
        mean = sum((one.value * one.weight for one in values), Fraction(0)) / sum(one.weight for one in values)
        turned = [evolve(one, value=_upwards(level, one.value, one.value)[0]) for one in values]
        border = _upwards(level, mean, border_of(level))[1]
        reached = average_below(turned, len(turned), border, weighted=by_length) is not None
        return Met(reached, self.trigger.of or "", value=mean, periods=tuple(period for period, _ in held))

    # --- outages

    def outages(self, months: Months) -> Met:
        """So many long outages that begin within a time, of which the last one ended in the last month."""
        zone, limit = zone_of(self.agreement), self.trigger.longer_than
        runs = [run for month in months for one in self._values(month) for run in one.found.runs]
        long_ = longer_outages(runs, length_of(limit) if limit else 0)
        last = months[-1].period.span(zone)
        reached = [
            group for group in groups(long_, self._needed, self._until) if last.start < group[-1].end <= last.end
        ]
        held = reached[-1] if reached else self._within_reach(long_, last)
        periods = dict.fromkeys(_month(months, span, self.agreement) for span in held)
        return Met(bool(reached), self.trigger.of or "", len(held), periods=tuple(periods), outages=tuple(held))

    def _within_reach(self, long_: Sequence[Span], last: Span) -> tuple[Span, ...]:
        """The long outages that can still count towards the next one."""
        return tuple(span for span in long_ if self._until(span.start) > last.end - 1)

    def _until(self, start: int) -> int:
        """When the time is over that an outage opens; months end on the same day and at the same time of day."""
        within, zone = self.trigger.within, zone_of(self.agreement)
        if within is None:
            return start + 1
        if within.unit not in MONTHS:
            return start + length_of(within)
        day = day_of(start, zone)
        return start_of_day(add_months(day, months_in(within)), zone) + start - start_of_day(day, zone)


_JUDGED: Mapping[TriggerKind, Callable[[Judge, Months], Met]] = {
    TriggerKind.MISSES: Judge.misses,
    TriggerKind.FLOOR: Judge.floor,
    TriggerKind.AVERAGE: Judge.average,
    TriggerKind.CREDITS_AT_CAP: Judge.credits_at_cap,
    TriggerKind.OUTAGES: Judge.outages,
}
COUNTED = frozenset((TriggerKind.MISSES, TriggerKind.CREDITS_AT_CAP, TriggerKind.OUTAGES))
"""The kinds whose figure is a number of misses, months or outages."""


def _at_cap(month: MonthCredit) -> bool:
    """Whether what the misses of a month come to, before the cap, is at least the cap."""
    if month.credit is None or not month.cap:
        return False
    return cap_reached([month.credit.after_incident_rule], month.cap, times=1, of=1) is not None


def _upwards(level: Target, value: Fraction, border: Fraction) -> tuple[Fraction, Fraction]:
    """A value and a border such that a higher value is better, as the sums of a floor take them."""
    return (value, border) if level.comparator.id == "at_least" else (-value, -border)


def _month(months: Iterable[MonthCredit], span: Span, agreement: Agreement) -> Period:
    """The month in which an outage ended."""
    day = day_of(span.end - 1, zone_of(agreement))
    return next(month.period for month in months if month.period.first <= day < month.period.end)
