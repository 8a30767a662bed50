from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment import spans
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.measured import Span

BORDERS = st.integers(0, 40)
LISTS = st.lists(st.tuples(BORDERS, BORDERS).map(lambda pair: Span(min(pair), max(pair))), max_size=12)
SETS = LISTS.map(spans.merge)


def ticks(found: spans.Spans) -> set[int]:
    return {tick for start, end in found for tick in range(start, end)}


def is_tidy(found: spans.Spans) -> bool:
    return all(one.start < one.end for one in found) and all(one.end < other.start for one, other in pairwise(found))


def test_overlapping_and_touching_spans_are_one_and_empty_ones_vanish() -> None:
    assert spans.merge([Span(5, 9), Span(0, 3), Span(3, 5), Span(20, 20)]) == (Span(0, 9),)


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Impossible, match="It starts before it ends"):
        spans.merge([(5, 3)])


@given(LISTS)
def test_merging_covers_the_same_time_in_any_order(many: list[Span]) -> None:
    merged = spans.merge(many)
    assert is_tidy(merged)
    assert ticks(merged) == {tick for start, end in many for tick in range(start, end)}
    assert spans.merge(reversed(many)) == merged
    assert spans.merge(merged) == merged


@given(LISTS)
def test_spans_in_two_columns_are_merged_alike(many: list[Span]) -> None:
    assert spans.joined([start for start, _ in many], [end for _, end in many]) == spans.merge(many)


def test_a_column_with_a_reversed_span_is_refused() -> None:
    with pytest.raises(Impossible, match="from 5 to 3"):
        spans.joined([1, 5], [2, 3])


@given(LISTS, st.integers(1, 4))
def test_time_covered_several_times_is_counted_tick_by_tick(many: list[Span], times: int) -> None:
    found = spans.covered(times, many)
    assert is_tidy(found)
    assert ticks(found) == {tick for tick in range(41) if sum(start <= tick < end for start, end in many) >= times}


@given(SETS, SETS)
def test_sets_of_time_obey_the_algebra_of_sets(one: spans.Spans, other: spans.Spans) -> None:
    for found, wanted in (
        (spans.union(one, other), ticks(one) | ticks(other)),
        (spans.intersect(one, other), ticks(one) & ticks(other)),
        (spans.subtract(one, other), ticks(one) - ticks(other)),
    ):
        assert is_tidy(found)
        assert ticks(found) == wanted
        assert spans.length(found) == len(wanted)


@given(SETS, BORDERS, BORDERS)
def test_clipping_keeps_what_lies_in_the_window(one: spans.Spans, start: int, end: int) -> None:
    assert ticks(spans.clip(one, (start, end))) == {tick for tick in ticks(one) if start <= tick < end}


def test_a_small_set_is_looked_up_in_a_large_one_with_the_same_result() -> None:
    many = tuple(Span(10 * number, 10 * number + 5) for number in range(1000))
    few = (Span(3, 27), Span(95, 101), Span(9_990, 20_000))
    assert spans.intersect(many, few) == spans.intersect(few, many) == spans.covered(2, (*many, *few))


@given(SETS, st.integers(0, 60))
def test_the_first_part_is_the_earliest_time_up_to_a_limit(one: spans.Spans, limit: int) -> None:
    assert ticks(spans.first_part(one, limit)) == set(sorted(ticks(one))[:limit])
