from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment import chronic
from sla_drafter.attainment.chronic import Weighted
from sla_drafter.attainment.instants import DAY, MINUTE
from sla_drafter.attainment.refusal import Impossible

weighted = st.builds(
    Weighted, st.fractions(min_value=0, max_value=100, max_denominator=100), st.fractions(min_value=1, max_value=9)
)


@pytest.mark.parametrize(
    ("missed", "period"),
    [("m..m.m..", 6), ("mmm", 3), ("m.....mm", None), ("m....m.m", None), ("m...m.mm", 8), ("", None), ("mm", None)],
)
def test_three_misses_in_six_months(missed: str, period: int | None) -> None:
    assert chronic.rolling_count([each == "m" for each in missed], 6, 3) == period


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 8), st.integers(1, 8))
def test_a_rolling_count_is_that_of_the_last_periods(missed: list[bool], window: int, count: int) -> None:
    count = min(count, window)
    ends = [end for end in range(1, len(missed) + 1) if sum(missed[max(0, end - window) : end]) >= count]
    assert chronic.rolling_count(missed, window, count) == (ends[0] if ends else None)


def outage(day: int, minutes: int) -> tuple[int, int]:
    return day * DAY, day * DAY + minutes * MINUTE


def test_an_outage_of_exactly_the_length_does_not_count() -> None:
    found = chronic.outages(
        [outage(0, 31), outage(4, 45), outage(8, 30)], longer_than=30 * MINUTE, count=3, within=30 * DAY
    )
    assert len(found.qualifying) == 2
    assert found.at is None


@pytest.mark.parametrize(("last", "triggered"), [(8, True), (29, True), (30, False)])
def test_outages_count_within_a_half_open_period(last: int, triggered: bool) -> None:
    spans = [outage(last, 40), outage(0, 31), outage(4, 45)]
    found = chronic.outages(spans, longer_than=30 * MINUTE, count=3, within=30 * DAY)
    assert found.at == (outage(last, 40)[1] if triggered else None)


def test_an_outage_in_two_pieces_is_one() -> None:
    halves = [(0, 20 * MINUTE), (20 * MINUTE, 40 * MINUTE)]
    found = chronic.outages(halves, longer_than=30 * MINUTE, count=1, within=DAY)
    assert found.qualifying == ((0, 40 * MINUTE),)
    assert found.at == 40 * MINUTE


def test_the_simple_average_and_the_one_by_length_can_differ_about_the_floor() -> None:
    months = [
        Weighted(Fraction(value), Fraction(minutes))
        for value, minutes in (("96.5", 44640), ("98.2", 40320), ("96.3", 44640))
    ]
    assert chronic.average_below(months, 3, Fraction(97), weighted=False) is None
    assert chronic.average_below(months, 3, Fraction(97), weighted=True) == 3


@given(st.lists(weighted, max_size=12), st.integers(1, 4))
def test_an_average_lies_between_the_lowest_and_the_highest_value(periods: list[Weighted], window: int) -> None:
    found = list(chronic.rolling_averages(periods, window))
    assert [each.period for each in found] == list(range(window, len(periods) + 1))
    for each in found:
        held = [period.value for period in periods[each.period - window : each.period]]
        assert min(held) <= each.simple <= max(held)
        assert min(held) <= each.weighted <= max(held)


def test_one_value_below_a_floor_is_enough() -> None:
    values = [Fraction(each) for each in ("99.9", "95", "94.9", "90")]
    assert chronic.below_floor(values, Fraction(95)) == 3
    assert chronic.below_floor(values[:2], Fraction(95)) is None


def test_credits_that_reach_the_cap_twice_in_four_months() -> None:
    credits_ = [Fraction(each) for each in (20, 5, 0, 19, 20, 25)]
    assert chronic.cap_reached(credits_, Fraction(20), times=2, of=4) == 6
    assert chronic.cap_reached(credits_[:5], Fraction(20), times=2, of=4) is None


def test_a_trigger_that_can_never_be_met_is_refused() -> None:
    with pytest.raises(Impossible, match=r"The number of misses is 4\. It is at most the number of periods, 3\."):
        chronic.rolling_count([], 3, 4)
    with pytest.raises(Impossible, match=r"The number of misses is 0\. It is above 0\."):
        chronic.rolling_count([], 3, 0)
    with pytest.raises(Impossible, match=r"The number of outages is -1\."):
        chronic.outages([], longer_than=0, count=-1, within=1)
    with pytest.raises(Impossible, match=r"The length is -1\."):
        chronic.outages([], longer_than=-1, count=1, within=1)
    with pytest.raises(Impossible, match=r"The length of a period is 0\."):
        list(chronic.rolling_averages([Weighted(Fraction(1), Fraction(0))], 1))
