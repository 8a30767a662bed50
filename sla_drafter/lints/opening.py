"""Schedules as rules see them: which one a thing names, and whether it ever closes."""

from __future__ import annotations

from sla_drafter.lints.context import Context
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Week, WeeklyWindow
from sla_drafter.model.services import Hours


def schedule(context: Context, name: str | None) -> Hours | None:
    """The schedule of a name; None where there is none."""
    found: Hours | None = referent(context.agreement, "hours", name) if name else None
    return found


def closes(hours: Hours | None) -> bool:
    """Whether a known schedule has a closed minute, be it for a public holiday."""
    return hours is not None and hours.week is not None and (not hours.week.is_always or hours.holidays is not None)


def opens_in(week: Week, window: WeeklyWindow) -> bool:
    """Whether some minute of a weekly window is open."""
    return any(
        span.first_day <= window.weekday <= span.last_day and span.opens < window.closes and window.opens < span.closes
        for span in week.spans
    )
