"""The share of cases of one severity that were answered and restored in time, in one window.

A case is in time if all its times are met, and it counts in the window in which the last of them ends: a time ends when
it is kept, or when it runs out. So a case counts once, and one that is still open counts as soon as it is late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from sla_drafter.attainment.attained import Found, Made, Proof, Proofs
from sla_drafter.attainment.clock import CaseClock, clock
from sla_drafter.attainment.compliance import compliance
from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.schedules import business, schedule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Span, Ticket
from sla_drafter.model.metrics import Severity
from sla_drafter.model.scalars import Duration, Unit

# How long after the last opened case opening hours are known: longer than any time that a severity promises.
_AFTERWARDS = 2 * 366 * DAY
_AT_ONCE = "at_once"
_new = tuple.__new__  # a million of them are made twice as fast


class Judged(NamedTuple):
    """A case with the instant at which the last of its times ended, and whether each was kept.

    A plain tuple, as there may be a million of them.
    """

    case: Ticket
    ended: int
    in_time: bool


def of_cases(agreement: Agreement, severity: Severity, window: Span, cases: Iterable[Ticket]) -> Found:
    """How many cases of a severity were in time, and whether no more were late than may be."""
    known = [case for case in cases if case.severity == severity.id and case.opened_at < window.end]
    if not known or severity.compliance is None:
        return Found(None)
    judged = [one for one in judge(agreement, severity, known) if window.start <= one.ended < window.end]
    late = sum(not one.in_time for one in judged)
    rules = agreement.severity_clock
    forgiven = rules.allowed_misses or 0 if rules else 0
    result = compliance(len(judged), len(judged) - late, severity.compliance, forgiven)
    evidence = Proofs(judged, _proof)
    met = result.met if judged else None
    return Found(result.share, Fraction(len(judged)), Fraction(late), evidence=evidence, met=met)


def _proof(one: Judged) -> Proof:
    """What became of a case, as evidence."""
    case, ended, in_time = one
    span = _new(Span, (case.opened_at, ended))
    return _new(Proof, (case.evidence, "case", span, Made.IN_TIME if in_time else Made.LATE, "", case.id))


def judge(agreement: Agreement, severity: Severity, cases: Sequence[Ticket]) -> tuple[Judged, ...]:
    """Each case with what became of its times."""
    running = _clock(agreement, severity, cases)
    longest = agreement.severity_clock.pause_max if agreement.severity_clock else None
    return tuple(_judged(severity, running, longest, cases))


def _judged(
    severity: Severity, running: CaseClock, longest: Duration | None, cases: Iterable[Ticket]
) -> Iterator[Judged]:
    answer = running.deadlines(severity.response) if severity.response else None
    restore = running.deadlines(severity.restore) if severity.restore else None
    for case in cases:
        opened = ended = case.opened_at
        in_time = True
        if answer:
            ended, in_time = _kept(answer(opened, ()), case.answered_at)
        if restore:
            pauses = running.accepted(case.pauses, longest) if case.pauses else ()
            over, kept = _kept(restore(opened, pauses), case.restored_at)
            ended, in_time = max(ended, over), in_time and kept
        yield _new(Judged, (case, ended, in_time))


def _kept(due: int, done: int | None) -> tuple[int, bool]:
    """When a time ended, and whether it was kept; done at the deadline is in time."""
    if done is None or done > due:
        return due, False
    return done, True


def _clock(agreement: Agreement, severity: Severity, cases: Sequence[Ticket]) -> CaseClock:
    """The clock of a severity; business time is looked up only where one of its times counts it."""
    cover = schedule(agreement, severity.cover, f"severities.{severity.id}.cover")
    first = min(case.opened_at for case in cases) - DAY
    last = max(case.opened_at for case in cases) + _AFTERWARDS
    covered = clock(cover, first, last)
    promised = (severity.response, severity.restore, _pause(agreement))
    counts_business = any(time and time.unit in (Unit.BUSINESS_HOUR, Unit.BUSINESS_DAY) for time in promised)
    open_ = clock(business(agreement), first, last) if counts_business else covered
    hours = next((hours for hours in agreement.hours if hours.id == severity.cover), None)
    at_once = bool(hours and hours.start_outside and hours.start_outside.id == _AT_ONCE)
    return CaseClock(covered, open_, at_once)


def _pause(agreement: Agreement) -> Duration | None:
    return agreement.severity_clock.pause_max if agreement.severity_clock else None
