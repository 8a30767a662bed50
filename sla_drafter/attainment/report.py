"""A statement as plain figures for programs: a tree for JSON, rows for a table. Every figure is exact and is text.

A value is given as a fraction of whole numbers and, cut to `PLACES` decimals, in per cent. A figure that has an end as
a decimal is that decimal, any other a fraction n/d.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sla_drafter.attainment.attained import INQUIRIES, SEVERITIES, Attained, Proof
from sla_drafter.attainment.choice import choices
from sla_drafter.attainment.instants import SECOND, moment
from sla_drafter.attainment.not_judged import NotJudged
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.right_to_end import TriggerState
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.trace import TracedStep, decimal_text, exact, steps_of
from sla_drafter.attainment.windows import Period
from sla_drafter.model.scalars import Duration, Percent, Quantity, Target, Unit, Zone

SCHEMA = 2
PLACES = 5
UTC = Zone("UTC")

COLUMNS = (
    "period", "metric", "service", "first_day", "last_day", "value", "value_percent", "comparator", "target_percent",
    "met", "complete", "measured", "failed", "unit", "excused_seconds", "credit_percent", "credit_amount", "currency",
    "final", "rows_in_error",
)  # fmt: skip
"""The columns of the table. `measured` and `failed` are seconds of time, or numbers of events or cases: see `unit`."""


def tree(statement: Statement, clauses: Mapping[str, str]) -> dict[str, Any]:
    """The statement as a tree; `clauses` are the words for each clause id, as "clause 7.3 Applying credits"."""
    total = statement.total
    return {
        "schema": SCHEMA,
        "period": period_text(statement.period),
        "final": statement.final,
        "rows_in_error": statement.left_out.rows,
        "files_in_error": statement.left_out.files,
        "value_percent_places": PLACES,
        "metrics": [_metric(statement, one, clauses) for one in statement.attained],
        "total": {
            "amount": str(total.amount) if total else None,
            "currency": total.currency if total else None,
            "trace": [_step(step, clauses) for step in steps_of(statement)],
        },
        "customer_may_choose": [list(metrics) for metrics in choices(statement)],
        "returned": [{"metric": one.metric, "amount": exact(one.amount)} for one in statement.returned],
        "claim_by": statement.claim_by.isoformat() if statement.claim_by else None,
        "report_due": statement.report_due.isoformat() if statement.report_due else None,
        "chronic_failure": _chronic(statement),
        "not_judged": [_not_judged(one, clauses) for one in statement.not_judged],
        "raised": [
            {"metric": one.metric, "target": level_text(one.target), "since": one.since.isoformat()}
            for one in statement.raised
        ],
        "history": [_month(month, values) for month, values in statement.history],
        "invoice": False,
        "tax_document": False,
    }


def period_text(period: Period) -> str:
    """A month as it is asked for: 2027-03."""
    return f"{period.first:%Y-%m}"


def percent_of(one: Attained) -> str | None:
    """The value of a metric in per cent, as it is judged; None for one that is no share."""
    return percent_text(one.judged) if one.is_share else None


def percent_text(value: Fraction | None) -> str | None:
    """A share as per cent with so many decimals, the rest cut off; None stays None."""
    return None if value is None else decimal_text(value * WHOLE, PLACES)


def target_text(one: Attained) -> str | None:
    """The border of a target in per cent, as typed; of any other target with its unit: 40 ms, 250 leads."""
    return border_text(one.target) if one.target else None


def border_text(target: Target) -> str:
    """The border of a target: a percentage without its sign, anything else with its unit."""
    match target.value:
        case Percent(value=value):
            return str(value)
        case Duration() as length:
            return length_text(length)
        case Quantity(amount=amount, things=things):
            return f"{amount} {things.by_language[0][1]}"


def level_text(level: Target) -> str:
    """A level as it is typed: at least 97%, at most 40 ms."""
    sign = "%" if isinstance(level.value, Percent) else ""
    return f"{level.comparator.id.replace('_', ' ')} {border_text(level)}{sign}"


def length_text(length: Duration) -> str:
    """A length of time as it is typed: 6 months, 40 ms."""
    return f"{length.amount} {unit_text(length.unit, length.amount)}"


def unit_text(unit: Unit, amount: Fraction | Decimal) -> str:
    """A unit of time as it stands in an agreement file: ms, 1 hour, 4 hours."""
    if unit is Unit.MILLISECOND:
        return "ms"
    return unit.value if amount == 1 else f"{unit.value}s"


def fraction_text(value: Fraction | None) -> str | None:
    """A share as a fraction of whole numbers: 1479/1483."""
    return None if value is None else f"{value.numerator}/{value.denominator}"


def _metric(statement: Statement, one: Attained, clauses: Mapping[str, str]) -> dict[str, Any]:
    line = statement.line(one.metric)
    currency = statement.total.currency if statement.total else None
    steps = steps_of(statement, one.metric)
    credit = {
        "percent": exact(line.percent) if line else None,
        "amount": exact(_counts(steps)) if line else None,
        "currency": currency if line else None,
    }
    return {
        "id": one.metric,
        "service": one.service or None,
        "window": {"first": one.window.first.isoformat(), "last": one.window.last.isoformat()},
        "complete": one.complete,
        "final": not one.open,
        "rows_in_error": one.left_out.rows,
        "files_in_error": one.left_out.files,
        "value": fraction_text(one.value),
        "value_percent": percent_of(one),
        "target": target_text(one),
        "comparator": one.target.comparator.id if one.target else None,
        "met": one.met,
        "late_forgiven": one.forgiven,
        "without_data": one.by_rule or None,
        **_counted(one),
        "excluded": [{"reason": each.reason, "seconds": exact(_seconds(each.length))} for each in one.found.excused],
        "credit": None if one.open or one.metric in statement.open_credits else credit,
        "trace": [_step(step, clauses) for step in steps],
        "evidence": [_proof(proof) for proof in one.found.evidence],
    }


def _counts(steps: tuple[TracedStep, ...]) -> Fraction | None:
    """What the miss counts for after the rule for one incident, not rounded."""
    return next((step.after for step in steps if step.name == "same_incident"), None)


def _counted(one: Attained) -> dict[str, str | None]:
    found = one.found
    if one.open and one.value is None:
        return {"unit": None, "measured": None, "failed": None}
    if found.is_time:
        return {"unit": "second", "measured": exact(_seconds(found.measured)), "failed": exact(_seconds(found.down))}
    unit = "case" if one.metric.startswith((SEVERITIES, INQUIRIES)) else "event"
    return {"unit": unit, "measured": exact(found.measured), "failed": exact(found.down)}


def _seconds(microseconds: Fraction | int) -> Fraction:
    return Fraction(microseconds) / SECOND


def _step(step: TracedStep, clauses: Mapping[str, str]) -> dict[str, Any]:
    found = {
        "step": step.number,
        "name": step.name,
        "clause": step.clause or None,
        "clause_words": clauses.get(step.clause),
        "before": exact(step.before),
        "after": exact(step.after),
    }
    if step.proration is None:
        return found
    return {**found, "fee": exact(step.fee), "proration": step.proration.id}


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "file": proof.evidence.file,
        "line": proof.evidence.line,
        "kind": proof.kind,
        "from": _utc(proof.span.start),
        "to": _utc(proof.span.end),
        "made": proof.made.value,
        "reason": proof.reason or None,
        "about": proof.about or None,
    }


def _chronic(statement: Statement) -> dict[str, Any] | None:
    """Every trigger of chronic failure with what was found; None where none can be judged."""
    right = statement.chronic
    if right is None:
        return None
    return {
        "reached": right.reached,
        "elect_by": right.elect_by.isoformat() if right.elect_by else None,
        "triggers": [_trigger(state) for state in right.states],
    }


def _trigger(state: TriggerState) -> dict[str, Any]:
    trigger, met = state.trigger, state.met
    level = trigger.floor or trigger.average
    return {
        "path": state.path,
        "kind": state.kind.value,
        "metric": trigger.of or (met.metric if met else "") or None,
        "needed": state.needed,
        "level": level_text(level) if level else None,
        "within": length_text(trigger.within) if trigger.within else None,
        "in_a_row": bool(trigger.in_a_row),
        "longer_than": length_text(trigger.longer_than) if trigger.longer_than else None,
        "reached": met.reached if met else None,
        "found": met.count if met else None,
        "value": fraction_text(met.value) if met else None,
        "periods": [period_text(period) for period in met.periods] if met else [],
        "outages": [{"from": _utc(span.start), "to": _utc(span.end)} for span in met.outages] if met else [],
        "elect_by": state.elect_by.isoformat() if state.elect_by else None,
    }


def _not_judged(one: NotJudged, clauses: Mapping[str, str]) -> dict[str, str | None]:
    return {"path": one.path, "clause": one.clause, "clause_words": clauses.get(one.clause), "why": one.why.value}


def _utc(when: int) -> str:
    return moment(when, UTC).isoformat().replace("+00:00", "Z")


def _month(month: Period, values: tuple[Attained, ...]) -> dict[str, Any]:
    metrics = {one.metric: {"value": None if one.open else fraction_text(one.value), "met": one.met} for one in values}
    return {"period": period_text(month), "metrics": metrics}


def rows(statement: Statement) -> Iterator[tuple[str, ...]]:
    """One row for each metric, in the order of `COLUMNS`; what is not known is an empty cell."""
    for one in statement.attained:
        counted, line = _counted(one), statement.line(one.metric)
        excused = sum((each.length for each in one.found.excused), 0)
        cells = (
            period_text(statement.period),
            one.metric,
            one.service,
            one.window.first.isoformat(),
            one.window.last.isoformat(),
            fraction_text(one.value),
            percent_of(one),
            one.target.comparator.id if one.target else None,
            target_text(one),
            _yes_no(one.met),
            _yes_no(one.complete),
            counted["measured"],
            counted["failed"],
            counted["unit"],
            exact(_seconds(excused)) if one.found.is_time else None,
            exact(line.percent) if line else None,
            exact(_counts(steps_of(statement, one.metric))) if line else None,
            statement.total.currency if line and statement.total else None,
            _yes_no(not one.open),
            str(one.left_out.rows),
        )
        yield tuple(cell or "" for cell in cells)


def _yes_no(fact: bool | None) -> str:
    return "" if fact is None else "yes" if fact else "no"
