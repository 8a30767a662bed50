"""Severities in their order, and at which moment a more urgent case would be due after a less urgent one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from sla_drafter.attainment.attain_cases import case_clock
from sla_drafter.attainment.instants import DAY, HOUR, moment, start_of_day
from sla_drafter.attainment.public_holidays import UnknownPlace
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.language import formats
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.lengths import certainly_longer
from sla_drafter.lints.opening import closes, schedule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Span
from sla_drafter.model.metrics import Severity
from sla_drafter.model.scalars import Duration, Unit, Zone
from sla_drafter.values import frozen

TIMES = ("response", "restore", "fix")
_SOME_DAY = date(2027, 3, 1)
_DAYS_OF_STARTS = 7
_AFTERWARDS = 120 * DAY


@frozen
class Pair:
    """One time of two severities next to each other, the more urgent one first."""

    name: str
    higher: Severity
    lower: Severity

    @property
    def times(self) -> tuple[Duration, Duration] | None:
        """The time of both; None where one has none."""
        first, second = getattr(self.higher, self.name), getattr(self.lower, self.name)
        return (first, second) if first and second else None


def neighbours(context: Context) -> Iterator[tuple[Severity, Severity]]:
    """Each severity with the next less urgent one."""
    return pairwise(sorted(context.agreement.severities, key=lambda one: (len(one.id), one.id)))


def pairs(context: Context) -> Iterator[Pair]:
    """The response and the restore time of all neighbours."""
    return (Pair(name, *both) for both in neighbours(context) for name in TIMES)


@frozen
class Overtaken:
    """A case that is opened at a moment and is due after a less urgent one opened with it; instants."""

    zone: Zone
    opened: int
    due: int
    lower_due: int

    def words(self, pair: Pair) -> str:
        """Opened on Friday at 17:00, severity 1 is due on Tuesday at 15:00 and severity 2 on Saturday at 17:00."""
        opened, due, lower = (self._said(when) for when in (self.opened, self.due, self.lower_due))
        return f"Opened on {opened}, severity {pair.higher.id} is due on {due} and severity {pair.lower.id} on {lower}."

    def _said(self, when: int) -> str:
        shown = moment(when, self.zone)
        day = formats.weekday(shown.weekday(), spelled.LANGUAGE)
        return f"{day} at {formats.time_of_day(shown.time(), spelled.LANGUAGE)}"


def overtaken(context: Context, pair: Pair) -> Overtaken | None:
    """Where in a week the more urgent case is due latest after the other; None where it never is, or is not known.

    It is looked for at each full hour of seven days in spring, by the clocks on which the times run.
    """
    if pair.times is None or certainly_longer(*pair.times) or not _can_overtake(context, pair, *pair.times):
        return None
    agreement, (higher, lower) = context.agreement, pair.times
    try:
        zone = zone_of(agreement)
        first = start_of_day(_first_day(agreement), zone)
        known = Span(first - DAY, first + _AFTERWARDS)
        starts = [first + hour * HOUR for hour in range(24 * _DAYS_OF_STARTS)]
        due = case_clock(agreement, pair.higher, known).all_deadlines(higher, starts)
        lower_due = case_clock(agreement, pair.lower, known).all_deadlines(lower, starts)
    except (Impossible, UnknownPlace):
        return None
    worst = max(range(len(starts)), key=lambda index: due[index] - lower_due[index])
    found = Overtaken(zone, starts[worst], due[worst], lower_due[worst])
    return found if found.due > found.lower_due else None


def _first_day(agreement: Agreement) -> date:
    """The first Monday on which the agreement holds; any Monday where its start is open."""
    start = agreement.term.effective if agreement.term else None
    day = start or _SOME_DAY
    return day + timedelta(days=-day.weekday() % 7)


def _can_overtake(context: Context, pair: Pair, higher: Duration, lower: Duration) -> bool:
    """Whether the clocks differ, and the lower time is not longer even while the clock of the higher one runs on."""
    alike = pair.higher.cover == pair.lower.cover and not higher.unit.is_business and not lower.unit.is_business
    days_apart = lower.unit is Unit.BUSINESS_DAY and lower.amount > 1
    nights = Duration(lower.amount - 1, Unit.DAY) if days_apart else lower
    runs_on = not higher.unit.is_business and not closes(schedule(context, pair.higher.cover))
    return not alike and not (runs_on and certainly_longer(nights, higher))
