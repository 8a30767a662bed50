"""What is noticed about a statement: a month before the start, one that is not over, rows that nothing counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.unused import unused
from sla_drafter.attainment.windows import Period
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.record import Measurements

_NAMED = 10


def refuse_before_start(agreement: Agreement, period: Period) -> None:
    """A month before the agreement takes effect has no service levels; `Unreadable` says so."""
    effective = agreement.term.effective if agreement.term else None
    if effective and period.end <= effective:
        message = f"{period.first:%Y-%m} lies before {effective}, the day on which the agreement takes effect."
        mend = Mend("a month that ends after that day")
        finding = Finding("STM-01", "period_before_start", Severity.ERROR, message, field="term.effective", mend=mend)
        raise Unreadable("Nothing was computed: nothing was agreed for this month", (finding,))


def noticed(statement: Statement, measurements: Measurements, on: date | None) -> Iterator[Finding]:
    """A month that is not over yet, and the rows of the month that no service level is about."""
    period = statement.period
    if on and on < period.last:
        message = f"The month is not over on {on}: values and credits are those of the days so far."
        mend = Mend(f"--on {period.last}   (once the month is over)")
        yield Finding("STM-02", "period_not_over", Severity.WARNING, message, mend=mend)
    span = period.span(zone_of(statement.agreement))
    for kind, rows in unused(measurements, statement.attained, span).items():
        lines = ", ".join(f"{row.file}:{row.line}" for row in rows[:_NAMED])
        more = f" and {len(rows) - _NAMED:,} more" if len(rows) > _NAMED else ""
        message = f"No service level of the month counts these rows of {kind}: {lines}{more}."
        mend = Mend("correct their service, severity or time, if a service level is meant to count them")
        yield Finding("STM-03", "rows_not_used", Severity.INFO, message, mend=mend)
