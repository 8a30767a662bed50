"""A value is measured over more than a month, and its credit is a share of the fees of one month."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Rule
from sla_drafter.model.scalars import Unit, Window

RULE = Rule(
    code="CRE-26",
    name="window_longer_than_fees",
    severity=Severity.WARNING,
    checks="What earns a credit is measured over no more than the month whose fees the credit is a share of.",
    why="A miss of a quarter has no month of its own: nobody can say from which fees credit and cap are counted.",
    bad="window: calendar quarter, fee_base: {month: of failure}, terms: {cap: 40% per month}",
    good="window: calendar month, fee_base: {month: of failure}, terms: {cap: 40% per month}",
    source="The order of a credit: value, band, share of the fee base, cap of the period.",
)

LONG = ("calendar_quarter", "calendar_year")
MONTH_HAS = {Unit.MONTH: 1, Unit.WEEK: 4, Unit.DAY: 31, Unit.HOUR: 31 * 24}
"""The most of a unit that fits into one month; of a longer unit nothing does."""


def find(context: Context) -> Iterator[Finding]:
    promised = context.agreement.credits
    base = promised.fee_base if promised else None
    cap = promised.terms.cap if promised and promised.terms else None
    by_month = [
        path
        for path, is_monthly in (
            ("credits.fee_base.month", bool(base and base.month)),
            ("credits.terms.cap", bool(cap and cap.per is Unit.MONTH)),
        )
        if is_monthly
    ]
    for _, metric in context.ladders:
        if by_month and metric.window and _is_longer(metric.window):
            yield RULE.finding(
                f"{context.called(metric)} is judged once in a {spelled.fact(metric.window, context.agreement)}, "
                "and its credit is counted from one month.",
                f"metrics.{metric.id}.window",
                also=tuple(by_month),
                also_notes=("one month",) * len(by_month),
                mend="window: calendar month",
            )


def _is_longer(window: Window) -> bool:
    if window.length is None:
        return window.kind.id in LONG
    return window.length.amount > MONTH_HAS.get(window.length.unit, 0)
