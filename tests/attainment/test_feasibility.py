from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment import feasibility, honest, probability
from sla_drafter.attainment.feasibility import Tier
from sla_drafter.attainment.honest import Assumption, Breaker, RecordStatement, UnseenStatement
from sla_drafter.attainment.refusal import Impossible

LAST_PLACE = Fraction(1, 10**30)
shares = st.fractions(min_value=0, max_value=1, max_denominator=60)
inner = st.fractions(min_value="0.01", max_value="0.99", max_denominator=100)


@given(st.integers(0, 40), st.integers(-2, 42), shares)
def test_a_binomial_chance_is_exact(cases: int, most: int, p: Fraction) -> None:
    terms = (comb(cases, each) * p**each * (1 - p) ** (cases - each) for each in range(min(most, cases) + 1))
    assert probability.binomial_at_most(most, cases, p) == sum(terms, Fraction(0))


@given(st.integers(1, 60), st.integers(0, 59), inner)
def test_many_cases_agree_with_the_exact_sum_to_thirty_places(cases: int, most: int, p: Fraction) -> None:
    exact = probability.binomial_at_most(most, cases, p)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(probability, "EXACT_CASES", 0)
        assert abs(probability.binomial_at_most(most, cases, p) - exact) <= LAST_PLACE


def test_a_million_cases_are_summed() -> None:
    found = probability.binomial_at_most(949_999, 1_000_000, Fraction("0.95"))
    assert Fraction("0.498") < found < Fraction("0.5")


@pytest.mark.parametrize(
    ("most", "rate", "chance"),
    [
        (0, "1", "0.367879441171442321595523770161"),
        (1, "1", "0.735758882342884643191047540323"),
        (3, "0", "1.000000000000000000000000000000"),
        (-1, "1", "0"),
    ],
)
def test_a_poisson_chance_has_thirty_places(most: int, rate: str, chance: str) -> None:
    assert str(probability.poisson_at_most(most, Fraction(rate))) == chance


def test_no_setting_of_the_program_changes_a_chance() -> None:
    usual = probability.poisson_at_most(3, Fraction(2)), probability.root(Fraction(1, 20), 12)
    with localcontext() as context:
        context.prec = 2
        assert (probability.poisson_at_most(3, Fraction(2)), probability.root(Fraction(1, 20), 12)) == usual
        assert getcontext().prec == 2


@given(st.integers(1, 30), st.integers(1, 30), st.sampled_from([Fraction("0.9"), Fraction("0.95"), Fraction("0.99")]))
def test_the_exact_lower_bound_is_where_the_record_would_be_too_good(
    cases: int, met: int, confidence: Fraction
) -> None:
    met = min(met, cases)
    bound = Fraction(probability.clopper_pearson_lower(met, cases, confidence, 9))
    above = bound + Fraction(1, 10**9)
    assert 1 - probability.binomial_at_most(met - 1, cases, bound) <= 1 - confidence
    assert 1 - probability.binomial_at_most(met - 1, cases, above) > 1 - confidence
    assert bound <= Fraction(met, cases)


@pytest.mark.parametrize(("met", "cases", "bound"), [(1, 1, "0.050000"), (0, 9, "0.000000"), (9, 9, "0.716871")])
def test_lower_bounds_that_have_a_formula(met: int, cases: int, bound: str) -> None:
    assert str(probability.clopper_pearson_lower(met, cases, Fraction("0.95"), 6)) == bound


def test_the_lower_bound_of_a_million_cases_comes_within_a_blink() -> None:
    bound = probability.clopper_pearson_lower(999_000, 1_000_000, Fraction("0.95"), 9)
    assert Decimal("0.9989") < bound < Decimal("0.999")


def test_cases_needed_are_whole_and_never_too_few() -> None:
    target = Fraction("0.9")
    assert [feasibility.cases_needed(cases, target) for cases in (0, 1, 9, 10, 11, 20)] == [0, 1, 9, 9, 10, 18]


