"""The statement of one period: what every metric attained, which credits are due, by which steps, and until when.

The same agreement and the same measurements give the same statement, figure for figure: nothing is rounded before the
one rounding of the total, and nothing comes from a clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from sla_drafter.attainment.attain import left_out_of
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.chronic import below_floor
from sla_drafter.attainment.claims import last_day
from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.history import TREND, History, brief, months_up_to
from sla_drafter.attainment.period_credit import Returned, credits_of, returned
from sla_drafter.attainment.pipeline import LineCredit, PeriodCredit
from sla_drafter.attainment.schedules import business
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.record import ALL_USED, LeftOut, Measurements
from sla_drafter.model.remedies import ChronicFailure
from sla_drafter.model.scalars import Duration, Money, Unit

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@frozen
class Chronic:
    """How far repeated misses have come towards the right to end: misses so far, how many it takes, of which months."""

    metric: str
    misses: int
    needed: int
    months: int
    reached: bool
    elect_by: date | None = None


@frozen
class Statement:
    """Attainment and credits of one period.

    `credit` is None where the agreement gives none, or where it is open. `history` holds the months for which there are
    rows, the period last. `claim_by` is the last day of a claim; None where credits are automatic. `left_out` are the
    rows and files that a service level reads and that could not be used: with any, the statement is not final.
    `returned` is what earlier credits give back to the provider after a run of good months.
    """

    agreement: Agreement
    period: Period
    attained: tuple[Attained, ...]
    credit: PeriodCredit | None
    history: History = ()
    chronic: Chronic | None = None
    claim_by: date | None = None
    report_due: date | None = None
    left_out: LeftOut = ALL_USED
    returned: tuple[Returned, ...] = ()

    @property
    def final(self) -> bool:
        """Whether every row that a service level reads could be used."""
        return not any(self.left_out)

    @property
    def open_credits(self) -> frozenset[str]:
        """The metrics with a credit, while one of them is open so that no credit can be added up yet; else none."""
        known = frozenset(credited(self.agreement))
        return known if any(one.open and one.metric in known for one in self.attained) else frozenset()

    def line(self, metric: str) -> LineCredit | None:
        """What a metric earns; None for one without a credit."""
        lines = self.credit.lines if self.credit else ()
        return next((line for line in lines if line.line.metric == metric), None)

    @property
    def total(self) -> Money | None:
        """The credit that is due, rounded once; None where the agreement gives none."""
        return self.credit.credit if self.credit else None


def statement_of(agreement: Agreement, measurements: Measurements, period: Period) -> Statement:
    """The statement of a period; raises `Impossible` for an agreement from which nothing can be computed."""
    history = (
        (month, found if month == period else brief(found))
        for month, found in months_up_to(agreement, measurements, period, TREND)
    )
    return _statement(agreement, tuple(history), left_out_of(agreement, measurements))


def statements_of(agreement: Agreement, measurements: Measurements, period: Period) -> tuple[Statement, ...]:
    """The statements of the months from the first one with a row, at most twelve, the period last."""
    values = tuple(months_up_to(agreement, measurements, period, 2 * TREND - 1))
    months = range(max(1, len(values) - TREND + 1), len(values) + 1)
    left_out = left_out_of(agreement, measurements)
    return tuple(_statement(agreement, values[max(0, month - TREND) : month], left_out) for month in months)


def _statement(agreement: Agreement, history: History, left_out: LeftOut) -> Statement:
    """The statement of the last month of a history."""
    period, found = history[-1]
    due = report_due(agreement, period)
    months = credits_of(agreement, history)
    return Statement(
        agreement=agreement,
        period=period,
        attained=found,
        credit=months[-1].credit,
        history=history,
        chronic=_chronic(agreement, history),
        claim_by=_claim_by(agreement, due),
        report_due=due,
        left_out=left_out,
        returned=returned(agreement, months, _never(agreement, history)),
    )


def _never(agreement: Agreement, history: History) -> list[bool]:
    """For each month of a history whether its misses gave a right to end, so that its credits may be kept for good."""
    found = (_chronic(agreement, history[: place + 1]) for place in range(len(history)))
    return [chronic is not None and chronic.reached for chronic in found]


# --- repeated misses


def _chronic(agreement: Agreement, history: History) -> Chronic | None:
    """How many misses the months with rows hold, and whether they give the right to end; None while one is open."""
    rule = agreement.termination.chronic_failure if agreement.termination else None
    if rule is None or rule.misses is None or rule.of is None or rule.within is None:
        return None
    window = _months(rule.within)
    values = [one for _, found in history for one in found if one.metric == rule.of]
    if not values or not window or any(value.open for value in values):
        return None
    missed = [value.missed for value in values]
    recent = sum(missed[-window:])
    reached = recent >= rule.misses or _lowest(agreement, rule, values)
    last = max((place for place, miss in enumerate(missed) if miss), default=len(missed) - 1)
    elect = _after_report(agreement, history[last - len(missed)][0], rule.elect_within) if reached else None
    return Chronic(rule.of, recent, rule.misses, window, reached, elect)


def _lowest(agreement: Agreement, rule: ChronicFailure, values: Sequence[Attained]) -> bool:
    """Whether the value of the period lies in the lowest band, where that has the same effect."""
    ladders = agreement.credits.ladders if agreement.credits else ()
    ladder = next((ladder for ladder in ladders if ladder.about == rule.of), None)
    border = ladder.bands[-1].to if ladder and ladder.bands else None
    percent = values[-1].percent
    if not rule.lowest_band or border is None or percent is None:
        return False
    return below_floor([percent], Fraction(border.value)) is not None


def _months(length: Duration) -> int:
    return int(length.amount) * _MONTHS.get(length.unit, 0)


# --- dates


def report_due(agreement: Agreement, period: Period) -> date | None:
    """The last day on which the report of a period is due; None where the agreement names none."""
    reports = agreement.reports
    return _within(agreement, period.last, reports.due if reports else None)


def _claim_by(agreement: Agreement, due: date | None) -> date | None:
    """The last day of a claim: counted from the day on which the report is due. Automatic credits need none."""
    terms = agreement.credits.terms if agreement.credits else None
    if terms is None or due is None or terms.mode is None or terms.mode.id != "claim":
        return None
    return _within(agreement, due, terms.claim_within)


def _after_report(agreement: Agreement, period: Period, within: Duration | None) -> date | None:
    due = report_due(agreement, period)
    return _within(agreement, due or period.last, within)


def _within(agreement: Agreement, event: date, length: Duration | None) -> date | None:
    if length is None:
        return None
    known = business(agreement).is_business_day if length.unit.is_business else bool
    return last_day(event, length, known)
