"""Availability by time of one service in one window, from its outages and its maintenance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import compress, repeat
from operator import lt

from attrs import evolve

from sla_drafter.attainment.attained import Excused, Found, Made, Proof, Proofs
from sla_drafter.attainment.availability import CountingRules, TimeAvailability, availability, availability_of_runs
from sla_drafter.attainment.availability_families import weighted_downtime
from sla_drafter.attainment.excuses import causes, excuses
from sla_drafter.attainment.notices import Notices
from sla_drafter.attainment.schedules import schedule
from sla_drafter.attainment.spans import Spans, clip, intersect, joined, length
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import NEVER, distinct, objects
from sla_drafter.model.measured import MaintenanceWork, Outage, Outages, Span
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.services import Service

_WHOLE = Fraction(1)
_NO_NOTICE, _LATE_NOTICE = "no_notice", "late_notice"


def by_time(
    agreement: Agreement,
    metric: Metric,
    window: Span,
    outages: Outages,
    works: Sequence[MaintenanceWork],
    suspended: Sequence[Excused] = (),
) -> Found:
    """Availability in a window: service time less counted downtime, as a share of service time (domain: time base)."""
    service: Service | None = referent(agreement, "services", metric.service) if metric.service else None
    hours = schedule(agreement, service.hours if service else None, f"services.{metric.service}.hours")
    excused = excuses(agreement, works, outages, window)
    excused = evolve(excused, reasons=(*excused.reasons, *suspended))
    runs = joined(outages.starts, outages.ends)
    result = availability_of_runs(
        window,
        runs,
        service=hours.spans(window),
        excused=excused.time,
        rules=counting_rules(agreement, metric),
        service_beyond=hours.spans,
    )
    down = _down(result, outages)
    touching, verdict = outages.touching(window), Verdict(result.down, causes(agreement), Notices(agreement, window))
    all_counts = result.down == clip(runs, window)
    return Found(
        value=availability(down, Fraction(result.measured)) if result.measured else None,
        measured=Fraction(result.measured),
        down=down,
        runs=result.down,
        excused=excused.reasons,
        evidence=Proofs(touching, touching, verdict.proof, excused.evidence),
        incidents=verdict.incidents(touching, all_counts=all_counts),
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


def _down(result: TimeAvailability, outages: Outages) -> Fraction:
    """Counted downtime in microseconds; a service that was only degraded is down in part, by the gravest weight."""
    if not any(map(_WHOLE.__ne__, objects(outages.weights))):
        return Fraction(result.downtime)
    parts = [(part, outage.weight) for outage in outages for part in intersect((outage.span,), result.down)]
    filled_up = result.downtime - length(intersect(joined(outages.starts, outages.ends), result.down))
    return weighted_downtime(parts) + filled_up


class Verdict:
    """What is made of each outage: a cause that excuses, else whether some of it counted; found by bisection."""

    def __init__(self, down: Spans, excusing: Mapping[str, str], notices: Notices) -> None:
        self.down, self.excusing, self.notices = down, excusing, notices

    @cached_property
    def starts(self) -> Sequence[int]:
        """When each stretch of counted downtime begins, and an instant that never comes."""
        return [*(start for start, _ in self.down), NEVER]

    @cached_property
    def ends(self) -> Sequence[int]:
        """When each stretch of counted downtime ends."""
        return [end for _, end in self.down]

    def proof(self, outage: Outage) -> Proof:
        """One outage as evidence."""
        in_time = self.notices.in_time(outage.cause, outage.span.start, outage.noticed_at)
        if outage.cause in self.excusing and in_time:
            made, reason = Made.EXCUSED, self.excusing[outage.cause]
        elif self.starts[bisect_right(self.ends, outage.span.start)] < outage.span.end:
            made, reason = Made.COUNTED, "" if in_time else _NO_NOTICE if outage.noticed_at is None else _LATE_NOTICE
        else:
            made, reason = Made.NOT_USED, "excused_or_outside"
        return Proof(outage.evidence, "outage", outage.span, made, reason, outage.incident)

    def incidents(self, outages: Outages, *, all_counts: bool) -> frozenset[str]:
        """The numbers of the incidents of those that counted; whether all their time did is known already."""
        named = distinct(outages.incidents)
        if not any(named) or (all_counts and all(map(lt, outages.starts, outages.ends))):
            return frozenset(filter(None, named))
        ahead = map(bisect_right, repeat(self.ends), outages.starts)
        counted = list(map(lt, map(self.starts.__getitem__, ahead), outages.ends))
        for cause in distinct(outages.causes).keys() & self.excusing.keys():
            rows = zip(counted, outages.causes, outages.starts, outages.noticed, strict=True)
            in_time = self.notices.in_time
            counted = [one and not (held == cause and in_time(held, start, at)) for one, held, start, at in rows]
        return frozenset(filter(None, compress(outages.incidents, counted)))
