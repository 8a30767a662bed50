"""The month that an example is about, before anything has happened: the first of the agreement that is so long."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from sla_drafter.attainment.instants import DAY
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Zone

USUAL_DAYS = 30
_LAST_YEAR = 9000


def month_of_days(agreement: Agreement, days: int) -> date | None:
    """The first day of the first calendar month of the agreement that is exactly so many days of 24 hours long."""
    effective = agreement.term.effective if agreement.term else None
    zone = agreement.time.zone if agreement.time else None
    if effective is None or zone is None or effective.year > _LAST_YEAR:
        return None
    return _month_from(effective, zone, days)


@lru_cache(maxsize=256)
def _month_from(effective: date, zone: Zone, days: int) -> date | None:
    month = month_of(effective)
    for _ in range(24):
        span = month.span(zone)
        if month.first >= effective and span.end - span.start == days * DAY:
            return month.first
        month = month_of(month.last + timedelta(days=1))
    return None
