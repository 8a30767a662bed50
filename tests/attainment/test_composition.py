from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.composition import (
    AtLeast,
    Bounds,
    Component,
    Parallel,
    Serial,
    System,
    bounds,
    independent,
    supports,
)
from sla_drafter.attainment.refusal import Impossible

shares = st.fractions(min_value=0, max_value=1, max_denominator=50)
components = st.builds(Component, shares)


def nested(parts: st.SearchStrategy[System]) -> st.SearchStrategy[System]:
    tuples = st.lists(parts, min_size=1, max_size=3).map(tuple)
    at_least = tuples.flatmap(lambda held: st.builds(AtLeast, st.integers(1, len(held)), st.just(held)))
    return st.builds(Serial, tuples) | st.builds(Parallel, tuples) | at_least


systems: st.SearchStrategy[System] = st.recursive(components, nested, max_leaves=8)


def of(*percents: str) -> tuple[Component, ...]:
    return tuple(Component(Fraction(each) / 100) for each in percents)


def up(states: tuple[bool, ...], parts: tuple[Component, ...]) -> Fraction:
    chances = (part.share if state else 1 - part.share for state, part in zip(states, parts, strict=True))
    return prod(chances, start=Fraction(1))


@given(st.lists(components, min_size=1, max_size=5).map(tuple), st.integers(1, 5))
def test_k_of_n_is_the_sum_over_all_states(parts: tuple[Component, ...], count: int) -> None:
    count = min(count, len(parts))
    every = product((True, False), repeat=len(parts))
    assert independent(AtLeast(count, parts)) == sum(up(states, parts) for states in every if sum(states) >= count)


@given(st.lists(components, min_size=1, max_size=5).map(tuple))
def test_series_and_parallel_are_the_ends_of_k_of_n(parts: tuple[Component, ...]) -> None:
    assert independent(Serial(parts)) == prod((part.share for part in parts), start=Fraction(1))
    assert independent(Parallel(parts)) == 1 - prod((1 - part.share for part in parts), start=Fraction(1))
    assert bounds(Serial(parts)) == bounds(AtLeast(len(parts), parts))
    assert bounds(Parallel(parts)) == bounds(AtLeast(1, parts))


@given(systems)
def test_the_product_lies_between_the_bounds(system: System) -> None:
    found = bounds(system)
    assert 0 <= found.worst <= independent(system) <= found.best <= 1


@given(st.lists(components, min_size=1, max_size=5).map(tuple))
def test_the_bounds_of_series_and_parallel_are_those_of_frechet(parts: tuple[Component, ...]) -> None:
    values = [part.share for part in parts]
    total = sum(values, Fraction(0))
    assert bounds(Serial(parts)) == Bounds(max(Fraction(0), total - len(parts) + 1), min(values))
    assert bounds(Parallel(parts)) == Bounds(max(values), min(Fraction(1), total))


def test_the_bounds_of_two_of_three_are_reached() -> None:
    # Failures of 1 % each: the worst is when each failure meets half of each other's time, the best when none meet.
    assert bounds(AtLeast(2, of("99", "99", "99"))) == Bounds(Fraction("0.985"), Fraction(1))


def test_a_redundant_pair_is_not_a_product() -> None:
    assert independent(Parallel(of("99.5", "99.5"))) == Fraction("0.999975")


def test_a_promise_is_supported_from_its_own_value_on() -> None:
    system = Serial(of("99.9", "99.9"))
    assert supports(system, Fraction("0.998001"))
    assert not supports(system, Fraction("0.998002"))


@pytest.mark.parametrize(
    ("system", "message"),
    [
        (Serial(()), "The number of parts of a system is 0. A system has at least one part."),
        (AtLeast(3, of("99", "99")), "The number of parts that have to work is 3. It is from 1 to 2."),
        (AtLeast(0, of("99")), "The number of parts that have to work is 0. It is from 1 to 1."),
        (
            Component(Fraction("99.9")),
            "The availability of a component is 99.9. It is a share from 0 to 1; 99.9 % is 0.999.",
        ),
    ],
)
def test_an_impossible_system_is_refused(system: System, message: str) -> None:
    for compute in (independent, bounds):
        with pytest.raises(Impossible) as refused:
            compute(system)
        assert str(refused.value) == message