def test_a_target_of_everything_is_missed_with_the_first_late_case() -> None:
    miss = feasibility.miss_of_cases(10, Fraction("0.9"), Fraction(1))
    assert miss.chance == 1 - Fraction("0.9") ** 10
    assert miss.at_least_once_in(2) == 1 - Fraction("0.9") ** 20


@given(inner, inner)
def test_a_higher_target_is_missed_more_often(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    rate, length, period = Fraction(2), Fraction(30), Fraction(1440)
    lower, higher = (feasibility.miss_of_outages(rate, length, period, each).chance for each in (low, high))
    assert lower <= higher


@given(st.integers(1, 50), st.fractions(min_value=0, max_value=5, max_denominator=10), inner)
def test_past_outages_of_one_length_are_the_poisson_case(length: int, rate: Fraction, target: Fraction) -> None:
    record = feasibility.miss_of_record(rate, [length] * 3, 1000, target)
    fixed = feasibility.miss_of_outages(rate, Fraction(length), Fraction(1000), target)
    assert record.tolerated == fixed.tolerated
    assert abs(Fraction(record.chance) - Fraction(fixed.chance)) <= LAST_PLACE


def test_outages_of_two_lengths_by_hand() -> None:
    # At most 3 minutes of outages of 1 or 2 minutes, one expected: nothing; 1; 2; 1+1; 1+2, 2+1; 1+1+1.
    found = probability.compound_at_most(3, Fraction(1), {1: Fraction(1, 2), 2: Fraction(1, 2)})
    ways = 1 + Fraction(1, 2) + Fraction(1, 2) + Fraction(1, 8) + Fraction(1, 4) + Fraction(1, 48)
    e = Fraction(1) / Fraction(probability.poisson_at_most(0, Fraction(1)))
    assert abs(Fraction(found) - ways / e) <= 4 * LAST_PLACE


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 24))
def test_the_chance_of_periods_to_come_is_the_product_of_each_next_one(met: int, missed: int, following: int) -> None:
    periods, product = met + missed, Fraction(1)
    for each in range(following):
        product *= feasibility.chance_next_met(met + each, periods + each)
    assert feasibility.chance_all_met(met, periods, following) == product


def test_the_record_of_the_sentence() -> None:
    assert round((1 - feasibility.chance_all_met(34, 36, 12)) * 1000) == 578
    assert round(Fraction(feasibility.unseen_miss_bound(12, Fraction("0.95"))) * 1000) == 221


@given(st.integers(1, 500))
def test_three_over_n_is_a_little_too_high(periods: int) -> None:
    bound = Fraction(feasibility.unseen_miss_bound(periods, Fraction("0.95")))
    assert bound < feasibility.three_over(periods)
    assert abs((1 - bound) ** min(periods, 40) - Fraction(1, 20)) < Fraction(1, 10**20) or periods > 40


history = st.lists(st.fractions(min_value=90, max_value=100, max_denominator=100), max_size=24)


@given(history, st.lists(st.fractions(min_value=90, max_value=100, max_denominator=20), max_size=5), shares)
def test_a_safe_promise_is_the_largest_within_the_appetite(
    values: list[Fraction], offers: list[Fraction], appetite: Fraction
) -> None:
    found = feasibility.safe_promise(values, offers, appetite)
    chances = [offer.chance_to_miss for offer in found.offers]
    assert chances == sorted(chances)
    assert found.largest == max((row.target for row in found.offers if row.chance_to_miss <= appetite), default=None)
    assert [row.target for row in found.offers] == sorted(offers)


@given(st.lists(st.builds(Tier, st.integers(0, 100), shares), max_size=5), st.integers(0, 300))
def test_all_tiers_in_time_is_never_under_the_bound(tiers: list[Tier], promise: int) -> None:
    found = feasibility.support_chain(tiers, promise)
    assert 0 <= found.worst <= found.independent <= 1
    assert found.fits == (sum(tier.time for tier in tiers) <= promise)


