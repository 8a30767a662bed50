"""Key dates: what falls on which day in the first term of an agreement, counted by the agreement's own rules.

How it is counted:

* The term begins with its first day and ends at the end of the day before the same date so many months later: from
  1 January 2027 for 24 months is until 31 December 2028.
* Notice against renewal runs up to the day after the last day of the term, which is not a day of the notice. With clear
  days, the day of the notice does not count either: 60 clear days before 1 January 2029 leave 1 November 2028 as the
  last day of notice. Where only the first day is left out, the day after the term counts, and notice is one day later.
* Reviews and audits are counted from the first day, each of them from there and not from the one before, so that a
  31st does not wander.
* Reports and meetings follow the calendar where they are due every month, quarter or year; a report is due so long
  after the last day of its period.
* A deadline that starts with an event that nobody can foresee (a claim, an election) has no date; it is a rule.

A day that cannot be counted, for instance a business day without a schedule, is left out; so is what falls on more
than 120 days of the first term, as a daily meeting is no key date. Nothing here asks what day it is today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import count, islice, takewhile

from sla_drafter.attainment.claims import BusinessDay, last_day, last_day_of_notice
from sla_drafter.attainment.months import add_months
from sla_drafter.attainment.public_holidays import UnknownPlace
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.service_time import Schedule, schedule_of
from sla_drafter.attainment.windows import period_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Duration, Unit
from sla_drafter.values import frozen

_ONE_DAY = timedelta(days=1)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
# What a count refuses (an `Impossible` is a `ValueError`), and what leaves the calendar.
_UNCOUNTABLE = (UnknownPlace, ValueError, OverflowError)
# Monthly for ten years, weekly for two; what is more frequent is routine.
_MOST = 120
# A count that would leave the calendar is none: no agreement runs for a thousand years.
_LONGEST = 1000
_LAST_START = 8000


@frozen
class KeyDate:
    """One kind of date: its id, the days on which it falls, and the fact of the agreement that it follows."""

    id: str
    field: str
    on: tuple[date, ...]


@frozen
class Deadline:
    """A deadline that an event starts: its id, how long it is, and the fact that holds it."""

    id: str
    field: str
    within: Duration


def key_dates(agreement: Agreement) -> tuple[KeyDate, ...]:
    """The dates of the first term, by the first day of each kind; kinds without a day are left out."""
    found = [KeyDate(identity, field, days(agreement)) for identity, (field, days) in _KINDS.items()]
    return tuple(sorted((one for one in found if one.on), key=lambda one: one.on[0]))


def deadlines(agreement: Agreement) -> tuple[Deadline, ...]:
    """The deadlines that begin with an event: to contest a figure, to claim a credit, to use a right to end."""
    terms = agreement.credits.terms if agreement.credits else None
    chronic = agreement.termination.chronic_failure if agreement.termination else None
    known = (
        ("contest", "measurement.dispute_within", agreement.measurement and agreement.measurement.dispute_within),
        ("claim", "credits.terms.claim_within", terms and terms.claim_within),
        ("election", "termination.chronic_failure.elect_within", chronic and chronic.elect_within),
    )
    return tuple(Deadline(identity, field, within) for identity, field, within in known if within)


def end_of_first_term(agreement: Agreement) -> date | None:
    """The last day of the first term; None where its start or its length is not said in days or months."""
    term = agreement.term
    if term is None or term.effective is None or term.initial is None:
        return None
    after = _after(term.effective, term.initial, 1)
    return after - _ONE_DAY if after else None


def last_day_to_stop_renewal(agreement: Agreement) -> date | None:
    """The last day on which notice stops the renewal, or (where it renews on notice) brings it about.

    None where there is no such day in the term, as the notice is longer than the term, and where the agreement does
    not say how days of notice are counted.
    """
    term, end = agreement.term, end_of_first_term(agreement)
    renews = term is not None and term.renewal is not None and term.renewal.id != "none"
    counting = agreement.time.notice_days if agreement.time else None
    if term is None or end is None or not renews or term.non_renewal_notice is None or counting is None:
        return None
    try:
        last = last_day_of_notice(end + _ONE_DAY, term.non_renewal_notice, counting.id, business_days(agreement))
    except _UNCOUNTABLE:
        return None
    return last if term.effective and last >= term.effective else None


def reviews(agreement: Agreement) -> tuple[date, ...]:
    """The days by which the agreement is reviewed."""
    return _counted(agreement, agreement.review.every if agreement.review else None)


def business_days(agreement: Agreement) -> BusinessDay:
    """Whether a day is a business day: the schedule that the agreement names for it, else its only one that closes.

    Raises `Impossible` when asked without such a schedule.
    """
    schedule = _business_schedule(agreement)
    if schedule is None:
        return _no_schedule
    return schedule.is_business_day


def _no_schedule(day: date) -> bool:
    raise Impossible("The schedule of business days", f"not given for {day}", "time.business names one.")


def _business_schedule(agreement: Agreement) -> Schedule | None:
    zone = agreement.time.zone if agreement.time else None
    named = agreement.time.business if agreement.time else None
    closing = [one for one in agreement.hours if one.week and not (one.week.is_always and not one.holidays)]
    meant = [one for one in closing if one.id == named] if named else closing
    return schedule_of(meant[0], zone, agreement.language) if zone and len(meant) == 1 else None


def _after(day: date, every: Duration, times: int) -> date | None:
    """The day so many times a duration later; None for one that is not counted in days or months of the calendar."""
    if every.amount <= 0 or every.amount != int(every.amount):
        return None
    amount = int(every.amount) * times
    months, days = amount * _MONTHS.get(every.unit, 0), amount * _DAYS.get(every.unit, 0)
    if day.year > _LAST_START or months > _LONGEST * 12 or days > _LONGEST * 365:
        return None
    if every.unit in _MONTHS:
        return add_months(day, months)
    return day + days * _ONE_DAY if every.unit in _DAYS else None


def _counted(agreement: Agreement, every: Duration | None) -> tuple[date, ...]:
    """The days of the first term that lie so long, twice so long and so on after its first day."""
    effective = agreement.term.effective if agreement.term else None
    end = end_of_first_term(agreement)
    if effective is None or every is None or _after(effective, every, 1) is None:
        return ()
    days = (day for times in range(1, _MOST + 2) if (day := _after(effective, every, times)))
    return _few(takewhile(lambda day: day <= end, days)) if end else (next(days),)


def _periods(agreement: Agreement, every: Duration | None) -> tuple[date, ...]:
    """The last days of the periods of a report: of the calendar for one month, quarter or year."""
    effective = agreement.term.effective if agreement.term else None
    end = end_of_first_term(agreement)
    if effective is None or every is None or end is None:
        return ()
    if every.amount == 1 and every.unit in _MONTHS:
        return _few(takewhile(lambda last: last <= end, _calendar(effective, every.unit)))
    return tuple(day - _ONE_DAY for day in _counted(agreement, every))


def _few(days: Iterable[date]) -> tuple[date, ...]:
    """The days, or none of them where they are too many to be key dates."""
    found = tuple(islice(days, _MOST + 1))
    return found if len(found) <= _MOST else ()


def _calendar(day: date, unit: Unit) -> Iterator[date]:
    for _ in count():
        period = period_of(unit, day)
        yield period.last
        day = period.end


def _reports(agreement: Agreement) -> tuple[date, ...]:
    reports = agreement.reports
    due = reports.due if reports else None
    if reports is None or due is None:
        return ()
    try:
        return tuple(last_day(last, due, business_days(agreement)) for last in _periods(agreement, reports.every))
    except _UNCOUNTABLE:
        return ()


def _one(day: date | None) -> tuple[date, ...]:
    return (day,) if day else ()


_KINDS: dict[str, tuple[str, Callable[[Agreement], tuple[date, ...]]]] = {
    "start": ("term.effective", lambda agreement: _one(agreement.term.effective if agreement.term else None)),
    "report": ("reports.due", _reports),
    "meeting": ("meetings.every", lambda found: _periods(found, found.meetings.every if found.meetings else None)),
    "audit": ("audits.every", lambda found: _counted(found, found.audits.every if found.audits else None)),
    "review": ("review.every", reviews),
    "notice": ("term.non_renewal_notice", lambda agreement: _one(last_day_to_stop_renewal(agreement))),
    "end": ("term.initial", lambda agreement: _one(end_of_first_term(agreement))),
}
