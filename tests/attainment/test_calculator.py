from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from sla_drafter.attainment.calculator import calculator, minutes_typed
from sla_drafter.attainment.instants import MINUTE, SECOND
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.document.site import Calculator, Limit
from sla_drafter.language.words import words
from tests.attainment.months import agreed, at, down, month, of_outages

LADDER = "- {below: 99.9%, credit: 10%}"
QUERIES = "query_time: [{below: 95.0%, credit: 5%}, {below: 90.0%, credit: 10%}]"
FEE = "fee: GBP 12,000 per month"


def made(*edits: tuple[str, str], metric: str = "availability") -> Calculator | None:
    agreement = agreed(*edits)
    assert agreement.credits
    ladder = next(one for one in agreement.credits.ladders if one.id == metric)
    spoken = Spoken(agreement, words("en"), zone_of(agreement))
    outage = down(at(3, 10), at(3, 10, 20))
    return calculator([month(agreement, of_outages([outage]))], ladder, spoken)


def found(*edits: tuple[str, str], metric: str = "availability") -> Calculator:
    sums = made(*edits, metric=metric)
    assert sums
    return sums


def test_borders_and_credits_become_whole_numbers_of_one_unit() -> None:
    sums = found((LADDER, "- {below: 99.9%, credit: 7.125%}"))
    assert sums.units == 40
    assert sums.target == 3996
    assert [(rung.low, rung.high, rung.credit) for rung in sums.rungs] == [
        (3960, 3996, 285), (3800, 3960, 1000), (None, 3800, 2000)
    ]  # fmt: skip
    assert [Fraction(rung.credit, sums.units) for rung in sums.rungs] == [Fraction("7.125"), 25, 50]


def test_a_border_belongs_to_the_better_band() -> None:
    assert {(rung.low_included, rung.high_included) for rung in found().rungs} == {(True, False)}


def test_money_is_whole_numbers_of_one_part_limits_too() -> None:
    sums = found((FEE, "fee: GBP 9,517.35 per month"))
    assert Decimal(sums.fee) / sums.parts == Decimal("9517.35")
    assert sums.limits == (Limit("limit for the month", 4758675 * sums.parts // 1000),)
    assert (sums.digits, sums.rounding) == (2, "half_up")


def test_the_step_of_reported_values_is_a_whole_number_too() -> None:
    sums = found(("value_rounding: none", "value_rounding: two places half up"))
    assert (sums.units, sums.quantum) == (100, 1)
    assert found().quantum is None


def test_a_limit_of_a_year_is_named_as_one() -> None:
    limits = found(("cap: 50% per month", "cap: 10% per year")).limits
    assert limits == (Limit("limit for a longer period", 14400),)


def test_the_form_starts_from_what_was_measured_and_from_months() -> None:
    starts = [(start.words, start.whole, start.part) for start in found().starts]
    assert starts[0] == ("March 2027, as measured", "44580", "20")
    assert starts[1:] == [(f"a month of {days} days", str(days * 1440), "0") for days in (31, 30, 29, 28)]


def test_a_window_that_is_not_over_is_nothing_to_start_from() -> None:
    metric = "target: at least 99.9%\n    window: "
    starts = found((f"{metric}calendar month", f"{metric}calendar year")).starts
    assert starts == ()


def test_where_no_events_were_measured_there_is_nothing_to_start_from() -> None:
    sums = found(metric="query_time")
    assert (sums.is_time, sums.starts) == (False, ())


@pytest.mark.parametrize(
    "edit",
    [
        (QUERIES, "query_time: [{from: 80%, to: 95%, credit: 5%}, {from: 0%, to: 85%, credit: 10%}]"),
        (FEE, "fee: GBP 12,000 per year"),
    ],
    ids=["two bands that differ hold one value", "no fee of a month"],
)
def test_a_credit_that_has_no_one_answer_has_no_sum(edit: tuple[str, str]) -> None:
    agreement = agreed(edit)
    assert agreement.credits
    spoken = Spoken(agreement, words("en"), zone_of(agreement))
    ladder = next(one for one in agreement.credits.ladders if one.id == "query_time")
    assert calculator([], ladder, spoken) is None


@pytest.mark.parametrize(
    ("microseconds", "typed"),
    [
        (Fraction(90 * SECOND), "1.5"),
        (Fraction(20 * SECOND), "0:20"),
        (Fraction(MINUTE + 1), "1:00.000001"),
        (Fraction(0), "0"),
        (Fraction(44640 * MINUTE), "44640"),
        (Fraction(MINUTE, 7), None),
    ],
)
def test_a_length_of_time_is_typed_exactly_or_not_at_all(microseconds: Fraction, typed: str | None) -> None:
    assert minutes_typed(microseconds) == typed
