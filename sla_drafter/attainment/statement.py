"""The statement of one period: what every metric attained, which credits are due, by which steps, and until when.

The same agreement and the same measurements give the same statement, figure for figure: nothing is rounded before the
one rounding of the total, and nothing comes from a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from sla_drafter.attainment.attain import left_out_of, quantum_of
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.chronic import below_floor
from sla_drafter.attainment.claims import last_day
from sla_drafter.attainment.history import TREND, History, brief, months_up_to
from sla_drafter.attainment.limits import Limits, limits_of
from sla_drafter.attainment.pipeline import Line, LineCredit, PeriodCredit, credit_of_period, settled
from sla_drafter.attainment.promised import HALF_UP, fee_base
from sla_drafter.attainment.refusal import Absent, Impossible
from sla_drafter.attainment.schedules import business
from sla_drafter.attainment.shapes import OfLadder, Shape, Tiers
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.record import ALL_USED, LeftOut, Measurements
from sla_drafter.model.remedies import ChronicFailure, Ladder
from sla_drafter.model.scalars import Duration, Money, Unit

# Of a cap for a quarter or a year a month has what the months before it have left.
_CAP_PERIODS: Mapping[Unit, Callable[[Period], tuple[int, int]]] = {
    Unit.QUARTER: lambda month: (month.first.year, (month.first.month - 1) // 3),
    Unit.YEAR: lambda month: (month.first.year, 0),
}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
# A target that was met earns nothing, whatever the ladder says.
_NO_CREDIT: Shape = Tiers(())


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

    @property
    def final(self) -> bool:
        """Whether every row that a service level reads could be used."""
        return not any(self.left_out)

    @property
    def open_credits(self) -> frozenset[str]:
        """The metrics with a ladder, while one of them is open so that no credit can be added up yet; else none."""
        promised = self.agreement.credits
        ladders = frozenset(ladder.id for ladder in promised.ladders) if promised else frozenset[str]()
        return ladders if any(one.open and one.metric in ladders for one in self.attained) else frozenset()

    def line(self, metric: str) -> LineCredit | None:
        """What a metric earns; None for one without a ladder."""
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
    return Statement(
        agreement=agreement,
        period=period,
        attained=found,
        credit=_credit(agreement, found, _given_before(agreement, history)),
        history=history,
        chronic=_chronic(agreement, history),
        claim_by=_claim_by(agreement, due),
        report_due=due,
        left_out=left_out,
    )


# --- credits


def _given_before(agreement: Agreement, history: History) -> Fraction:
    """What earlier months of the same quarter or year were credited, where the cap is one for such a period."""
    terms = agreement.credits.terms if agreement.credits else None
    within = _CAP_PERIODS.get(terms.cap.per) if terms and terms.cap else None
    given = Fraction(0)
    if within is None:
        return given
    period = history[-1][0]
    for month, found in history[:-1]:
        if within(month) == within(period):
            credit = _credit(agreement, found, given)
            given += Fraction(credit.credit.amount) if credit else 0
    return given


def _credit(agreement: Agreement, found: Sequence[Attained], given_before: Fraction) -> PeriodCredit | None:
    ladders = {ladder.id: ladder for ladder in agreement.credits.ladders} if agreement.credits else {}
    laddered = [one for one in found if one.metric in ladders]
    # Caps and the rule for one incident join the metrics: no credit is known while one of them is open.
    if not ladders or any(one.open for one in laddered):
        return None
    incidents = _one_incident(laddered)
    lines = [_line(agreement, one, ladders[one.metric], incidents) for one in laddered]
    return settled(credit_of_period(lines, _limits(agreement, laddered, given_before)), ())


def _line(agreement: Agreement, one: Attained, ladder: Ladder, incidents: Mapping[str, str]) -> Line:
    """A metric in the sum; the value is rounded by the first step, so it goes in as it was measured."""
    return Line(
        one.metric,
        one.percent,
        OfLadder(ladder) if one.missed else _NO_CREDIT,
        Fraction(_fee(agreement, one.metric).amount),
        quantum=quantum_of(agreement, one.metric),
        incident=incidents.get(one.metric, ""),
    )


def _fee(agreement: Agreement, metric: str) -> Money:
    fee = fee_base(agreement, metric)
    if fee is None:
        right = "Its credit is a percentage of it: GBP 12,000 per month, in one currency for all services."
        raise Impossible(f"The monthly fee for {metric}", Absent("not given by the month"), right)
    return fee


def _limits(agreement: Agreement, laddered: Sequence[Attained], given_before: Fraction) -> Limits:
    """The limits of a month; the cap is a share of the fees that the misses are credited on."""
    rule = agreement.time.money_rounding if agreement.time else None
    rounding = rule.id if rule else HALF_UP
    terms = agreement.credits.terms if agreement.credits else None
    missed = [one for one in laddered if one.missed] or list(laddered)
    fees = {_base(agreement, one): _fee(agreement, one.metric) for one in missed}
    currencies = sorted({fee.currency for fee in fees.values()})
    if len(currencies) > 1:
        raise Impossible("The currency of the fees", " and ".join(currencies), "Credits have one currency.")
    currency = currencies[0] if currencies else ""
    if terms is None:
        return Limits(currency, rounding=rounding)
    monthly = sum((Fraction(fee.amount) for fee in fees.values()), Fraction(0))
    return limits_of(terms, monthly=monthly, currency=currency, rounding=rounding, given_before=given_before)


def _base(agreement: Agreement, one: Attained) -> str:
    """What the fees of a metric are the fees of: its service, or all of them."""
    base = agreement.credits.fee_base if agreement.credits else None
    return "" if base and base.fees and base.fees.id == "all_services" else one.service


def _one_incident(found: Sequence[Attained]) -> Mapping[str, str]:
    """For each missed metric the incident that its miss is counted under: misses that share one are joined by it."""
    named: dict[str, str] = {}
    groups: list[tuple[set[str], set[str]]] = []
    for one in found:
        if not one.missed or not one.found.incidents:
            continue
        metrics, incidents = {one.metric}, set(one.found.incidents)
        apart = []
        for group in groups:
            if group[1] & incidents:
                metrics |= group[0]
                incidents |= group[1]
            else:
                apart.append(group)
        groups = [*apart, (metrics, incidents)]
    for metrics, incidents in groups:
        named.update(dict.fromkeys(metrics, min(incidents)))
    return named


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
    ladder = next((ladder for ladder in ladders if ladder.id == rule.of), None)
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
