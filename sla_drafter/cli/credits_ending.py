"""The right to end for chronic failure in a terminal: each trigger with what it takes and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sla_drafter.attainment.instants import moment
from sla_drafter.attainment.not_judged import Why
from sla_drafter.attainment.report import length_text, level_text, period_text
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.cli.figures_text import NOT_MEASURED, in_its_unit, minutes
from sla_drafter.cli.visible import WIDTH, visible, wrapped
from sla_drafter.model.chronic_failure import TriggerKind
from sla_drafter.model.paths import referent

if TYPE_CHECKING:
    from sla_drafter.attainment.right_to_end import TriggerState
    from sla_drafter.attainment.statement import Statement
    from sla_drafter.attainment.trigger_judge import Met
    from sla_drafter.builder.credits import Computed
    from sla_drafter.model.metrics import Metric

_EVENTS = {
    TriggerKind.MISSES: "misses",
    TriggerKind.FLOOR: "one window",
    TriggerKind.AVERAGE: "average",
    TriggerKind.CREDITS_AT_CAP: "months with credits at their cap",
    TriggerKind.OUTAGES: "outages",
}
_ANY_MISS = "months with a miss"
_BEFORE = " " * 15


def right_to_end(computed: Computed) -> Iterator[str]:
    """Whether the customer may end, by which clause and until when, then a line for each trigger."""
    right = computed.statement.chronic
    if right is None:
        return
    clause = computed.clauses.get("chronic_failure_termination")
    named = f" ({visible(clause)})" if clause else ""
    said = "the customer may end" if right.reached else "open" if right.open else "no right to end"
    yield f"Chronic failure{named}: {said}"
    for state in right.states:
        first, *more = wrapped(_line(state, computed.statement), WIDTH - len(_BEFORE))
        yield from (f"  {_said(state.met):<11}  {first}", *(f"{_BEFORE}{line}" for line in more))
    if right.elect_by:
        yield f"The right to end is used by {right.elect_by:%Y-%m-%d}."


_WHY = {
    Why.WORKLOAD_NOT_MEASURED: "no file says how large the workload was; the service levels count as within its limit.",
    Why.RULE_MISSING: "the workload was above its limit, and no rule says whether the service levels hold; they count.",
    Why.PART_UP_TO_LIMIT: "the workload was above its limit; the service levels hold for the part up to it, which "
    "no row tells apart. They count in full.",
    Why.PRICE_STEP: "the workload was above its limit; the next price step is a matter of the fees.",
    Why.DISASTERS_NOT_RECORDED: "no file says whether a disaster was declared; no service level counts as suspended.",
    Why.YEAR_NOT_MEASURED: "the rows do not hold each full year before: whether a target rose is not known; it stays.",
    Why.FIX_NOT_MEASURED: "no row says when a cause was removed for good; only answers and restores count.",
    Why.NOTICES_NOT_RECORDED: "the rows do not say whether notice was given in time; its time counts as excused.",
    Why.TRIGGER_INCOMPLETE: "its figures are missing or cannot be counted; sla-drafter lint says which.",
}


def raised(computed: Computed) -> Iterator[str]:
    """The targets that rose by themselves, with the clause that says so."""
    clause = computed.clauses.get("improvement")
    named = f", by {visible(clause)}" if clause else ""
    for one in computed.statement.raised:
        yield f"The target of {one.metric} is {level_text(one.target)} since {one.since:%Y-%m-%d}{named}."


def not_judged(computed: Computed) -> Iterator[str]:
    """What the clauses say and the measurements do not decide, each with its clause."""
    for one in computed.statement.not_judged:
        clause = computed.clauses.get(one.clause)
        named = f" ({visible(clause)})" if clause else ""
        yield from wrapped(f"Not judged: {one.path}{named}: {_WHY[one.why]}", WIDTH)


def _said(met: Met | None) -> str:
    return "open" if met is None else "reached" if met.reached else "not reached"


def _line(state: TriggerState, statement: Statement) -> str:
    found = f": {_found(state.met, statement)}" if state.met else ""
    return f"{_event(state)}, {_needed(state)}{found}"


def _event(state: TriggerState) -> str:
    trigger, met = state.trigger, state.met
    metric = trigger.of or (met.metric if met else "")
    event = _EVENTS[state.kind] if metric or state.kind is not TriggerKind.MISSES else _ANY_MISS
    longer = f" longer than {length_text(trigger.longer_than)}" if trigger.longer_than else ""
    return f"{event}{f' of {metric}' if metric else ''}{longer}"


def _needed(state: TriggerState) -> str:
    trigger = state.trigger
    level = trigger.floor or trigger.average
    needed = f"not {level_text(level)}" if level else f"{state.needed} needed"
    if trigger.in_a_row:
        return f"{needed} in a row"
    return f"{needed} within {length_text(trigger.within)}" if trigger.within else needed


def _found(met: Met, statement: Statement) -> str:
    """How many there were, or the value, and when."""
    when = ", ".join(period_text(period) for period in met.periods)
    if met.outages:
        zone = zone_of(statement.agreement)
        listed = ((moment(one.start, zone), minutes(one.end - one.start)) for one in met.outages)
        when = ", ".join(f"{start:%Y-%m-%d} {length}" for start, length in listed)
    if met.count is not None:
        found = str(met.count)
    else:
        metric: Metric | None = referent(statement.agreement, "metrics", met.metric)
        found = in_its_unit(metric.target if metric else None, met.value) if met.value is not None else NOT_MEASURED
    return f"{found} ({when})" if when else found
