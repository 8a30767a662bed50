"""The schedules of an agreement made ready for counting: its zone, its opening hours, what business days mean."""

from __future__ import annotations

from sla_drafter.attainment.refusal import Absent, Impossible
from sla_drafter.attainment.service_time import Schedule, schedule_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Zone


def zone_of(agreement: Agreement) -> Zone:
    """The zone of every clock and calendar of an agreement; without one nothing can be counted."""
    if agreement.time is None or agreement.time.zone is None:
        raise Impossible("time.zone", Absent(), "It is the zone of every clock and calendar: Europe/London.")
    return agreement.time.zone


def schedule(agreement: Agreement, hours: str | None, where: str) -> Schedule:
    """The opening hours that a fact names; `where` is the path of that fact."""
    found = referent(agreement, "hours", hours) if hours else None
    if found is None:
        raise Impossible(where, hours or Absent(), "It names a schedule of hours: its id.")
    return schedule_of(found, zone_of(agreement), agreement.language)


def business(agreement: Agreement) -> Schedule:
    """What business days and hours mean: the schedule that is named, else the only one that closes."""
    named = agreement.time.business if agreement.time else None
    if named:
        return schedule(agreement, named, "time.business")
    zone = zone_of(agreement)
    known = [schedule_of(hours, zone, agreement.language) for hours in agreement.hours if hours.week]
    closing = [one for one in known if not one.never_closes]
    if len(closing) != 1:
        found = Absent(f"not given, and {len(closing)} schedules of hours close")
        raise Impossible("time.business", found, "It names the schedule that business days mean.")
    return closing[0]
