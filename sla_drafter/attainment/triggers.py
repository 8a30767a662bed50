"""What a trigger of chronic failure needs before it can be judged, and how far back it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_drafter.attainment.clock import length_of
from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.attainment.months import months_in
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.chronic_failure import Trigger, TriggerKind
from sla_drafter.model.scalars import Unit

MONTHS = frozenset((Unit.MONTH, Unit.QUARTER, Unit.YEAR))
_DAYS = frozenset((Unit.DAY, Unit.WEEK))
_UNITS: Mapping[TriggerKind, frozenset[Unit]] = {
    TriggerKind.AVERAGE: MONTHS,
    TriggerKind.OUTAGES: MONTHS | _DAYS | {Unit.HOUR},
}
_DAYS_OF_A_MONTH = 28  # the fewest


def needed_by(trigger: Trigger) -> tuple[str, ...]:
    """The keys that a trigger of its kind needs besides its own figure."""
    match trigger.kind:
        case TriggerKind.MISSES:
            return (*(() if trigger.counting else ("of",)), *_time(trigger, trigger.misses))
        case TriggerKind.FLOOR:
            return ("of",)
        case TriggerKind.AVERAGE:
            return ("of", "within")
        case TriggerKind.CREDITS_AT_CAP:
            return _time(trigger, trigger.credits_at_cap)
        case TriggerKind.OUTAGES:
            return ("of", "longer_than", *_time(trigger, trigger.outages))
        case None:
            return ()


def _time(trigger: Trigger, count: int | None) -> tuple[str, ...]:
    """What counts once, or in a row, needs no time within which it counts."""
    return () if trigger.in_a_row or count == 1 else ("within",)


def units_of(trigger: Trigger) -> frozenset[Unit]:
    """The units in which the time of a trigger is counted: an average counts months, hours suit outages alone."""
    return _UNITS.get(trigger.kind, MONTHS | _DAYS) if trigger.kind else MONTHS


def is_countable(trigger: Trigger) -> bool:
    """Whether its times can be counted: the one within which, in whole units, and the length of an outage."""
    within, limit = trigger.within, trigger.longer_than
    if limit is not None and limit.unit not in LENGTHS:
        return False
    return within is None or (within.unit in units_of(trigger) and within.amount == int(within.amount) > 0)


def is_complete(trigger: Trigger) -> bool:
    """Whether a trigger gives every figure that it takes to judge it."""
    return (
        trigger.kind is not None
        and all(getattr(trigger, key) for key in (trigger.kind.value, *needed_by(trigger)))
        and is_countable(trigger)
    )


def triggers_of(agreement: Agreement) -> Iterator[Trigger]:
    """Every trigger of an agreement, complete or not."""
    rule = agreement.termination.chronic_failure if agreement.termination else None
    if rule:
        yield from rule.all_triggers


def longest(agreement: Agreement) -> int:
    """How many months the triggers of an agreement look back at most."""
    return max((_reach(one) for one in triggers_of(agreement) if is_complete(one)), default=0)


def _reach(trigger: Trigger) -> int:
    within = trigger.within
    if within is None:
        return (trigger.misses or trigger.credits_at_cap or 1) if trigger.in_a_row else 1
    return months_in(within) if within.unit in MONTHS else int(within.amount) // _DAYS_OF_A_MONTH + 2


def long_outages(agreement: Agreement) -> Mapping[str, int]:
    """For each metric whose long outages count: how long, in microseconds, the shortest of them lasts."""
    found: dict[str, int] = {}
    for one in triggers_of(agreement):
        if one.kind is TriggerKind.OUTAGES and one.of and one.longer_than and is_complete(one):
            limit = length_of(one.longer_than)
            found[one.of] = min(limit, found.get(one.of, limit))
    return found
