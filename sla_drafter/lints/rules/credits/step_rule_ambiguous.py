"""A credit for each step, and nobody says what a part of a step counts for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sla_drafter.attainment.shapes import COUNTS
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.credit_rules import StepCredit

FEW_AND_A_PART = Decimal("2.3")

RULE = Rule(
    code="CRE-09",
    name="step_rule_ambiguous",
    severity=Severity.ERROR,
    checks="Each credit by block or step says what a part of one counts for: nothing, in full, or in proportion.",
    why="The same outage has three prices, and each side reads the one that suits it.",
    bad="availability: {block: 30 minutes, credit: 5%}",
    good="availability: {block: 30 minutes, credit: 5%, count: each full}",
    source="Public agreements say each, or part thereof, or pro rata; the three readings differ by up to a whole step.",
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    for step in promised.steps if promised else ():
        if step.count is None:
            readings = [_read(step, count) for count in COUNTS]
            yield RULE.finding(
                f"A part of a {'block' if step.block else 'step'} of {step.id} counts for nothing, in full or in part.",
                f"credits.steps.{step.id}.count",
                witness=f"{FEW_AND_A_PART} of them earn {', '.join(readings[:-1])} or {readings[-1]}.",
                mend="count: each full   (or: or part, pro rata)",
            )


def _read(step: StepCredit, count: str) -> str:
    """What a few steps and a part of one earn by one reading."""
    steps = COUNTS[count](Fraction(FEW_AND_A_PART))
    if step.credit:
        return f"{spelled.decimal(steps * Fraction(step.credit.value))}%"
    return f"{spelled.decimal(steps * Fraction(step.days or 1))} days"
