from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.downtime_chance import STEPS, Downtime
from sla_drafter.attainment.probability import compound_at_most, poisson_at_most

MONTH = 30 * 86400
lengths = st.lists(st.integers(1, 7200), min_size=1, max_size=12).map(Counter)


def downtime(*seconds: int, rate: Fraction = Fraction(2)) -> Downtime:
    return Downtime(MONTH, rate, Counter(seconds))


def test_the_room_of_a_value_is_its_downtime_in_seconds() -> None:
    assert downtime(1).room(Fraction("99.9")) == 2592
    assert downtime(1).room(Fraction(100)) == 0


def test_a_short_limit_is_counted_in_seconds() -> None:
    shares = {60: Fraction(1, 2), 90: Fraction(1, 2)}
    assert downtime(60, 90).at_most(Fraction(600)) == compound_at_most(600, Fraction(2), shares)


def test_outages_of_one_length_are_poisson() -> None:
    assert downtime(60).at_most(Fraction(200)) == poisson_at_most(3, Fraction(2))
    assert downtime(60).at_most(Fraction(180), belongs=False) == poisson_at_most(2, Fraction(2))


def test_no_room_is_left_only_where_nothing_happens() -> None:
    assert downtime(60).at_most(Fraction(0)) == poisson_at_most(0, Fraction(2))
    assert downtime(60).at_most(Fraction(0), belongs=False) == 0


@pytest.mark.parametrize("unit", [2, 7, 60])
def test_a_long_limit_is_counted_in_steps_without_loss_where_all_lengths_are_whole_steps(unit: int) -> None:
    limit = Fraction(STEPS * unit)
    few = Downtime(MONTH, Fraction(40), Counter({50: 1, 30: 1})).at_most(Fraction(STEPS))
    assert Downtime(MONTH, Fraction(40), Counter({50 * unit: 1, 30 * unit: 1})).at_most(limit) == few


def test_many_short_outages_keep_their_mean_where_they_are_shorter_than_a_step() -> None:
    many = Downtime(MONTH, Fraction(3000), Counter({5: 1}))
    assert many.at_most(Fraction(20_000)) > Decimal("0.999")
    assert many.at_most(Fraction(10_000)) < Decimal("0.001")


@given(lengths, st.fractions(0, 5), st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_larger_limit_is_kept_at_least_as_often(seen: Counter[int], rate: Fraction, one: int, other: int) -> None:
    found = Downtime(MONTH, rate, seen)
    less, more = (found.at_most(Fraction(limit)) for limit in sorted((min(one, STEPS), min(other, STEPS))))
    assert 0 <= less <= more <= 1
