"""The credits of the months of a history, by the agreement: each with its multipliers, its limits and what returns.

Of a cap for a quarter or a year a month has what the months before it have left, a repeated miss counts the misses
before it, and a run of good months returns credits: so the months are computed in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.attain import quantum_of
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.bands import bands_at
from sla_drafter.attainment.earning import Occasion, cap_of, credited, shape_of
from sla_drafter.attainment.fees import MonthlyFee, days_of
from sla_drafter.attainment.history import History
from sla_drafter.attainment.limits import Limits, limits_of
from sla_drafter.attainment.monthly_fees import fee_base, fees_of_longer, lacks_proration
from sla_drafter.attainment.months import months_in
from sla_drafter.attainment.pipeline import Line, PeriodCredit, Step, credit_of_period, settled
from sla_drafter.attainment.pool import at_risk_amount
from sla_drafter.attainment.promised import HALF_UP
from sla_drafter.attainment.ratchet import in_force
from sla_drafter.attainment.refusal import Absent, Impossible
from sla_drafter.attainment.repetition import (
    EarnBack,
    GivenCredit,
    Outcome,
    earned_back,
    multiplier,
    ordinals,
    repeated_points,
)
from sla_drafter.attainment.shapes import PointsTable, Row, Shape, Tiers
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.credit_rules import Points
from sla_drafter.model.remedies import Ladder
from sla_drafter.model.scalars import Unit
from sla_drafter.values import frozen

POINTS = "credits.points"
"""Service points of all metrics together are one line of the sum; this is what it is called."""

# A cap is one for a quarter or a year: the months that share it.
_CAP_PERIODS: Mapping[Unit, Callable[[Period], tuple[int, int]]] = {
    Unit.QUARTER: lambda month: (month.first.year, (month.first.month - 1) // 3),
    Unit.YEAR: lambda month: (month.first.year, 0),
}
# A target that was met earns nothing, whatever the ladder says.
_NO_CREDIT: Shape = Tiers(())
Never = Callable[[History], bool]
"""Whether the credits of the last month of a history never return."""


@frozen
class Returned:
    """What a metric that was kept for long enough gives back to the provider; an exact amount."""

    metric: str
    amount: Fraction


@frozen
class MonthCredit:
    """The credit of one month, None where it is open or none is agreed; and the lower of its cap and amount at risk."""

    period: Period
    found: Sequence[Attained]
    credit: PeriodCredit | None
    cap: Fraction | None = None


def credits_of(agreement: Agreement, history: History) -> tuple[MonthCredit, ...]:
    """The credits of every month of a history, in order."""
    months: list[MonthCredit] = []
    for place, (period, _) in enumerate(history):
        past = [each for _, each in history[: place + 1]]
        months.append(_month(in_force(agreement, history[:place], period), period, past, months))
    return tuple(months)


def returned(agreement: Agreement, months: Sequence[MonthCredit], never: Sequence[bool]) -> tuple[Returned, ...]:
    """What the last month gives back, by metric; `never` says of each month whether its credits are kept for good."""
    promised = agreement.credits
    rule = promised.earn_back if promised else None
    if rule is None or rule.run is None:
        return ()
    run = EarnBack(months_in(rule.run), months_in(rule.expiry) if rule.expiry else None)
    excluded = {one.id for one in rule.excluded}
    level = rule.level.id if rule.level else "target"
    found = []
    for metric in credited(agreement):
        periods = [
            _outcome(month, metric, level, kept=kept and "chronic_failure" in excluded)
            for month, kept in zip(months, never, strict=True)
        ]
        if "repeated_misses" in excluded:
            past = [month.found for month in months]
            nth = [_misses(agreement, past[: place + 1]).get(metric, 0) for place in range(len(past))]
            periods = [evolve(one, chronic=one.chronic or which > 1) for one, which in zip(periods, nth, strict=True)]
        amount = earned_back(periods, [GivenCredit(_given(month, metric)) for month in months], run)[-1].earned_back
        if amount:
            found.append(Returned(metric, amount))
    return tuple(found)


def _outcome(month: MonthCredit, metric: str, level: str, *, kept: bool) -> Outcome:
    one = next((each for each in month.found if each.metric == metric), None)
    given = _given(month, metric)
    reached = one is not None and one.judged is not None and not one.credited and (level == "minimum" or bool(one.met))
    return Outcome(given, Fraction(1), runs=reached and not given, chronic=kept)


def _given(month: MonthCredit, metric: str) -> Fraction:
    """What a metric came to in a month: its part of the credit that was due, after every limit."""
    if month.credit is None or not month.credit.after_incident_rule:
        return Fraction(0)
    counted = (step.after for step in month.credit.trace if step.metric == metric and step.step is Step.SAME_INCIDENT)
    share = (next(counted, None) or Fraction(0)) / month.credit.after_incident_rule
    return share * Fraction(month.credit.credit.amount)


# --- one month


def _month(
    agreement: Agreement,
    period: Period,
    past: Sequence[Sequence[Attained]],
    before: Sequence[MonthCredit],
) -> MonthCredit:
    """The credit of the last month of the past, which is what each month up to it attained."""
    known = credited(agreement)
    earning = [one for one in past[-1] if one.metric in known]
    # Caps and the rule for one incident join the metrics: no credit is known while one of them is open.
    if not known or any(one.open for one in earning):
        return MonthCredit(period, past[-1], None)
    incidents, missed = _one_incident(earning), _misses(agreement, past)
    lines = [_line(agreement, period, one, incidents.get(one.metric, ""), missed) for one in earning]
    lines += _points(agreement, past, period)
    limits = _limits(agreement, earning, period, before)
    credit = settled(credit_of_period(lines, limits), ())
    return MonthCredit(period, past[-1], credit, limits.period_cap)


def _line(agreement: Agreement, period: Period, one: Attained, incident: str, missed: Mapping[str, int]) -> Line:
    """A metric in the sum; the value is rounded by the first step, so it goes in as it was measured."""
    days = days_of(period.first.year, period.first.month)
    occasion = Occasion(agreement, one.metric, one.found.measured, days)
    shape = shape_of(occasion) if one.credited else None
    return Line(
        one.metric,
        one.percent,
        shape or _NO_CREDIT,
        _fee(agreement, one.metric, period).amount,
        quantum=quantum_of(agreement, one.metric) if one.is_share else None,
        multiplier=_multiplier(agreement, missed.get(one.metric, 0)),
        cap=cap_of(occasion) if shape else None,
        incident=incident,
    )


def _fee(agreement: Agreement, metric: str, period: Period) -> MonthlyFee:
    fee = fee_base(agreement, metric, period.first)
    if fee is None and lacks_proration(agreement, metric):
        right = "A fee for a quarter or a year needs it: equal months, or by days."
        raise Impossible("credits.fee_base.proration", Absent(), right)
    if fee is None:
        right = "Its credit is a percentage of it: GBP 12,000 per month, in one currency for all services."
        raise Impossible(f"The monthly fee for {metric}", Absent("not given by the month"), right)
    return fee


def _limits(agreement: Agreement, earning: Sequence[Attained], period: Period, before: Sequence[MonthCredit]) -> Limits:
    """The limits of a month; the cap is a share of the fees that the misses are credited on."""
    rule = agreement.time.money_rounding if agreement.time else None
    rounding = rule.id if rule else HALF_UP
    promised = agreement.credits
    missed = [one for one in earning if one.credited] or list(earning)
    fees = {_base(agreement, one): _fee(agreement, one.metric, period) for one in missed}
    currencies = sorted({fee.currency for fee in fees.values()})
    if len(currencies) > 1:
        raise Impossible("The currency of the fees", " and ".join(currencies), "Credits have one currency.")
    currency = currencies[0] if currencies else ""
    monthly = sum((fee.amount for fee in fees.values()), Fraction(0))
    limits = Limits(currency, rounding=rounding)
    if promised and promised.terms:
        given = {unit: _given_before(period, before, unit) for unit in _CAP_PERIODS}
        limits = limits_of(
            promised.terms,
            monthly=monthly,
            currency=currency,
            rounding=rounding,
            given_before=given,
            longer=_longer(agreement, missed, period),
        )
    share = promised.at_risk.share if promised and promised.at_risk else None
    at_risk = at_risk_amount(monthly, Fraction(share.value)) if share else None
    caps = [cap for cap in (limits.period_cap, at_risk) if cap is not None]
    return evolve(limits, period_cap=min(caps, default=None))


def _longer(agreement: Agreement, missed: Iterable[Attained], period: Period) -> Mapping[Unit, Fraction]:
    """The fees of the quarter and year that the caps for them are a share of."""
    of = {_base(agreement, one): fees_of_longer(agreement, one.metric, period.first) for one in missed}
    return {unit: sum((fees[unit] for fees in of.values()), Fraction(0)) for unit in _CAP_PERIODS}


def _given_before(period: Period, before: Iterable[MonthCredit], unit: Unit) -> Fraction:
    """What earlier months of the same quarter or year were credited."""
    within = _CAP_PERIODS[unit]
    amounts = (
        Fraction(month.credit.credit.amount)
        for month in before
        if month.credit and within(month.period) == within(period)
    )
    return sum(amounts, Fraction(0))


def _base(agreement: Agreement, one: Attained) -> str:
    """What the fees of a metric are the fees of: its service, or all of them."""
    base = agreement.credits.fee_base if agreement.credits else None
    return "" if base and base.fees and base.fees.id == "all_services" else one.service


def _one_incident(found: Sequence[Attained]) -> Mapping[str, str]:
    """For each missed metric the incident that its miss is counted under: misses that share one are joined by it."""
    named: dict[str, str] = {}
    groups: list[tuple[set[str], set[str]]] = []
    for one in found:
        if not one.credited or not one.found.incidents:
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


# --- repeated misses and points


def _misses(agreement: Agreement, months: Sequence[Sequence[Attained]]) -> Mapping[str, int]:
    """Which miss the last month is for each metric: 0 for none, 1 for the first, 2 for the second that counts."""
    rule = agreement.credits.repetition if agreement.credits else None
    within = months_in(rule.within) if rule and rule.within and rule.count and rule.count.id == "rolling" else None
    reset = months_in(rule.reset_after) if rule and rule.reset_after else 1
    flags: dict[str, list[bool]] = {}
    for found in months:
        for one in found:
            flags.setdefault(one.metric, []).append(one.credited)
    return {metric: ordinals(missed, within, reset)[-1] for metric, missed in flags.items()}


def _multiplier(agreement: Agreement, nth: int) -> Fraction:
    rule = agreement.credits.repetition if agreement.credits else None
    times = [Fraction(each) for each in rule.multipliers] if rule else []
    return multiplier(nth, times) if nth else Fraction(1)


def _points(agreement: Agreement, past: Sequence[Sequence[Attained]], period: Period) -> list[Line]:
    """One line for the service points of all metrics together; none where no ladder gives points."""
    promised = agreement.credits
    ladders = [ladder for ladder in promised.ladders if any(band.points for band in ladder.bands)] if promised else []
    if promised is None or not ladders:
        return []
    if promised.points is None or not promised.points.table:
        raise Impossible("credits.points", Absent(), "Its table says what service points come to: 10 points, 2%.")
    total = sum((_repeated(ladder, past, promised.points) for ladder in ladders), Fraction(0))
    rows = tuple(
        Row(Fraction(row.points), Fraction(row.credit.value))
        for row in promised.points.table
        if row.points is not None and row.credit
    )
    between = promised.points.between.id if promised.points.between else "row_at_or_below"
    return [Line(POINTS, total, PointsTable(rows, between), _fee(agreement, POINTS, period).amount)]


def _repeated(ladder: Ladder, past: Sequence[Sequence[Attained]], rule: Points) -> Fraction:
    """The points of the last month: multiplied if the level was missed in the month before, too."""
    months = [next((one for one in found if one.metric == ladder.about and one.credited), None) for found in past]
    points = [_points_of(ladder, one) for one in months]
    return repeated_points(points, Fraction(rule.repeat or 1), [one is not None for one in months])[-1]


def _points_of(ladder: Ladder, one: Attained | None) -> Fraction:
    if one is None or one.percent is None:
        return Fraction(0)
    return max((Fraction(band.points) for band in bands_at(ladder, one.percent) if band.points), default=Fraction(0))
