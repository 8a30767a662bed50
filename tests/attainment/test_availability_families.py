from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.availability_families import (
    BadMinutes,
    MinuteThreshold,
    Occurrence,
    Traffic,
    by_bad_minutes,
    by_intervals,
    by_requests,
    by_users,
    degraded,
    down_together,
    occurrence,
    ratio,
    steady_state,
    traffic,
    weighted_downtime,
)
from sla_drafter.attainment.instants import HOUR, MINUTE
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.spans import length, merge
from sla_drafter.model.measured import Evidence, Outage, RequestCount, Span

ROW = Evidence("requests.csv", 2)
TICKS = st.integers(0, 30)
SPANS = st.tuples(TICKS, TICKS).map(lambda pair: Span(min(pair), max(pair)))
WEIGHTS = st.sampled_from((Fraction(1, 4), Fraction(1, 2), Fraction(1)))
RUNS = st.lists(
    st.tuples(st.integers(1, 5), st.integers(0, 200), st.integers(0, 100)).map(
        lambda run: Traffic(run[0], run[1], run[1] * run[2] // 100)
    ),
    min_size=1,
    max_size=8,
)


def test_without_requests_nothing_is_measured() -> None:
    assert by_requests(0, 0) is None
    assert by_requests(1000, 1) == Fraction(999, 1000)
    with pytest.raises(Impossible):
        by_requests(0, 1)


def test_a_busy_bad_spell_almost_vanishes_in_the_mean_of_intervals() -> None:
    found = by_intervals([Traffic(8635, 100, 0), Traffic(5, 10_000, 10_000)])
    assert found.idle_as_no_error == 1 - Fraction(5, 8640)
    assert found.pooled == 1 - Fraction(50_000, 913_500)


@given(RUNS)
def test_idle_intervals_never_lower_the_mean(runs: list[Traffic]) -> None:
    found = by_intervals(runs)
    assert found.idle_as_no_error is not None
    if found.idle_left_out is None:
        assert found.idle == found.intervals
        assert found.pooled is None
    else:
        assert found.idle_as_no_error >= found.idle_left_out


def test_more_errors_than_requests_are_refused() -> None:
    with pytest.raises(Impossible, match="A number of failed requests is 6"):
        by_intervals([Traffic(1, 5, 6)])


def test_a_minute_is_bad_above_the_share_and_from_so_many_attempts_on() -> None:
    rule = MinuteThreshold(Fraction(1, 10), 100)
    at_the_share, above, too_few = Traffic(1, 100, 10), Traffic(3, 100, 11), Traffic(1, 99, 99)
    assert by_bad_minutes([at_the_share, above, too_few], rule) == BadMinutes(3, 1)


def test_only_unbroken_runs_of_bad_minutes_count() -> None:
    bad, good = Traffic(2, 100, 100), Traffic(1, 100, 0)
    rule = MinuteThreshold(Fraction(1, 20), run=3)
    assert by_bad_minutes([bad, good, bad, bad, good, bad], rule) == BadMinutes(4, 1)
    assert by_bad_minutes([Traffic(5, 0, 0)], rule) == BadMinutes(0, 0)


def test_a_gap_in_the_record_of_requests_is_idle() -> None:
    counts = [
        RequestCount(Span(3 * MINUTE, 4 * MINUTE), "mail", 10, 1, ROW),
        RequestCount(Span(0, MINUTE), "mail", 20, 2, ROW),
    ]
    assert traffic(counts, MINUTE) == (Traffic(1, 20, 2), Traffic(2, 0, 0), Traffic(1, 10, 1))


def test_an_outage_weighs_by_the_users_that_it_hits() -> None:
    half = [(Fraction(60), Fraction(50))]
    assert by_users(half, Fraction(100), Fraction(6000)) == 1 - Fraction(1, 200)
    with pytest.raises(Impossible, match="The number of users is 0"):
        by_users(half, Fraction(0), Fraction(6000))


@given(st.lists(st.tuples(SPANS, WEIGHTS), max_size=8))
def test_at_each_instant_the_gravest_weight_counts(outages: list[tuple[Span, Fraction]]) -> None:
    by_tick = (
        max((weight for (start, end), weight in outages if start <= tick < end), default=0) for tick in range(30)
    )
    assert weighted_downtime(outages) == sum(by_tick)


@given(st.lists(SPANS, max_size=8))
def test_full_weight_is_plain_downtime(outages: list[Span]) -> None:
    assert degraded(Outage(span, "mail", ROW) for span in outages) == length(merge(outages))


def test_a_weight_above_the_whole_is_refused() -> None:
    with pytest.raises(Impossible, match="The weight of an outage is 2"):
        weighted_downtime([(Span(0, 1), Fraction(2))])


@given(st.lists(st.lists(SPANS, max_size=4), max_size=5), st.integers(1, 5))
def test_a_service_is_down_while_so_many_components_are(components: list[list[Span]], count: int) -> None:
    together = down_together(components, count)
    for tick in range(30):
        down = sum(any(start <= tick < end for start, end in outages) for outages in components)
        assert any(start <= tick < end for start, end in together) == (down >= count)


def test_outages_as_events() -> None:
    assert occurrence((Span(0, HOUR), Span(2 * HOUR, 5 * HOUR))) == Occurrence(2, 3 * HOUR, 4 * HOUR)
    assert occurrence(()) == Occurrence(0, 0, 0)
    assert steady_state(Fraction(720), Fraction(1)) == Fraction(720, 721)


def test_a_ratio_without_events_is_not_measured() -> None:
    assert ratio(Fraction(999_500), Fraction(1_000_000)) == Fraction(1999, 2000)
    assert ratio(Fraction(0), Fraction(0)) is None
