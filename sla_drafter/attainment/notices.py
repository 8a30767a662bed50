"""Whether notice of what excuses an outage was given in time, where its exclusion, or relief, asks for notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from sla_drafter.attainment.clock import CaseClock, clock
from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.schedules import business, zone_of
from sla_drafter.attainment.service_time import ALWAYS, Schedule
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import NOT_SAID
from sla_drafter.model.measured import Outages, Span
from sla_drafter.model.scalars import Duration
from sla_drafter.values import frozen

_AROUND = 2 * 366 * DAY  # an outage of a window begins, and its notice is due, within that time of it


@frozen(slots=False)
class Notices:
    """What an agreement asks of notices; `window` is the time in which outages are judged.

    A time of business days or hours runs on business time, any other on real time, from the start of the outage.
    """

    agreement: Agreement
    window: Span

    @cached_property
    def asked(self) -> Mapping[str, Duration]:
        """How long after its start notice of an outage is given, by its cause: an exclusion, or a customer."""
        own = {one.id for one in self.agreement.exclusions}
        found = {one.id: one.notice for one in self.agreement.exclusions if one.notice}
        notice = self._of_relief
        if notice:
            customers = (party.id for party in self.agreement.parties if party.plays == "customer")
            found |= dict.fromkeys((each for each in customers if each not in own), notice)
        return found

    @cached_property
    def _of_relief(self) -> Duration | None:
        """The notice without which no relief is due; None where relief is due without one."""
        duties = self.agreement.responsibilities
        relief = duties.relief if duties else None
        if relief is None or (relief.unnotified and relief.unnotified.id == "relief"):
            return None
        return relief.notice

    @cached_property
    def _running(self) -> CaseClock:
        first, last = self.window.start - _AROUND, self.window.end + _AROUND
        always = clock(Schedule(ALWAYS, zone_of(self.agreement)), first, last)
        counts_business = any(length.unit.is_business for length in self.asked.values())
        return CaseClock(always, clock(business(self.agreement), first, last) if counts_business else always)

    def in_time(self, cause: str, start: int, noticed: int | None) -> bool:
        """Whether the notice of an outage was in time, or none is asked for; what a file does not say is not judged."""
        if cause not in self.asked or noticed == NOT_SAID:
            return True
        return noticed is not None and noticed <= self._due(cause)(start, ())

    def _due(self, cause: str) -> Callable[[int, tuple[()]], int]:
        return self._running.deadlines(self.asked[cause])

    def kept(self, outages: Outages, cause: str) -> Outages:
        """The outages, all with one cause, whose notice was in time."""
        if cause not in self.asked:
            return outages
        rows = zip(outages.starts, outages.noticed, strict=True)
        return outages.where(self.in_time(cause, start, noticed) for start, noticed in rows)
