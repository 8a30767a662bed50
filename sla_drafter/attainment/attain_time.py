"""Availability by time of one service in one window, from its outages and its maintenance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from sla_drafter.attainment.attained import Found, Made, Proof
from sla_drafter.attainment.availability import CountingRules, TimeAvailability, availability, time_availability
from sla_drafter.attainment.availability_families import weighted_downtime
from sla_drafter.attainment.excuses import causes, excuses
from sla_drafter.attainment.schedules import schedule
from sla_drafter.attainment.spans import Spans, intersect, length, merge
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import MaintenanceWork, Outage, Span
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.services import Service

_WHOLE = Fraction(1)
_new = tuple.__new__  # a million of them are made twice as fast


def by_time(
    agreement: Agreement, metric: Metric, window: Span, outages: Sequence[Outage], works: Sequence[MaintenanceWork]
) -> Found:
    """Availability in a window: service time less counted downtime, as a share of service time (domain: time base)."""
    service: Service | None = referent(agreement, "services", metric.service) if metric.service else None
    hours = schedule(agreement, service.hours if service else None, f"services.{metric.service}.hours")
    excused = excuses(agreement, works, outages, window)
    result = time_availability(
        window,
        [outage.span for outage in outages],
        service=hours.spans(window),
        excused=excused.time,
        rules=counting_rules(agreement, metric),
        service_beyond=hours.spans,
    )
    down = _down(result, outages)
    touching = [outage for outage in outages if outage.span.start < window.end and outage.span.end > window.start]
    proofs = tuple(_proofs(touching, result.down, causes(agreement)))
    return Found(
        value=availability(down, Fraction(result.measured)) if result.measured else None,
        measured=Fraction(result.measured),
        down=down,
        runs=result.down,
        excused=excused.reasons,
        evidence=(*proofs, *excused.evidence),
        incidents=frozenset(proof.about for proof in proofs if proof.made is Made.COUNTED and proof.about),
        is_time=True,
    )


def counting_rules(agreement: Agreement, metric: Metric) -> CountingRules:
    """How downtime is counted: the rules that the agreement states, else those that its clauses print."""
    time, usual = agreement.time, CountingRules()
    partial, border = (time.partial_minutes, time.window_border) if time else (None, None)
    return CountingRules(
        metric.excluded_time.id if metric.excluded_time else usual.excluded_time,
        partial.id if partial else usual.partial_minutes,
        border.id if border else usual.border,
    )


def _down(result: TimeAvailability, outages: Sequence[Outage]) -> Fraction:
    """Counted downtime in microseconds; a service that was only degraded is down in part, by the gravest weight."""
    weights = {id(outage.weight): outage.weight for outage in outages}  # a million rows share a few weights
    if all(weight == _WHOLE for weight in weights.values()):
        return Fraction(result.downtime)
    parts = [(part, outage.weight) for outage in outages for part in intersect((outage.span,), result.down)]
    filled_up = result.downtime - length(intersect(merge(outage.span for outage in outages), result.down))
    return weighted_downtime(parts) + filled_up


def _proofs(outages: Sequence[Outage], down: Spans, excusing: Mapping[str, str]) -> Iterator[Proof]:
    """What was made of each outage: a cause that excuses, else whether some of it counted; found by bisection."""
    starts, ends = [start for start, _ in down], [end for _, end in down]
    for outage in outages:
        index = bisect_right(ends, outage.span.start)
        if outage.cause in excusing:
            made, reason = Made.EXCUSED, excusing[outage.cause]
        elif index < len(starts) and starts[index] < outage.span.end:
            made, reason = Made.COUNTED, ""
        else:
            made, reason = Made.NOT_USED, "excused_or_outside"
        yield _new(Proof, (outage.evidence, "outage", outage.span, made, reason, outage.incident))