def test_expected_credit_weighs_each_band_with_its_chance() -> None:
    bands: list[tuple[Fraction | Decimal, Fraction]] = [
        (Fraction("0.09"), Fraction(10)),
        (Decimal("0.01"), Fraction(50)),
    ]
    assert feasibility.expected_credit(bands) == Fraction("1.4")


def test_the_lowest_upstream_level_is_the_ceiling() -> None:
    assert feasibility.upstream_ceiling([Fraction("99.9"), Fraction("99.5")]) == Fraction("99.5")
    assert feasibility.upstream_ceiling([]) == 100


def test_a_statement_has_its_figures_and_what_would_break_them() -> None:
    values = [Fraction("99.95")] * 34 + [Fraction("99.5")] * 2
    (found,) = honest.statements(values, Fraction("99.9"), 12, Fraction("0.95"))
    assert isinstance(found, RecordStatement)
    assert (found.met, found.periods, found.following) == (34, 36, 12)
    assert round(found.chance_of_a_miss * 1000) == 578
    assert Assumption.UNIFORM_PRIOR in found.assumes
    assert set(found.broken_by) == set(Breaker)


def test_a_record_without_a_miss_is_followed_by_a_warning() -> None:
    _, warning = honest.statements([Fraction(100)] * 12, Fraction("99.9"), 12, Fraction("0.95"))
    assert isinstance(warning, UnseenStatement)
    assert round(Fraction(warning.bound) * 1000) == 221


def test_no_record_says_nothing_about_misses_never_seen() -> None:
    (found,) = honest.statements([], Fraction("99.9"), 1, Fraction("0.95"))
    assert isinstance(found, RecordStatement)
    assert found.chance_of_a_miss == Fraction(1, 2)


@pytest.mark.parametrize(
    ("compute", "message"),
    [
        (
            lambda: feasibility.chance_all_met(13, 12, 1),
            "The number of periods met is 13. It is a whole number from 0 to 12.",
        ),
        (lambda: feasibility.chance_all_met(1, 2, -1), "The number of periods to come is -1. It is 0 or more."),
        (
            lambda: feasibility.miss_of_cases(20, Fraction(95), Fraction(1)),
            "The chance of a case in time is 95. It is a share from 0 to 1; 99.9 % is 0.999.",
        ),
        (
            lambda: feasibility.miss_of_cases(-1, Fraction(1), Fraction(1)),
            "The number of cases is -1. It is 0 or more.",
        ),
        (
            lambda: feasibility.miss_of_outages(Fraction(-1), Fraction(1), Fraction(1), Fraction(1)),
            "The rate is -1. It is 0 or more.",
        ),
        (
            lambda: feasibility.miss_of_record(Fraction(1), [], 1, Fraction(1)),
            "The number of past outages is 0. A record of lengths holds at least one.",
        ),
        (
            lambda: feasibility.miss_of_record(Fraction(1), [5, 0], 1, Fraction(1)),
            "The length of an outage is 0. It is above 0.",
        ),
        (
            lambda: probability.compound_at_most(3, Fraction(1), {1: Fraction(1, 2)}),
            "The sum of the chances of all lengths is 0.5. It is 1.",
        ),
        (
            lambda: probability.clopper_pearson_lower(3, 2, Fraction("0.95")),
            "The number of cases in time is 3. It is a whole number from 0 to 2.",
        ),
        (
            lambda: probability.clopper_pearson_lower(1, 2, Fraction(95)),
            "The confidence is 95. It is above 0 and below 1; 95 % is 0.95.",
        ),
        (lambda: feasibility.three_over(0), "The number of periods is 0. It is above 0."),
        (
            lambda: feasibility.expected_credit([(Fraction(2, 3), Fraction(1))] * 2),
            "The chance of all bands together is 4/3. It is a share from 0 to 1; 99.9 % is 0.999.",
        ),
    ],
)
def test_an_impossible_record_is_refused(compute: Callable[[], object], message: str) -> None:
    with pytest.raises(Impossible) as refused:
        compute()
    assert str(refused.value) == message
