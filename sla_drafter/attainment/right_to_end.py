"""Whether failure gives the customer the right to end: each trigger of the agreement, judged on the months with rows.

A trigger is judged at the end of each month. A right that arose in an earlier month is there as long as it can still be
used, so the newest month in which a trigger was met counts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from sla_drafter.attainment.trigger_judge import COUNTED, Judge, Met, Months
from sla_drafter.attainment.triggers import is_complete
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.chronic_failure import AT, ChronicFailure, Trigger, TriggerKind
from sla_drafter.model.scalars import Choice, Target
from sla_drafter.values import frozen

LOWEST_BAND = f"{AT}.lowest_band"
ElectBy = Callable[[Period], date | None]


@frozen
class TriggerState:
    """One trigger as a statement shows it: how far it has come, and until when the right can be used that it gives.

    `met` is None while rows could not be used that it reads.
    """

    trigger: Trigger
    kind: TriggerKind
    path: str
    met: Met | None
    elect_by: date | None = None

    @property
    def reached(self) -> bool:
        """Whether it gives the right to end."""
        return self.met is not None and self.met.reached

    @property
    def needed(self) -> int | None:
        """How many misses, months or outages it takes; None where one window is enough."""
        found: int | None = getattr(self.trigger, self.kind.value) if self.kind in COUNTED else None
        return found


@frozen
class RightToEnd:
    """All triggers of an agreement; one that is met gives the right to end."""

    states: tuple[TriggerState, ...]

    @property
    def reached(self) -> bool:
        """Whether one of them is met."""
        return any(state.reached for state in self.states)

    @property
    def open(self) -> bool:
        """Whether none is met yet, and one cannot be judged as rows could not be used."""
        return not self.reached and any(state.met is None for state in self.states)

    @property
    def elect_by(self) -> date | None:
        """The last day on which the right can be used: that of the trigger which leaves the most time."""
        return max((state.elect_by for state in self.states if state.reached and state.elect_by), default=None)


def right_to_end(agreement: Agreement, months: Months, elect_by: ElectBy) -> RightToEnd | None:
    """Every trigger at the end of the last month; None where no trigger can be judged.

    `elect_by` says for the month of the failure until when the right is used; None if the agreement does not say it.
    """
    found = (_state(judge, months, elect_by) for judge in judges(agreement))
    states = tuple(state for state in found if state is not None)
    return RightToEnd(states) if any(state.met is not None for state in states) else None


def met_in(agreement: Agreement, months: Months) -> bool:
    """Whether a trigger is met at the end of the last of some months, by what counts then."""
    return any(met is not None and met.reached for met in (judge.at(months) for judge in judges(agreement)))


def judges(agreement: Agreement) -> tuple[Judge, ...]:
    """The triggers that have the numbers they need."""
    rule = agreement.termination.chronic_failure if agreement.termination else None
    if rule is None:
        return ()
    judged = [Judge(agreement, one, one.path) for one in rule.all_triggers if is_complete(one)]
    lowest = _lowest_band(agreement, rule)
    if lowest:
        judged.insert(1 if rule.is_short and judged and not judged[0].trigger.id else 0, lowest)
    return tuple(judged)


def _lowest_band(agreement: Agreement, rule: ChronicFailure) -> Judge | None:
    """The lowest band of the ladder as a floor, where one value in it has the same effect."""
    ladders = agreement.credits.ladders if agreement.credits else ()
    ladder = next((ladder for ladder in ladders if ladder.about == rule.of), None)
    border = ladder.bands[-1].to if ladder and ladder.bands else None
    if not rule.lowest_band or border is None:
        return None
    floor = Target(Choice("comparator", "at_least"), border)
    return Judge(agreement, evolve(Trigger(""), floor=floor, of=rule.of), LOWEST_BAND)


def _state(judge: Judge, months: Months, elect_by: ElectBy) -> TriggerState | None:
    """A trigger in the newest month in which it was met, as long as its right can be used, else in the last one."""
    if not judge.measured(months):
        return None
    now = judge.at(months)
    for place in range(len(months), 0, -1):
        met = judge.at(months[:place])
        if met is None or not met.reached:
            continue
        by = elect_by(met.periods[-1])
        if place == len(months) or by is None or by > months[-1].period.last:
            return TriggerState(judge.trigger, judge.kind, judge.path, met, by)
    return TriggerState(judge.trigger, judge.kind, judge.path, now)
