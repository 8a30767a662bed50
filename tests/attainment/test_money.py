from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment import fees, money
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.language.formats import UnknownCurrency
from sla_drafter.model.scalars import Fee, Money, Unit

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=6)


@pytest.mark.parametrize(
    ("amount", "currency", "mode", "found"),
    [
        ("33.345", "EUR", "half_up", "33.35"),
        ("33.345", "EUR", "half_even", "33.34"),
        ("33.349", "EUR", "down", "33.34"),
        ("1234.5", "JPY", "half_up", "1235"),
        ("1234.5", "JPY", "half_even", "1234"),
        ("12.3445", "KWD", "half_up", "12.345"),
        ("0", "USD", "half_up", "0.00"),
    ],
)
def test_money_has_the_minor_unit_of_its_currency(amount: str, currency: str, mode: str, found: str) -> None:
    rounded = money.round_once(Fraction(amount), currency, mode)
    assert rounded == Money(Decimal(found), currency)
    assert format(rounded.amount, "f") == found


@given(amounts, st.sampled_from([("half_up", ROUND_HALF_UP), ("half_even", ROUND_HALF_EVEN), ("down", ROUND_DOWN)]))
def test_rounding_is_that_of_decimals(amount: Decimal, mode: tuple[str, str]) -> None:
    found = money.round_once(Fraction(amount), "EUR", mode[0]).amount
    assert found == amount.quantize(Decimal("0.01"), rounding=mode[1])


@given(amounts)
def test_an_amount_that_is_rounded_stays_as_it_is(amount: Decimal) -> None:
    once = money.round_once(Fraction(amount), "EUR").amount
    assert money.round_once(Fraction(once), "EUR").amount == once


@given(st.lists(amounts, max_size=8))
def test_rounding_once_is_off_by_half_a_cent_at_most_and_rounding_lines_by_half_a_cent_each(
    lines: list[Decimal],
) -> None:
    exact = [Fraction(line) for line in lines]
    once, each = money.rounded_sum(exact, "EUR").amount, money.sum_of_rounded(exact, "EUR").amount
    assert abs(Fraction(once) - sum(exact)) <= Fraction(1, 200)
    assert abs(Fraction(each) - sum(exact)) <= Fraction(len(lines), 200)


def test_a_large_amount_is_exact_whatever_the_context_says() -> None:
    with localcontext() as context:
        context.prec = 3
        assert money.round_once(Fraction("123456789012345678901234567890.125"), "EUR").amount == Decimal(
            "123456789012345678901234567890.13"
        )


def test_an_unknown_rounding_and_an_unknown_currency_are_refused() -> None:
    with pytest.raises(Impossible, match=r"A way of rounding is 'bankers'\. It is one of: half_up, half_even, down"):
        money.round_once(Fraction(1), "EUR", "bankers")
    with pytest.raises(UnknownCurrency, match="'XYZ' is not a currency"):
        money.round_once(Fraction(1), "XYZ")


@pytest.mark.parametrize(("per", "monthly"), [(Unit.MONTH, "1200"), (Unit.QUARTER, "400"), (Unit.YEAR, "100")])
def test_a_fee_comes_to_equal_months(per: Unit, monthly: str) -> None:
    assert fees.monthly_fee(Fee(Money(Decimal(1200), "EUR"), per)) == Fraction(monthly)


def test_a_fee_per_day_has_no_month_without_a_calendar() -> None:
    with pytest.raises(Impossible, match=r"The period of the fee is 'day'\. It is one of: month, quarter, year\."):
        fees.monthly_fee(Fee(Money(Decimal(1), "EUR"), Unit.DAY))


@given(st.integers(1990, 2100), st.fractions(min_value=0, max_value=10**9))
def test_the_months_of_a_year_add_to_the_annual_fee_by_days_and_by_twelfths(year: int, annual: Fraction) -> None:
    assert sum(fees.daily_actual(annual, year, month) for month in range(1, 13)) == annual
    assert 12 * fees.twelfth(annual) == annual


@given(st.integers(1, 27))
def test_the_two_parts_of_a_month_add_to_its_fee(last: int) -> None:
    before = fees.part_of_month(Fraction(1000), 2027, 2, 1, last)
    after = fees.part_of_month(Fraction(1000), 2027, 2, last + 1)
    assert before.fee + after.fee == 1000
    assert before.days + after.days == before.of == 28


@pytest.mark.parametrize(("first", "last"), [(0, 5), (5, 4), (3, 29)])
def test_days_outside_the_month_are_refused(first: int, last: int) -> None:
    with pytest.raises(Impossible, match=rf"The part of the month is 'day {first} to day {last}'\. .* from 1 to 28\."):
        fees.part_of_month(Fraction(1000), 2027, 2, first, last)


def test_a_month_has_a_number_from_one_to_twelve() -> None:
    with pytest.raises(Impossible, match="The month is 13"):
        fees.days_of(2027, 13)


def test_a_credit_takes_its_share_of_the_margin() -> None:
    assert [fees.share_of_margin(Fraction(each), Fraction(20)) for each in (0, 5, 10, 30)] == [0, 25, 50, 150]


@pytest.mark.parametrize("margin", [0, -5, 101])
def test_a_margin_that_is_none_is_refused(margin: int) -> None:
    with pytest.raises(Impossible, match=f"The margin is {margin}"):
        fees.share_of_margin(Fraction(5), Fraction(margin))
