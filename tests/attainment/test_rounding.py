from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.rounding import MODES, rounded

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=5)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("half_up", "2.35 -2.35 2.34"),
        ("half_even", "2.34 -2.34 2.34"),
        ("down", "2.34 -2.34 2.34"),
        ("up", "2.35 -2.35 2.35"),
        ("floor", "2.34 -2.35 2.34"),
        ("ceiling", "2.35 -2.34 2.35"),
    ],
)
def test_each_way_of_rounding(mode: str, words: str) -> None:
    values = (Decimal("2.345"), Decimal("-2.345"), Fraction("2.341"))
    assert " ".join(str(rounded(value, 2, mode)) for value in values) == words


@given(DECIMALS, st.integers(0, 4))
def test_halves_are_rounded_as_by_the_decimal_module(value: Decimal, places: int) -> None:
    with localcontext(prec=60):
        step = Decimal(1).scaleb(-places)
        for mode, known in (("half_up", ROUND_HALF_UP), ("half_even", ROUND_HALF_EVEN)):
            assert rounded(value, places, mode) == value.quantize(step, known)


@given(st.fractions(), st.integers(0, 8), st.sampled_from(sorted(MODES)))
def test_rounding_moves_a_number_by_less_than_a_step(value: Fraction, places: int, mode: str) -> None:
    assert abs(Fraction(rounded(value, places, mode)) - value) < Fraction(1, 10**places)


def test_a_large_number_keeps_every_digit() -> None:
    assert str(rounded(Fraction(10**40 + 1), 2, "half_up")) == f"{10**40 + 1}.00"


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(Impossible, match="It is one of: half_up"):
        rounded(1, 2, "nearly")
