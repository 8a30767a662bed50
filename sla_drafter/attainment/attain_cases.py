"""The share of cases of one severity that were answered and restored in time, in one window.

A case is in time if all its times are met, and it counts in the window in which the last of them ends: a time ends when
it is kept, or when it runs out. So a case counts once, and one that is still open counts as soon as it is late.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from fractions import Fraction
from itertools import compress
from operator import and_, le

from sla_drafter.attainment.attained import Found, Made, Proof, Proofs
from sla_drafter.attainment.clock import CaseClock, clock
from sla_drafter.attainment.compliance import compliance
from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.schedules import business, schedule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import INSTANTS, distinct
from sla_drafter.model.measured import Span, Tickets
from sla_drafter.model.metrics import Severity
from sla_drafter.model.scalars import Duration, Unit
from sla_drafter.values import frozen

# How long after the last opened case opening hours are known: longer than any time that a severity promises.
_AFTERWARDS = 2 * 366 * DAY
_AT_ONCE = "at_once"


@frozen
class Judged:
    """Cases, each with the instant at which the last of its times ended, and whether all were kept; in columns."""

    cases: Tickets
    ended: Sequence[int]
    in_time: Sequence[bool]

    def within(self, window: Span) -> Judged:
        """Those of which the last time ended in a window."""
        inside = [window.start <= when < window.end for when in self.ended]
        if all(inside):
            return self
        chosen = (array(INSTANTS, compress(self.ended, inside)), list(compress(self.in_time, inside)))
        return Judged(self.cases.where(inside), *chosen)

    def proof(self, place: int) -> Proof:
        """What became of a case, as evidence."""
        case, made = self.cases[place], Made.IN_TIME if self.in_time[place] else Made.LATE
        return Proof(case.evidence, "case", Span(case.opened_at, self.ended[place]), made, "", case.id)


def of_cases(agreement: Agreement, severity: Severity, window: Span, cases: Tickets) -> Found:
    """How many cases of a severity were in time, and whether no more were late than may be."""
    known = cases.of_severity(severity.id)
    known = known.where(opened < window.end for opened in known.opened)
    if not known or severity.compliance is None:
        return Found(None)
    judged = judge(agreement, severity, known).within(window)
    size, late = len(judged.cases), judged.in_time.count(False)
    result = compliance(size, size - late, severity.compliance, forgiven_of(agreement, severity))
    evidence = Proofs(judged.cases, range(size), judged.proof)
    met = result.met if size else None
    return Found(result.share, Fraction(size), Fraction(late), evidence=evidence, met=met)


def forgiven_of(agreement: Agreement, severity: Severity) -> int:
    """How many late cases of a severity never miss its share: its own number, or that of the clock."""
    if severity.allowed_misses is not None:
        return severity.allowed_misses
    clock_rules = agreement.severity_clock
    return (clock_rules.allowed_misses or 0) if clock_rules else 0


def judge(agreement: Agreement, severity: Severity, cases: Tickets) -> Judged:
    """Each case with what became of its times: a time ends when it is kept, or when it runs out.

    Done at the deadline is in time.
    """
    running = _clock(agreement, severity, cases)
    opened = ended = cases.opened
    in_time: Sequence[bool] = [True] * len(cases)
    if severity.response:
        due = running.all_deadlines(severity.response, opened)
        ended, in_time = array(INSTANTS, map(min, due, cases.answered)), list(map(le, cases.answered, due))
    if severity.restore:
        due = _restore_by(agreement, running, severity.restore, cases)
        over = map(min, due, cases.restored)
        ended, kept = array(INSTANTS, map(max, ended, over)), map(le, cases.restored, due)
        in_time = list(map(and_, in_time, kept))
    return Judged(cases, ended, in_time)


def _restore_by(agreement: Agreement, running: CaseClock, promised: Duration, cases: Tickets) -> Sequence[int]:
    """Until when each case is to be restored; pauses put that off."""
    if not any(distinct(cases.pauses)):
        return running.all_deadlines(promised, cases.opened)
    restore, longest = running.deadlines(promised), _pause(agreement)
    return [
        restore(opened, running.accepted(pauses, longest) if pauses else ())
        for opened, pauses in zip(cases.opened, cases.pauses, strict=True)
    ]


def _clock(agreement: Agreement, severity: Severity, cases: Tickets) -> CaseClock:
    return case_clock(agreement, severity, Span(min(cases.opened) - DAY, max(cases.opened) + _AFTERWARDS))


def case_clock(agreement: Agreement, severity: Severity, known: Span) -> CaseClock:
    """The clock of a severity in a stretch of time; business time is looked up only where one of its times counts it.

    Raises `Impossible` where the agreement does not say what the clock needs.
    """
    covered = clock(schedule(agreement, severity.cover, f"severities.{severity.id}.cover"), *known)
    promised = (severity.response, severity.restore, _pause(agreement))
    counts_business = any(time and time.unit in (Unit.BUSINESS_HOUR, Unit.BUSINESS_DAY) for time in promised)
    open_ = clock(business(agreement), *known) if counts_business else covered
    hours = next((hours for hours in agreement.hours if hours.id == severity.cover), None)
    at_once = bool(hours and hours.start_outside and hours.start_outside.id == _AT_ONCE)
    return CaseClock(covered, open_, at_once)


def _pause(agreement: Agreement) -> Duration | None:
    return agreement.severity_clock.pause_max if agreement.severity_clock else None
