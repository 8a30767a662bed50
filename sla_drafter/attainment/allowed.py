"""How much downtime a target allows in a window, exactly: never 43.2 minutes "a month", as months differ.

Of the worked examples alone (tests/vectors): `whole_minutes_allowed`.
"""

from __future__ import annotations

from fractions import Fraction

from sla_drafter.attainment.instants import MINUTE, SECOND
from sla_drafter.attainment.refusal import not_negative, percentage
from sla_drafter.model.scalars import Percent

_WHOLE = Fraction(100)


def allowed_downtime(target: Percent, measured: int) -> Fraction:
    """The most downtime that still meets a target, in seconds.

    `measured` is the measured time of the window in microseconds. 99.99 % of 30 days allows 259.2 s.
    Source: the tables of allowed downtime that providers print.
    """
    missing = _WHOLE - percentage("A target", Fraction(target.value))
    return Fraction(not_negative("Measured time", measured), SECOND) * missing / _WHOLE


def whole_minutes_allowed(target: Percent, measured: int) -> int:
    """How many whole minutes of downtime still meet a target."""
    return int(allowed_downtime(target, measured) * SECOND // MINUTE)
