"""Each step of a statement with the clause that it comes from, and exact figures as text.

A step whose rule the agreement does not have changes nothing and names no clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from sla_drafter.attainment.earning import clause_of
from sla_drafter.attainment.monthly_fees import proration
from sla_drafter.attainment.period_credit import POINTS
from sla_drafter.attainment.pipeline import PeriodCredit, Step, Trace
from sla_drafter.attainment.statement import Statement
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Choice, Percent
from sla_drafter.values import frozen

PERCENT, MONEY, FIGURE = "percent", "money", "figure"

# The clause of the library that rules each step; where the shapes of credit differ, the shape of the metric decides.
CLAUSES: Mapping[Step, str] = {
    Step.VALUE: "time_conventions",
    Step.MULTIPLIER: "repetition",
    Step.SUM: "credit_application",
    Step.MINIMUM: "credit_application",
    Step.ROUNDING: "time_conventions",
    Step.SETTLEMENT: "credit_application",
}
_OF_SHAPE = frozenset({Step.LADDER, Step.AMOUNT, Step.METRIC_CAP, Step.SAME_INCIDENT, Step.PERIOD_CAP})
_UNITS: Mapping[Step, tuple[str, str]] = {
    Step.VALUE: (PERCENT, PERCENT),
    Step.LADDER: (PERCENT, PERCENT),
    Step.MULTIPLIER: (PERCENT, PERCENT),
    Step.AMOUNT: (PERCENT, MONEY),
}
_OF_VALUES = (Step.VALUE, Step.LADDER)


@frozen
class TracedStep:
    """One step: its number and name, the metric it is about ("" for the period), its clause, and its figures.

    Where the fee of the amount is a part of one for a quarter or a year, it is named with the rule that divides it.
    """

    number: int
    name: str
    metric: str
    clause: str
    before: Fraction | None
    after: Fraction | None
    units: tuple[str, str]
    fee: Fraction | None = None
    proration: Choice | None = None

    @property
    def changed(self) -> bool:
        """Whether the step made another figure of what it found."""
        return self.before != self.after


def steps_of(statement: Statement, metric: str = "") -> tuple[TracedStep, ...]:
    """The steps of one metric (1 to 7), or of the whole period (8 to 12)."""
    credit = statement.credit
    return _steps(statement.agreement, credit, metric) if credit else ()


def _steps(agreement: Agreement, credit: PeriodCredit, metric: str) -> tuple[TracedStep, ...]:
    wanted = (trace for trace in credit.trace if trace.metric == metric and (metric or trace.step > Step.SUM))
    fees = {each.line.metric: each.line.fee for each in credit.lines}
    return tuple(_traced(agreement, trace, fees) for trace in sorted(wanted, key=lambda trace: trace.step))


def _traced(agreement: Agreement, trace: Trace, fees: Mapping[str, Fraction]) -> TracedStep:
    clause = _clause(agreement, trace) if _ruled(agreement, trace.step) else ""
    rule = proration(agreement, trace.metric) if trace.step is Step.AMOUNT else None
    return TracedStep(
        int(trace.step),
        trace.step.name.lower(),
        trace.metric,
        clause,
        trace.before,
        trace.after,
        _units(agreement, trace),
        fees[trace.metric] if rule else None,
        rule,
    )


def _clause(agreement: Agreement, trace: Trace) -> str:
    if trace.step not in _OF_SHAPE and trace.step is not Step.ANNUAL_REMAINDER:
        return CLAUSES[trace.step]
    terms = agreement.credits.terms if agreement.credits else None
    if trace.step is Step.ANNUAL_REMAINDER and terms and terms.annual_cap:
        return "credit_application"
    return clause_of(agreement, trace.metric)


def _units(agreement: Agreement, trace: Trace) -> tuple[str, str]:
    """What the figures of a step are; the value of a metric is in the unit of its target."""
    before, after = _UNITS.get(trace.step, (MONEY, MONEY))
    if trace.step in _OF_VALUES and not is_percentage(agreement, trace.metric):
        return FIGURE, FIGURE if trace.step is Step.VALUE else after
    return before, after


def is_percentage(agreement: Agreement, metric: str) -> bool:
    """Whether the values of a metric are percentages; a length of time or a number of things is none."""
    if metric == POINTS:
        return False
    found: Metric | None = referent(agreement, "metrics", metric)
    return found is None or found.target is None or isinstance(found.target.value, Percent)


def _ruled(agreement: Agreement, step: Step) -> bool:
    """Whether the agreement has the rule of a step."""
    promised = agreement.credits
    terms = promised.terms if promised else None
    per = terms.cap.per.value if terms and terms.cap else ""
    match step:
        case Step.MULTIPLIER:
            return bool(promised and promised.repetition)
        case Step.METRIC_CAP:
            return bool(promised and (promised.steps or promised.proportional))
        case Step.PERIOD_CAP:
            return per == "month" or bool(promised and promised.at_risk)
        case Step.ANNUAL_REMAINDER:
            return per not in ("", "month") or bool(terms and terms.annual_cap)
        case Step.MINIMUM:
            return bool(terms and terms.minimum)
        case _:
            return True


def exact(figure: Fraction | None) -> str | None:
    """A figure as exact text: a decimal where it has one, else a fraction as n/d; None stays None."""
    if figure is None:
        return None
    places = _places(figure.denominator)
    if places is None:
        return f"{figure.numerator}/{figure.denominator}"
    return decimal_text(figure, places)


def _places(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator has; None when they never end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def decimal_text(figure: Fraction, places: int) -> str:
    """A figure with so many decimals, the rest cut off, so that a missed target never looks like one that was met."""
    return format(cut(figure, places), "f")


def cut(figure: Fraction, places: int) -> Decimal:
    """A figure without what comes after so many decimals."""
    digits = abs(figure.numerator) * 10**places // figure.denominator
    return Decimal((int(figure < 0), tuple(map(int, str(digits))), -places))
