"""The statement of one period: what every metric attained, which credits are due, by which steps, and until when.

The same agreement and the same measurements give the same statement, figure for figure: nothing is rounded before the
one rounding of the total, and nothing comes from a clock.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from sla_drafter.attainment.attain import left_out_of
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.claims import last_day
from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.history import TREND, History, brief, months_up_to
from sla_drafter.attainment.not_judged import NotJudged, not_judged
from sla_drafter.attainment.period_credit import Returned, credits_of, returned
from sla_drafter.attainment.pipeline import LineCredit, PeriodCredit
from sla_drafter.attainment.ratchet import Raised, in_force, months_since_start, raised, rises
from sla_drafter.attainment.right_to_end import RightToEnd, met_in, right_to_end
from sla_drafter.attainment.schedules import business
from sla_drafter.attainment.triggers import long_outages, longest
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.record import ALL_USED, LeftOut, Measurements
from sla_drafter.model.scalars import Duration, Money
from sla_drafter.values import frozen


@frozen
class Statement:
    """Attainment and credits of one period, by the agreement with the targets that were in force in it.

    `credit` is None where the agreement gives none, or where it is open. `history` holds the months for which there are
    rows, the period last. `claim_by` is the last day of a claim; None where credits are automatic. `left_out` are the
    rows and files that a service level reads and that could not be used: with any, the statement is not final.
    `returned` is what earlier credits give back to the provider after a run of good months. `not_judged` is what the
    clauses say and the measurements do not decide, `raised` the targets that rose since the agreement was made.
    """

    agreement: Agreement
    period: Period
    attained: tuple[Attained, ...]
    credit: PeriodCredit | None
    history: History = ()
    chronic: RightToEnd | None = None
    claim_by: date | None = None
    report_due: date | None = None
    left_out: LeftOut = ALL_USED
    returned: tuple[Returned, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()
    raised: tuple[Raised, ...] = ()

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
    outages = long_outages(agreement)
    history = (
        (month, found if month == period else brief(found, outages))
        for month, found in months_up_to(agreement, measurements, period, _looked_at(agreement, period))
    )
    return _statement(agreement, tuple(history), measurements)


def statements_of(agreement: Agreement, measurements: Measurements, period: Period) -> tuple[Statement, ...]:
    """The statements of the months from the first one with a row, at most twelve, the period last."""
    most = _looked_at(agreement, period)
    values = tuple(months_up_to(agreement, measurements, period, most + TREND - 1))
    months = range(max(1, len(values) - TREND + 1), len(values) + 1)
    return tuple(_statement(agreement, values[max(0, month - most) : month], measurements) for month in months)


def _looked_at(agreement: Agreement, period: Period) -> int:
    """How many months decide on the last: those of the trend, of a right to end, all of them where targets rise."""
    return max(TREND, longest(agreement), months_since_start(agreement, period) if rises(agreement) else 0)


def _statement(agreement: Agreement, history: History, measurements: Measurements) -> Statement:
    """The statement of the last month of a history."""
    period, found = history[-1]
    due = report_due(agreement, period)
    months = credits_of(agreement, history)
    return Statement(
        agreement=in_force(agreement, history[:-1], period),
        period=period,
        attained=found,
        credit=months[-1].credit,
        history=history[-TREND:],
        chronic=right_to_end(agreement, months, partial(_after_report, agreement)),
        claim_by=_claim_by(agreement, due),
        report_due=due,
        left_out=left_out_of(agreement, measurements),
        not_judged=not_judged(agreement, measurements, history),
        raised=raised(agreement, history[:-1], period),
        returned=returned(agreement, months, [met_in(agreement, months[: place + 1]) for place in range(len(months))]),
    )


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


def _after_report(agreement: Agreement, period: Period) -> date | None:
    """Until when the right to end is used that the report of a period shows; None where no time is agreed."""
    rule = agreement.termination.chronic_failure if agreement.termination else None
    return _within(agreement, report_due(agreement, period) or period.last, rule.elect_within if rule else None)


def _within(agreement: Agreement, event: date, length: Duration | None) -> date | None:
    if length is None:
        return None
    known = business(agreement).is_business_day if length.unit.is_business else bool
    return last_day(event, length, known)
