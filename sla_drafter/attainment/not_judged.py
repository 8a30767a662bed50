"""What the clauses of an agreement say and measured facts do not decide: a statement says it plainly.

A level may hold for a part of the workload, or not at all while a disaster lasts; where no row says how large the
workload was, or whether a disaster was declared, the statement goes by the levels as they stand, and says so.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator

from sla_drafter.attainment.excuses import RELIEF
from sla_drafter.attainment.history import History
from sla_drafter.attainment.notices import Notices
from sla_drafter.attainment.ratchet import unmeasured
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.suspended import above_limit, no_level_above
from sla_drafter.attainment.triggers import is_complete, triggers_of
from sla_drafter.attainment.windows import Period
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import NOT_SAID, distinct
from sla_drafter.model.measured import Outages, Span
from sla_drafter.model.record import Measurements
from sla_drafter.model.services import Service
from sla_drafter.values import frozen

WORKLOAD, DISASTERS = "workload", "disasters"


class Why(enum.Enum):
    """Why something is not judged."""

    WORKLOAD_NOT_MEASURED = "workload_not_measured"
    RULE_MISSING = "rule_missing"
    PART_UP_TO_LIMIT = "part_up_to_limit"
    PRICE_STEP = "price_step"
    DISASTERS_NOT_RECORDED = "disasters_not_recorded"
    TRIGGER_INCOMPLETE = "trigger_incomplete"
    YEAR_NOT_MEASURED = "year_not_measured"
    FIX_NOT_MEASURED = "fix_not_measured"
    NOTICES_NOT_RECORDED = "notices_not_recorded"


_BY_RULE = {"part": Why.PART_UP_TO_LIMIT, "price_step": Why.PRICE_STEP}


@frozen
class NotJudged:
    """One thing that is not judged: the path of its fact, the clause that says it, why, and its service if any."""

    path: str
    clause: str
    why: Why
    service: str = ""


def not_judged(agreement: Agreement, measured: Measurements, history: History) -> tuple[NotJudged, ...]:
    """Everything that a statement of the last month of a history does not judge."""
    period = history[-1][0]
    unknown = unmeasured(agreement, history[:-1], period)
    return (
        *((NotJudged("improvement.ratchet", "improvement", Why.YEAR_NOT_MEASURED),) if unknown else ()),
        *(one for service in agreement.services for one in _workload(agreement, service, measured, period)),
        *_disasters(agreement, measured, period),
        *_fixes(agreement),
        *_notices(agreement, measured, period),
        *(
            NotJudged(trigger.path, "chronic_failure_termination", Why.TRIGGER_INCOMPLETE)
            for trigger in triggers_of(agreement)
            if not is_complete(trigger)
        ),
    )


def _workload(agreement: Agreement, service: Service, measured: Measurements, period: Period) -> Iterator[NotJudged]:
    """A limit whose workload nobody measured, or whose rule above it the rows do not decide."""
    workload = service.workload
    if workload is None or workload.limit is None:
        return
    span = period.span(zone_of(agreement))
    known = any(one.service == service.id for one in measured.workload)
    above = any(one.span.start < span.end and one.span.end > span.start for one in above_limit(service, measured))
    if not known or not measured.speaks_of(WORKLOAD, span):
        why = Why.WORKLOAD_NOT_MEASURED
    elif not above or no_level_above(workload):
        return
    else:
        why = _BY_RULE.get(workload.above.id if workload.above else "", Why.RULE_MISSING)
    yield NotJudged(f"services.{service.id}.workload", "workload_limits", why, service.id)


def _fixes(agreement: Agreement) -> Iterator[NotJudged]:
    """Times for the removal of a cause: a row of a case says when the service was restored, not more."""
    first = next((grade for grade in agreement.severities if grade.fix), None)
    if first is not None:
        yield NotJudged(f"severities.{first.id}.fix", "resolution_times", Why.FIX_NOT_MEASURED)


def _notices(agreement: Agreement, measured: Measurements, period: Period) -> Iterator[NotJudged]:
    """Causes that excuse only with a notice, in rows that say nothing of notices: they are excused unseen."""
    span, outages = period.span(zone_of(agreement)), measured.outages
    asked = Notices(agreement, span).asked
    own = {one.id for one in agreement.exclusions}
    paths: dict[str, str] = {}
    for cause in distinct(outages.causes):
        if cause in asked and _is_unsaid(outages.named(outages.causes, cause), span):
            path, clause = (f"exclusions.{cause}", "exclusions") if cause in own else (RELIEF, "relief")
            paths[f"{path}.notice"] = clause
    yield from (NotJudged(path, clause, Why.NOTICES_NOT_RECORDED) for path, clause in paths.items())


def _is_unsaid(outages: Outages, span: Span) -> bool:
    """Whether nothing is said of the notice of an outage in a span."""
    rows = zip(outages.starts, outages.ends, outages.noticed, strict=True)
    return any(noticed == NOT_SAID and start < span.end and end > span.start for start, end, noticed in rows)


def _disasters(agreement: Agreement, measured: Measurements, period: Period) -> Iterator[NotJudged]:
    """Levels that a disaster suspends, where no file says whether one was declared."""
    if measured.speaks_of(DISASTERS, period.span(zone_of(agreement))):
        return
    for one in agreement.continuity:
        if one.suspended:
            yield NotJudged(f"continuity.{one.id}.suspended", "continuity", Why.DISASTERS_NOT_RECORDED, one.id)
