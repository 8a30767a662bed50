"""Which rows excuse downtime under an agreement: accepted maintenance, and outages whose cause it excludes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sla_drafter.attainment.attained import Excused, Made, Proof
from sla_drafter.attainment.claims import CLEAR, latest_announcement
from sla_drafter.attainment.exclusions import Latest, Ruling, emergency_rulings, planned_rulings
from sla_drafter.attainment.notices import Notices
from sla_drafter.attainment.schedules import business, zone_of
from sla_drafter.attainment.spans import Spans, clip, merge, union
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import distinct
from sla_drafter.model.measured import MaintenanceWork, Outages, Span
from sla_drafter.model.services import PlannedMaintenance
from sla_drafter.values import frozen

PLANNED, EMERGENCY = "maintenance.planned", "maintenance.emergency"
FORCE_MAJEURE, RELIEF = "force_majeure", "responsibilities.relief"
NOT_PROMISED = "not_promised"


@frozen
class Excuses:
    """What excuses in a window, reason by reason, and what was made of each row of maintenance."""

    reasons: tuple[Excused, ...]
    evidence: tuple[Proof, ...]

    @property
    def time(self) -> Spans:
        """All excused time; no time is excused more than once."""
        return union(*(reason.spans for reason in self.reasons))


def causes(agreement: Agreement) -> Mapping[str, str]:
    """The causes that excuse an outage, each with the path of the fact that says so.

    A cause is an exclusion, a dependency whose failure is excused, force majeure, or a party that owes relief.
    """
    found = {one.id: f"exclusions.{one.id}" for one in agreement.exclusions}
    for service in agreement.services:
        for one in service.dependencies:
            if one.excused:
                found.setdefault(one.id, f"services.{service.id}.dependencies.{one.id}")
    settled = agreement.master_agreement.settles if agreement.master_agreement else ()
    if agreement.force_majeure or any(one.id == FORCE_MAJEURE for one in settled):
        found.setdefault(FORCE_MAJEURE, FORCE_MAJEURE)
    if agreement.responsibilities and agreement.responsibilities.relief:
        for party in agreement.parties:
            if party.plays == "customer":
                found.setdefault(party.id, RELIEF)
    return found


def excuses(agreement: Agreement, works: Sequence[MaintenanceWork], outages: Outages, window: Span) -> Excuses:
    """What excuses downtime in a window, from the maintenance and the outages of one service."""
    rulings = tuple(_rulings(agreement, works))
    by_reason: dict[str, list[Spans]] = {}
    for path, ruling in rulings:
        by_reason.setdefault(path, []).append(ruling.accepted)
    excusing, notices = causes(agreement), Notices(agreement, window)
    for cause in distinct(outages.causes):
        if cause in excusing:
            spans = merge(notices.kept(outages.named(outages.causes, cause), cause).spans)
            by_reason.setdefault(excusing[cause], []).append(spans)
    reasons = ((path, clip(union(*sets), window)) for path, sets in by_reason.items())
    proofs = tuple(_proof(path, ruling) for path, ruling in rulings if _touches(ruling.work.span, window))
    return Excuses(tuple(Excused(path, spans) for path, spans in reasons if spans), proofs)


def _rulings(agreement: Agreement, works: Sequence[MaintenanceWork]) -> Iterator[tuple[str, Ruling]]:
    """The ruling on each work; work of a kind that the agreement does not provide for excuses nothing."""
    rules, zone = agreement.maintenance, zone_of(agreement)
    planned, emergency = (rules.planned, rules.emergency) if rules else (None, None)
    if planned:
        for ruling in planned_rulings(works, planned, zone, _latest(agreement, planned)):
            yield PLANNED, ruling
    if emergency:
        for ruling in emergency_rulings(works, emergency, zone):
            yield EMERGENCY, ruling
    for work in works:
        if (emergency if work.emergency else planned) is None:
            yield EMERGENCY if work.emergency else PLANNED, Ruling(work, ())


def _latest(agreement: Agreement, planned: PlannedMaintenance) -> Latest | None:
    """Until when work could be announced; None when the agreement asks for no notice."""
    notice, zone = planned.notice, zone_of(agreement)
    if notice is None:
        return None
    counting = agreement.time.notice_days.id if agreement.time and agreement.time.notice_days else CLEAR
    known = business(agreement).is_business_day if notice.unit.is_business else bool
    return lambda start: latest_announcement(start, notice, zone, counting, known)


def _touches(span: Span, window: Span) -> bool:
    return span.start < window.end and span.end > window.start


def _proof(path: str, ruling: Ruling) -> Proof:
    made = Made.EXCUSED if not ruling.refused else Made.PARTLY_EXCUSED
    reasons = [reason.name.lower() for _, reason in ruling.refused]
    if not ruling.accepted:
        made = Made.REFUSED
        reasons = reasons or [NOT_PROMISED]
    return Proof(ruling.work.evidence, "maintenance", ruling.work.span, made, ", ".join(reasons) or path)
