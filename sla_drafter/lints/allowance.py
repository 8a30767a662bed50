"""How much downtime a target leaves, so that a rule can say what does not fit into it, whatever the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.allowed import allowed_downtime
from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.worked_example import lengths
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import SECONDS
from sla_drafter.model.metrics import Metric, Severity
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Duration, Percent, Week
from sla_drafter.values import frozen

_MINUTES_OF_A_WEEK = 7 * 24 * 60


@frozen
class Allowance:
    """The most downtime, in seconds, that the target of a metric leaves in its longest window, of so many days."""

    metric: Metric
    target: Percent
    seconds: Fraction
    days: int

    def words(self) -> str:
        """99.9% allows 44 min 38.4 s in a window of 31 days."""
        target = spelled.share(Fraction(self.target.value))
        return f"{target} allows {spelled.seconds(self.seconds)} in a window of {self.days} days"


def allowances(context: Context) -> Iterator[Allowance]:
    """What each availability by time leaves; public holidays are taken as open, so it is never less than the truth.

    A target of 100% leaves nothing, which is another fault.
    """
    for metric in context.agreement.metrics:
        found = _allowance(context, metric)
        if found:
            yield found


def _allowance(context: Context, metric: Metric) -> Allowance | None:
    target, service = metric.target, context.service_of(metric)
    hours = referent(context.agreement, "hours", service.hours) if service and service.hours else None
    days = max(lengths(metric.window), default=0)
    if target is None or not isinstance(target.value, Percent) or target.comparator.id != "at_least":
        return None
    is_time = metric.formula is not None and metric.formula.kind.id == "time_availability"
    if not is_time or not days or hours is None or hours.week is None or not 0 <= target.value.value < 100:
        return None
    seconds = allowed_downtime(target.value, days * DAY) * open_share(hours.week)
    return Allowance(metric, target.value, seconds, days)


def open_share(week: Week) -> Fraction:
    """The share of a week that is open; 24x7 is all of it."""
    minutes = sum((one.closes - one.opens) * (one.last_day - one.first_day + 1) for one in week.spans)
    return min(Fraction(minutes, _MINUTES_OF_A_WEEK), Fraction(1))


def seconds_of(length: Duration | None) -> Fraction | None:
    """A length of time that is the same in every calendar, in seconds; None for months and for business time."""
    size = SECONDS.get(length.unit) if length else None
    return None if size is None or length is None else Fraction(length.amount) * size


def most_urgent(context: Context) -> Severity | None:
    """The severity with the lowest number."""
    return min(context.agreement.severities, key=lambda one: one.id, default=None)
