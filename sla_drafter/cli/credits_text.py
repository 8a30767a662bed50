"""A statement of credits as a person reads it in a terminal: the sum, a table, then each step with its clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from sla_drafter.attainment.choice import choices
from sla_drafter.attainment.pipeline import Step
from sla_drafter.attainment.report import target_text
from sla_drafter.attainment.trace import FIGURE, PERCENT, steps_of
from sla_drafter.cli.credits_ending import not_judged, raised, right_to_end
from sla_drafter.cli.credits_open import counted, headline
from sla_drafter.cli.figures_text import NOT_MEASURED, figure, in_its_unit, minutes, money, percent, table
from sla_drafter.cli.findings_alike import findings_texts
from sla_drafter.cli.findings_text import counts, of
from sla_drafter.cli.visible import WIDTH, visible, wrapped
from sla_drafter.findings import Finding

if TYPE_CHECKING:
    from sla_drafter.attainment.attained import Attained
    from sla_drafter.attainment.statement import Statement
    from sla_drafter.attainment.trace import TracedStep
    from sla_drafter.builder.credits import Computed
    from sla_drafter.model.scalars import Money, Target

OPEN = "open"
NO_RULE = "no such rule agreed"
_HEADER = ("Service level", "Value", "Target", "Result", "Excused", "Credit")
_SIGNS = {"at_least": "≥", "at_most": "≤"}
_PRORATIONS = {"equal_months": "equal months", "by_days": "by days"}
_STEPS = {
    "value": "value as reported",
    "ladder": "band",
    "multiplier": "multiplier for repetition",
    "amount": "amount",
    "metric_cap": "limit for the service level",
    "same_incident": "one-incident rule",
    "sum": "sum",
    "period_cap": "limit for the month",
    "annual_remainder": "limit for a longer period",
    "minimum": "smallest credit",
    "rounding": "rounding",
    "settlement": "for the next invoice",
}


def report(computed: Computed) -> str:
    """The whole report."""
    statement = computed.statement
    blocks = [
        list(_head(statement)),
        table([_HEADER, *(_row(statement, one) for one in statement.attained)]),
        list(_excused(statement.attained)),
        *(
            list(_computation(computed, line.line.metric))
            for line in (statement.credit.lines if statement.credit else ())
        ),
        list(_computation(computed, "")),
        list(right_to_end(computed)),
        list(raised(computed)),
        list(not_judged(computed)),
        list(_foot(statement)),
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def noticed(findings: Sequence[Finding]) -> str:
    """What was noticed in the files of measurements, each with file and line."""
    return "\n\n".join(("", *findings_texts(findings), f"  {counts(findings)} in the measurements"))


def _head(statement: Statement) -> Iterator[str]:
    title = statement.agreement.title
    name = (title.words(statement.agreement.language) if title else None) or "the agreement"
    first, last = statement.period.first, statement.period.last
    yield from wrapped(f"{name}: {first:%Y-%m-%d} to {last:%Y-%m-%d}", WIDTH)
    total = statement.total
    if not statement.final:
        yield headline(statement.left_out)
    if statement.open_credits:
        yield "Service credits due: open"
    elif total is None:
        yield "The agreement gives no service credits."
    elif total.amount:
        yield f"Service credits due: {total.currency} {total.amount:,}"
    else:
        yield "No service credit is due."


def _row(statement: Statement, one: Attained) -> tuple[str, ...]:
    excused = sum(each.length for each in one.found.excused)
    return (
        one.metric,
        _value(one),
        _target(one),
        _result(one),
        minutes(excused) if one.found.is_time and one.value is not None else "",
        _credit(statement, one),
    )


def _target(one: Attained) -> str:
    if one.target is None:
        return "none"
    return f"{_SIGNS[one.target.comparator.id]} {target_text(one)}{'%' if one.is_share else ''}"


def _value(one: Attained) -> str:
    """The value; in brackets while it is open."""
    if not one.open:
        return in_its_unit(one.target, one.judged)
    return OPEN if one.judged is None else f"({in_its_unit(one.target, one.judged)})"


def _result(one: Attained) -> str:
    if one.open:
        return OPEN
    if not one.complete:
        return f"window runs until {one.window.last:%Y-%m-%d}"
    if one.met is None:
        return NOT_MEASURED
    forgiven = f"met ({of(int(one.found.down), 'late case')} forgiven)"
    said = "missed" if not one.met else forgiven if one.forgiven else "met"
    return f"{said} (no data)" if one.by_rule else said


def _credit(statement: Statement, one: Attained) -> str:
    if one.metric in statement.open_credits:
        return OPEN
    line, total = statement.line(one.metric), statement.total
    if line is None or total is None:
        return ""
    amount = next(step.after for step in steps_of(statement, one.metric) if step.number == Step.SAME_INCIDENT)
    return f"{figure(line.percent)}%  {money(amount, total)}" if line.percent else "none"


def _excused(attained: Iterable[Attained]) -> Iterator[str]:
    """The time that counted and the time that was excused, and what was made of the rows."""
    for one in attained:
        found = one.found
        if one.open:
            yield f"  {one.metric}: {OPEN}, as {counted(one.left_out)} could not be used"
        elif found.is_time:
            yield f"  {one.metric}: {minutes(found.down)} down of {minutes(found.measured)} measured"
        elif found.measured:
            yield f"  {one.metric}: {figure(found.down)} of {figure(found.measured)} not within the promise"
        for each in found.excused:
            yield f"    excused  {minutes(each.length)}  {each.reason}"
        for (kind, made, reason), number in sorted(_made(one).items()):
            because = f": {reason}" if reason else ""
            yield f"    {of(number, 'row')} of {kind} {made}{because}"


def _made(one: Attained) -> Counter[tuple[str, str, str]]:
    rows = one.found.evidence
    return Counter((proof.kind, proof.made.value.replace("_", " "), proof.reason) for proof in rows)


def _computed(statement: Statement) -> Iterator[str]:
    """The metrics of the sum, in its order; service points are one of them."""
    yield from (each.line.metric for each in statement.credit.lines) if statement.credit else ()


def _computation(computed: Computed, metric: str) -> Iterator[str]:
    steps = steps_of(computed.statement, metric)
    total = computed.statement.total
    if not steps or total is None:
        return
    yield f"  {metric or 'All service levels'}"
    target = next((one.target for one in computed.statement.attained if one.metric == metric), None)
    rows = [_step(step, computed.clauses.get(step.clause) or NO_RULE, total, target) for step in steps]
    yield from table(rows)


def _step(step: TracedStep, clause: str, total: Money, target: Target | None) -> tuple[str, ...]:
    before, after = (
        percent(value, whole=Fraction(1))
        if unit == PERCENT
        else _in_figures(target, value)
        if unit == FIGURE
        else money(value, total)
        for value, unit in zip((step.before, step.after), step.units, strict=True)
    )
    if step.proration:
        before = f"{before} of {money(step.fee, total)}, {_PRORATIONS[step.proration.id]}"
    return f"{step.number:>4}", _STEPS[step.name], visible(clause), f"{before} -> {after}"


def _in_figures(target: Target | None, value: Fraction | None) -> str:
    """A value of a metric, or a number of service points, which have no target."""
    return figure(value) if target is None else in_its_unit(target, value)


def _foot(statement: Statement) -> Iterator[str]:
    total = statement.total
    for one in statement.returned if total else ():
        amount = money(one.amount, total) if total else ""
        yield f"Earlier credits for {one.metric} of {amount} return to the provider."
    if statement.report_due:
        yield f"The report is due by {statement.report_due:%Y-%m-%d}."
    for metrics in choices(statement):
        named = f"{', '.join(metrics[:-1])} and {metrics[-1]}"
        yield from wrapped(
            f"One incident missed {named}: the customer may choose which of their credits counts. Until it does, the "
            "highest one counts.",
            WIDTH,
        )
    if statement.claim_by:
        yield f"Credits are claimed by {statement.claim_by:%Y-%m-%d}."
    yield "This is neither an invoice nor a tax document."
