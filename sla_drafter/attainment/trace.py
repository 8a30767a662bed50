"""Each step of a statement with the clause that it comes from, and exact figures as text.

A step whose rule the agreement does not have changes nothing and names no clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from sla_drafter.attainment.pipeline import PeriodCredit, Step, Trace
from sla_drafter.attainment.statement import Statement
from sla_drafter.model.agreement import Agreement

PERCENT, MONEY = "percent", "money"

# The clause of the library that rules each step; the four steps without one have no rule in the model.
CLAUSES: Mapping[Step, str] = {
    Step.VALUE: "time_conventions",
    Step.LADDER: "credits_ladder",
    Step.AMOUNT: "credits_ladder",
    Step.SAME_INCIDENT: "credits_ladder",
    Step.SUM: "credit_application",
    Step.PERIOD_CAP: "credits_ladder",
    Step.ANNUAL_REMAINDER: "credits_ladder",
    Step.ROUNDING: "time_conventions",
    Step.SETTLEMENT: "credit_application",
}
_UNITS: Mapping[Step, tuple[str, str]] = {
    Step.VALUE: (PERCENT, PERCENT),
    Step.LADDER: (PERCENT, PERCENT),
    Step.MULTIPLIER: (PERCENT, PERCENT),
    Step.AMOUNT: (PERCENT, MONEY),
}


@frozen
class TracedStep:
    """One step: its number and name, the metric it is about ("" for the period), its clause, and its figures."""

    number: int
    name: str
    metric: str
    clause: str
    before: Fraction | None
    after: Fraction | None
    units: tuple[str, str]

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
    return tuple(_traced(agreement, trace) for trace in sorted(wanted, key=lambda trace: trace.step))


def _traced(agreement: Agreement, trace: Trace) -> TracedStep:
    clause = CLAUSES.get(trace.step, "") if _ruled(agreement, trace.step) else ""
    units = _UNITS.get(trace.step, (MONEY, MONEY))
    return TracedStep(int(trace.step), trace.step.name.lower(), trace.metric, clause, trace.before, trace.after, units)


def _ruled(agreement: Agreement, step: Step) -> bool:
    """Whether the agreement has the rule of a step: the two caps exclude each other."""
    terms = agreement.credits.terms if agreement.credits else None
    per = terms.cap.per.value if terms and terms.cap else ""
    match step:
        case Step.PERIOD_CAP:
            return per == "month"
        case Step.ANNUAL_REMAINDER:
            return per not in ("", "month")
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
