"""Time in which a service level does not hold: after a declared disaster, and while the workload is above its limit.

Only what the clauses say suspends: a disaster the metrics that `continuity` names, a workload above its limit and its
tolerance every level that the provider owes for the service, where the rule above the limit says that none applies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.attained import Excused, Found, Made, Proof, Proofs
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.spans import Spans, clip, intersect, merge, union
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Observation, RequestCount, Span, Tickets, WorkloadReading
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.record import Measurements
from sla_drafter.model.services import Service, Workload
from sla_drafter.values import frozen

NO_LEVEL_ABOVE = ("best_effort", "renegotiate")
"""The rules above a limit under which no service level applies while the excess lasts."""


@frozen
class Suspension:
    """Why a level does not hold, when, and the rows that say so; `reason` is the path of the fact."""

    reason: str
    spans: Spans
    proofs: tuple[Proof, ...] = ()


@frozen
class Suspended:
    """All time of a window in which a level does not hold."""

    by: tuple[Suspension, ...] = ()

    @property
    def time(self) -> Spans:
        """The time itself; what two reasons suspend counts once."""
        return union(*(each.spans for each in self.by))

    @property
    def excused(self) -> tuple[Excused, ...]:
        """The time by reason, as other excused time is shown."""
        return tuple(Excused(each.reason, each.spans) for each in self.by)

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The rows that say so."""
        return tuple(proof for each in self.by for proof in each.proofs)

    def reason(self, span: Span) -> str:
        """Why a row of a span does not count; empty where it does."""
        return next((each.reason for each in self.by if intersect((span,), each.spans)), "")


HOLDS = Suspended()


def suspended(agreement: Agreement, metric: Metric, rows: Measurements, window: Span) -> Suspended:
    """When a metric is suspended in a window."""
    found = [*_by_disaster(agreement, metric, rows)]
    service: Service | None = referent(agreement, "services", metric.service) if metric.service else None
    owed = metric.obligor is None or metric.obligor.id == "provider"
    if service is not None and owed:
        found += _by_workload(service, rows)
    return _within(found, window)


def suspended_cases(agreement: Agreement, rows: Measurements, window: Span) -> Suspended:
    """When no time of a case holds: a case that names no service is of the only one."""
    return _within([one for service in agreement.services for one in _by_workload(service, rows)], window)


def kinds_of(agreement: Agreement, metric: Metric) -> tuple[str, ...]:
    """The kinds of rows that may suspend a metric."""
    service: Service | None = referent(agreement, "services", metric.service) if metric.service else None
    reading = {
        "disasters": any(metric.id in one.suspended for one in agreement.continuity),
        "workload": service is not None and no_level_above(service.workload),
    }
    return tuple(kind for kind, reads in reading.items() if reads)


def no_level_above(workload: Workload | None) -> bool:
    """Whether no service level applies above a limit."""
    return workload is not None and workload.above is not None and workload.above.id in NO_LEVEL_ABOVE


def above_limit(service: Service, rows: Measurements) -> tuple[WorkloadReading, ...]:
    """The readings above the limit of a service and its tolerance."""
    workload = service.workload
    if workload is None or workload.limit is None:
        return ()
    tolerance = Fraction(workload.tolerance.value) / WHOLE if workload.tolerance else Fraction(0)
    most = Fraction(workload.limit.amount) * (1 + tolerance)
    return tuple(one for one in rows.workload if one.service == service.id and one.amount > most)


def without(found: Found, time: Suspended, dropped: Iterable[Proof] = ()) -> Found:
    """What was found, with the suspended time and the rows that it left out among the evidence."""
    return with_evidence(found, (*time.proofs, *dropped))


def with_evidence(found: Found, more: Sequence[Proof]) -> Found:
    """What was found, with more rows among its evidence."""
    if not more:
        return found
    rows = found.evidence
    return evolve(
        found, evidence=evolve(rows, more=(*rows.more, *more)) if isinstance(rows, Proofs) else (*rows, *more)
    )


def kept_requests(counts: Sequence[RequestCount], time: Suspended) -> tuple[list[RequestCount], list[Proof]]:
    """The counts that no suspended time touches, and the others as evidence."""
    gone = [Proof(one.evidence, "requests", one.span, Made.EXCUSED, why) for one, why in _touched(counts, time)]
    return [one for one in counts if not time.reason(one.span)], gone


def kept_observations(values: Sequence[Observation], time: Suspended) -> tuple[list[Observation], list[Proof]]:
    """The observations that no suspended time touches, and the others as evidence."""
    gone = [Proof(one.evidence, "observation", one.span, Made.EXCUSED, why) for one, why in _touched(values, time)]
    return [one for one in values if not time.reason(one.span)], gone


def kept_cases(agreement: Agreement, cases: Tickets, rows: Measurements, window: Span) -> tuple[Tickets, list[Proof]]:
    """The cases that were opened while the levels held, and the others as evidence."""
    time = suspended_cases(agreement, rows, window)
    if not time.by:
        return cases, []
    only = agreement.services[0].id if len(agreement.services) == 1 else ""
    held, gone = [], []
    for case in cases:
        by = [one for one in time.by if one.reason.split(".")[1] == (case.service or only)]
        why = Suspended(tuple(by)).reason(Span(case.opened_at, case.opened_at + 1))
        held.append(not why)
        if why:
            span = Span(case.opened_at, case.restored_at or window.end)
            gone.append(Proof(case.evidence, "case", span, Made.EXCUSED, why, case.id))
    return (cases.where(held), gone) if gone else (cases, [])


def _touched(
    rows: Sequence[RequestCount] | Sequence[Observation], time: Suspended
) -> Iterator[tuple[RequestCount | Observation, str]]:
    for one in rows:
        if why := time.reason(one.span):
            yield one, why


def _by_disaster(agreement: Agreement, metric: Metric, rows: Measurements) -> Iterator[Suspension]:
    for one in agreement.continuity:
        if metric.id not in one.suspended:
            continue
        path = f"continuity.{one.id}.suspended"
        declared = [each for each in rows.disasters if each.service == one.id]
        proofs = tuple(Proof(each.evidence, "disaster", each.span, Made.COUNTED, path) for each in declared)
        yield Suspension(path, merge(each.span for each in declared), proofs)


def _by_workload(service: Service, rows: Measurements) -> Iterator[Suspension]:
    readings = above_limit(service, rows)
    if readings and no_level_above(service.workload):
        path = f"services.{service.id}.workload.above"
        proofs = tuple(Proof(each.evidence, "workload", each.span, Made.COUNTED, path) for each in readings)
        yield Suspension(path, merge(each.span for each in readings), proofs)


def _within(found: Iterable[Suspension], window: Span) -> Suspended:
    clipped = (
        evolve(
            each,
            spans=clip(each.spans, window),
            proofs=tuple(_clipped(proof, window) for proof in each.proofs if _touches(proof.span, window)),
        )
        for each in found
    )
    return Suspended(tuple(each for each in clipped if each.spans))


def _touches(span: Span, window: Span) -> bool:
    return span.start < window.end and span.end > window.start


def _clipped(proof: Proof, window: Span) -> Proof:
    """A disaster that is not over has no end to show; its row is shown up to the end of the window."""
    return proof._replace(span=Span(proof.span.start, min(proof.span.end, window.end)))
