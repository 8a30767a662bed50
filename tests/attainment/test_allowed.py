from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.allowed import allowed_downtime, whole_minutes_allowed
from sla_drafter.attainment.availability import availability
from sla_drafter.attainment.instants import DAY, SECOND
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.scalars import Percent, Zone

TARGETS = st.decimals(0, 100, places=3).map(Percent)


def test_allowed_downtime_differs_from_month_to_month() -> None:
    target = Percent(Decimal("99.9"))
    minutes = [
        allowed_downtime(target, month_of(date(2027, month, 1)).span(Zone("UTC")).length) / 60 for month in (2, 3, 4)
    ]
    assert minutes == [Fraction("40.32"), Fraction("44.64"), Fraction("43.2")]
    assert whole_minutes_allowed(target, 30 * DAY) == 43


@given(TARGETS, st.integers(1, 400 * DAY))
def test_the_allowed_downtime_just_meets_the_target(target: Percent, measured: int) -> None:
    down = allowed_downtime(target, measured) * SECOND
    assert availability(down, Fraction(measured)) == Fraction(target.value) / 100


def test_a_target_above_the_whole_is_refused() -> None:
    with pytest.raises(Impossible, match=r"A target is 100\.5"):
        allowed_downtime(Percent(Decimal("100.5")), DAY)
