from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.pool import Allocation, pool_credit
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.repetition import (
    EarnBack,
    Outcome,
    credit_sequence,
    multiplier,
    net,
    ordinals,
    repeated_points,
)

percents = st.fractions(min_value=0, max_value=100, max_denominator=100)
MULTIPLIERS = (Fraction(1), Fraction("1.5"), Fraction(2))
FEE = Fraction(10_000)


def outcomes(spelled: str) -> list[Outcome]:
    """Periods in letters: m missed, c missed chronically, r at the higher level, anything else met."""
    return [Outcome(Fraction(5 * (each in "mc")), FEE, each == "r", each == "c") for each in spelled]


@given(st.lists(st.tuples(percents, percents), max_size=6), percents)
def test_all_credits_of_a_pool_stay_within_the_amount_at_risk(
    shares: list[tuple[Fraction, Fraction]], risk: Fraction
) -> None:
    misses = [Allocation(str(index), percent, 2 * pool) for index, (percent, pool) in enumerate(shares)]
    found = pool_credit(Fraction(1000), risk, misses)
    assert found.credit == min(found.before_cap, found.at_risk) <= 10 * risk
    assert found.before_cap == sum(amount for _, amount in found.lines)


def test_the_cap_of_the_pool_bites() -> None:
    found = pool_credit(Fraction(1000), Fraction(10), [Allocation("a", Fraction(80)), Allocation("b", Fraction(70))])
    assert [found.at_risk, found.before_cap, found.credit] == [100, 150, 100]


@pytest.mark.parametrize(
    ("charges", "risk", "miss", "message"),
    [
        (-1, 10, Allocation("a", Fraction(5)), "The amount of the charges is -1"),
        (1, 110, Allocation("a", Fraction(5)), "The share at risk is 110"),
        (1, 10, Allocation("a", Fraction(101)), "The allocation of a is 101"),
        (1, 10, Allocation("a", Fraction(5), multiplier=Fraction(-1)), "The multiplier of a is -1"),
    ],
)
def test_an_impossible_pool_is_refused(charges: int, risk: int, miss: Allocation, message: str) -> None:
    with pytest.raises(Impossible, match=message):
        pool_credit(Fraction(charges), Fraction(risk), [miss])


@pytest.mark.parametrize(
    ("within", "found"), [(None, (1, 2, 0, 1, 0, 0, 1)), (3, (1, 2, 0, 2, 0, 0, 1)), (6, (1, 2, 0, 3, 0, 0, 3))]
)
def test_a_miss_is_numbered_in_a_row_or_within_the_last_periods(within: int | None, found: tuple[int, ...]) -> None:
    assert ordinals(map(bool, (1, 1, 0, 1, 0, 0, 1)), within) == found


def test_the_last_multiplier_holds_from_there_on() -> None:
    assert [multiplier(nth, MULTIPLIERS) for nth in (1, 2, 3, 4, 9)] == [1, Fraction("1.5"), 2, 2, 2]
    assert multiplier(7, ()) == 1


@given(st.text("m.", max_size=24), percents)
def test_no_period_gives_more_than_is_at_risk(spelled: str, at_risk: Fraction) -> None:
    found = credit_sequence(outcomes(spelled), multipliers=MULTIPLIERS, at_risk=at_risk)
    assert len(found) == len(spelled)
    assert all(each.credit <= FEE * at_risk / 100 for each in found)
    assert [each.credit > 0 for each in found] == [letter == "m" and at_risk > 0 for letter in spelled]


@given(st.text("mcr.", max_size=24), st.integers(1, 4))
def test_never_more_is_earned_back_than_was_given(spelled: str, run: int) -> None:
    found = credit_sequence(outcomes(spelled), multipliers=MULTIPLIERS, earn_back=EarnBack(run))
    given_so_far = back = Fraction(0)
    for each in found:
        back += each.earned_back
        assert back <= given_so_far
        given_so_far += each.credit
    assert net(found) == given_so_far - back


@pytest.mark.parametrize(
    ("spelled", "back"),
    [
        ("mrrr", [0, 0, 0, 500]),
        ("mrr.r", [0, 0, 0, 0, 0]),
        ("mmrrrrrr", [0, 0, 0, 0, 1250, 0, 0, 0]),
        ("crrr", [0, 0, 0, 0]),
        ("mrrmrrr", [0, 0, 0, 0, 0, 0, 1000]),
    ],
)
def test_a_run_at_the_higher_level_returns_what_was_given(spelled: str, back: list[int]) -> None:
    found = credit_sequence(outcomes(spelled), multipliers=MULTIPLIERS, earn_back=EarnBack(3))
    assert [each.earned_back for each in found] == back


def test_a_credit_too_old_is_not_earned_back() -> None:
    found = credit_sequence(outcomes("m...mrrr"), earn_back=EarnBack(3, expires_after=4))
    assert [each.earned_back for each in found] == [0] * 7 + [500]


def test_a_period_that_was_missed_cannot_be_at_the_higher_level() -> None:
    with pytest.raises(Impossible, match="reached in the missed period 1"):
        credit_sequence([Outcome(Fraction(5), FEE, runs=True)], earn_back=EarnBack(3))


def test_a_repeated_miss_doubles_its_points_and_a_met_period_starts_again() -> None:
    points = [Fraction(each) for each in (3, 1, 3, 0, 2, 2)]
    assert list(repeated_points(points, Fraction(2))) == [3, 2, 6, 0, 2, 4]
