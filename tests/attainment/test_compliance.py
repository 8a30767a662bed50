from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.compliance import (
    compliance,
    fewest_cases,
    interpolated,
    mean,
    misses_allowed,
    nearest_rank,
    share_within,
)
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.scalars import Percent

TARGETS = st.decimals("0.1", 100, places=1).map(Percent)
VALUES = st.lists(st.integers(0, 40).map(Fraction), min_size=1, max_size=40)


def percent(words: str) -> Percent:
    return Percent(Decimal(words))


@given(VALUES, TARGETS, st.integers(0, 40).map(Fraction))
def test_so_many_per_cent_in_time_means_that_the_nearest_rank_percentile_is_in_time(
    values: list[Fraction], target: Percent, limit: Fraction
) -> None:
    in_time = share_within(values, limit) * 100 >= Fraction(target.value)
    assert (nearest_rank(values, target) <= limit) == in_time
    within = sum(value <= limit for value in values)
    assert compliance(len(values), within, target).met == in_time


def test_an_interpolated_percentile_says_something_else() -> None:
    values = [Fraction(number) for number in range(1, 21)]
    assert nearest_rank(values, percent("95")) == 19
    assert interpolated(values, percent("95")) == Fraction("19.05")
    assert interpolated(values, percent("100")) == 20
    assert nearest_rank(values, percent("0")) == 1


@given(st.integers(0, 2000), TARGETS)
def test_the_misses_allowed_keep_the_promise_and_one_more_breaks_it(cases: int, target: Percent) -> None:
    allowed = misses_allowed(cases, target)
    assert compliance(cases, cases - allowed, target).met
    if allowed < cases:
        assert not compliance(cases, cases - allowed - 1, target).met
        assert Fraction(cases - allowed - 1, cases) * 100 < Fraction(target.value)


def test_few_cases_forgive_no_miss_unless_the_contract_does() -> None:
    assert not compliance(9, 8, percent("90")).met
    assert compliance(9, 8, percent("90"), forgiven=1).met
    assert not compliance(9, 7, percent("90"), forgiven=1).met
    assert fewest_cases(percent("90")) == 10
    assert fewest_cases(percent("100")) is None


@given(st.decimals("0.1", "99.9", places=1).map(Percent))
def test_one_miss_is_allowed_from_the_fewest_cases_on(target: Percent) -> None:
    fewest = fewest_cases(target)
    assert fewest is not None
    assert misses_allowed(fewest, target) >= 1
    assert misses_allowed(fewest - 1, target) == 0


def test_no_cases_are_met_and_have_no_share() -> None:
    assert compliance(0, 0, percent("100")).met
    assert compliance(0, 0, percent("100")).share is None
    assert compliance(20, 18, percent("90")).share == Fraction(9, 10)


def test_a_mean_hides_a_miss() -> None:
    values = [Fraction(number) for number in (6, 5, 8, 4, 7)]
    assert mean(values) == 6
    assert share_within(values, Fraction(6)) == Fraction(3, 5)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(Impossible, match="from 0 to 3"):
        compliance(3, 4, percent("90"))
    with pytest.raises(Impossible, match="nothing is measured"):
        mean([])
    with pytest.raises(Impossible, match="A target is 101"):
        misses_allowed(3, percent("101"))
