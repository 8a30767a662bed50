"""A number of service points that stands in no row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.credit_rules import PointsRow

RULE = Rule(
    code="CRE-21",
    name="points_between_rows",
    severity=Severity.WARNING,
    checks="Where service points earn credits by a table, it is said which row holds for a number between two rows.",
    why="Between two rows the table is silent, and the readings differ by a whole row.",
    bad="table: [{points: 10, credit: 2%}, {points: 15, credit: 4%}]",
    good="between: row at or below",
    source="Public points tables (TELUS) leave it open.",
    others=(Severity.ERROR,),
)


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    rule = promised.points if promised else None
    rows = sorted(_rows(rule.table)) if rule else []
    if rule is None or rule.between or len(rows) < 2:
        return
    (low, less), (high, more) = rows[:2]
    middle = spelled.decimal((Fraction(low) + Fraction(high)) / 2)
    yield RULE.finding(
        f"The table says nothing about points between {low} and {high}.",
        "credits.points.between",
        witness=f"{middle} points earn {less}% or {more}%.",
        mend="between: row at or below   (or: row at or above)",
    )


def _rows(table: Iterable[PointsRow]) -> Iterator[tuple[Decimal, Decimal]]:
    """Points and the per cent that they earn."""
    yield from ((row.points, row.credit.value) for row in table if row.points is not None and row.credit)
