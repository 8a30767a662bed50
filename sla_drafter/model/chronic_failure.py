"""Chronic failure: the events that let the customer end, each with its numbers, and how the right is used.

A single event may stand in the short form, without a list: so many misses of one metric within a time.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator

from attrs import evolve

from sla_drafter.model.facts import fact, facts
from sla_drafter.model.scalars import Choice, Duration, Target
from sla_drafter.values import frozen

AT = "termination.chronic_failure"
"""The path of the right to end."""


class TriggerKind(enum.Enum):
    """What a trigger is about; its value is the key whose figure says so."""

    MISSES = "misses"
    FLOOR = "floor"
    AVERAGE = "average"
    CREDITS_AT_CAP = "credits_at_cap"
    OUTAGES = "outages"


@frozen
class Trigger:
    """One event that lets the customer end. Its kind is told by the figure that it gives; one trigger gives one.

    `misses` count windows of one metric, or months with any miss; `floor` is about one window, `average` about several;
    `credits_at_cap` counts months, `outages` stretches of counted downtime.
    """

    id: str
    misses: int | None = fact("So many measurement windows that missed the target: 3.")
    floor: Target | None = fact("A level that one measurement window does not keep: 'at least 97%'.")
    average: Target | None = fact("A level that the average of several windows does not keep: 'at least 98%'.")
    credits_at_cap: int | None = fact("So many months in which the credits come to their cap: 3.")
    outages: int | None = fact("So many outages that last too long: 3.")
    of: str | None = fact("Of which metric.", refers_to="metrics")
    counting: Choice | None = fact("Without a metric: misses of the same one, or of any.", choices="miss_of")
    within: Duration | None = fact("Within which time.")
    in_a_row: bool | None = fact("Whether the windows or months follow each other directly.")
    longer_than: Duration | None = fact("How long an outage lasts before it counts.")
    mean: Choice | None = fact("How windows of different length are averaged.", choices="mean_of")

    @property
    def kinds(self) -> tuple[TriggerKind, ...]:
        """The kinds whose figure it gives; a trigger that can be used has one."""
        return tuple(kind for kind in TriggerKind if getattr(self, kind.value) is not None)

    @property
    def kind(self) -> TriggerKind | None:
        """What it is about; None where it says nothing or several things."""
        return self.kinds[0] if len(self.kinds) == 1 else None

    @property
    def path(self) -> str:
        """Where it stands in the agreement; the short form is written as the right itself."""
        return f"{AT}.triggers.{self.id}" if self.id else AT


@frozen
class ChronicFailure:
    """When repeated or grave failure lets the customer end: the short form or a list of triggers, or both."""

    misses: int | None = fact("How many misses.")
    of: str | None = fact("Of which metric.", refers_to="metrics")
    within: Duration | None = fact("Within which time.")
    lowest_band: bool | None = fact("Whether one value in the lowest band of the ladder has the same effect.")
    triggers: tuple[Trigger, ...] = facts("The events that let the customer end; one of them is enough.")
    elect_within: Duration | None = fact("By when the right is used.")
    ends: Choice | None = fact("What ends.", choices="ends")
    refund: bool | None = fact("Whether prepaid fees are refunded.")

    @property
    def is_short(self) -> bool:
        """Whether a trigger stands in the short form."""
        return not self.triggers or any((self.misses, self.of, self.within, self.lowest_band))

    @property
    def all_triggers(self) -> Iterator[Trigger]:
        """Every trigger in order: that of the short form, which has no id, comes first."""
        if self.is_short:
            yield evolve(Trigger(""), misses=self.misses, of=self.of, within=self.within)
        yield from self.triggers
