from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.bands import zone_of
from sla_drafter.attainment.monthly_fees import fee_base
from sla_drafter.attainment.promised import earned
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.usual_month import month_of_days
from sla_drafter.attainment.worked_example import allowed, lengths, worked_example
from sla_drafter.model.agreement import Agreement
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.clauses import load_library

STARTER = (files("sla_drafter.templates") / "starters" / "managed_database.yaml").read_text(encoding="utf-8")
LOADED = loads(STARTER, "agreement.yaml", load_library().clauses)


def changed(**facts: str) -> Agreement:
    """The starter with other facts; `__` stands for the point of a path."""
    return LOADED.set({path.replace("__", "."): value for path, value in facts.items()}).agreement


def test_the_downtime_that_a_target_allows_depends_on_the_days_of_the_month() -> None:
    found = {one.days: one.downtime for one in allowed(LOADED.agreement)}
    assert found == {28: Fraction("2419.2"), 29: Fraction("2505.6"), 30: Fraction(2592), 31: Fraction("2678.4")}


@pytest.mark.parametrize(
    ("window", "days"),
    [
        ("calendar month", (28, 29, 30, 31)),
        ("calendar quarter", (90, 91, 92)),
        ("calendar year", (365, 366)),
        ("rolling 30 days", (30,)),
        ("rolling 2 weeks", (14,)),
        ("rolling 3 months", ()),
    ],
)
def test_a_window_has_the_lengths_of_its_calendar(window: str, days: tuple[int, ...]) -> None:
    assert lengths(changed(metrics__availability__window=window).metrics[0].window) == days


def test_a_service_that_closes_has_no_table_of_months() -> None:
    assert allowed(changed(services__database__hours="desk")) == ()


def test_the_example_is_a_round_outage_in_the_middle_of_the_first_band() -> None:
    example = worked_example(LOADED.agreement)
    assert example is not None
    assert (example.metric.id, example.days, example.outage) == ("availability", 30, Fraction(2 * 3600))
    assert example.earned.value == Fraction(1795, 18)
    assert example.earned.percent == 5
    assert str(example.earned.credit) == "Money(amount=Decimal('475.00'), currency='GBP')"


@given(st.integers(min_value=1, max_value=9_999), st.integers(min_value=1, max_value=9_999))
def test_the_value_of_the_example_lies_in_the_first_band_whatever_the_ladder(one: int, other: int) -> None:
    low, high = (f"{each // 100}.{each % 100:02}%" for each in sorted((one, other)))
    ladder = f"[{{from: {low}, to: {high}, credit: 7%}}]"
    agreement = changed_ladder(ladder) if one != other else LOADED.agreement
    example = worked_example(agreement)
    assert example is not None
    assert zone_of(agreement.credits.ladders[0].bands[0]).holds(example.earned.value)  # type: ignore[union-attr]


def changed_ladder(ladder: str) -> Agreement:
    lines = (
        "      - {below: 99.9%, credit: 5%}\n      - {below: 99.5%, credit: 15%}\n      - {below: 98.0%, credit: 40%}\n"
    )
    assert lines in STARTER
    return loads(STARTER.replace(f"\n{lines}", f" {ladder}\n"), "agreement.yaml", load_library().clauses).agreement


def test_without_a_ladder_for_an_outage_the_example_is_a_value() -> None:
    text = STARTER.replace("    formula: time availability\n", "    formula: request availability\n")
    example = worked_example(loads(text, "agreement.yaml", load_library().clauses).agreement)
    assert example is not None
    assert example.outage is None
    assert example.earned.value == Fraction("99.7")


@pytest.mark.parametrize("fee", ["GBP 100,000 per year", ""])
def test_without_a_monthly_fee_there_is_no_example(fee: str) -> None:
    agreement = LOADED.set({"services.database.fee": fee or None}).agreement
    assert worked_example(agreement) is None
    assert earned(agreement, "availability", Fraction(99)).credit is None
    assert earned(agreement, "availability", Fraction(99)).percent == 15


def test_a_ladder_that_gives_two_answers_makes_no_example_and_is_refused_when_asked() -> None:
    agreement = changed_ladder("[{from: 99%, to: 99.9%, credit: 5%}, {from: 99%, to: 99.8%, credit: 9%}]")
    example = worked_example(agreement)
    assert example is not None
    assert example.metric.id == "query_time"
    with pytest.raises(Impossible, match="only one band may hold it"):
        earned(agreement, "availability", Fraction("99.5"))


def test_the_cap_limits_the_credit_and_not_the_amount() -> None:
    found = earned(changed(credits__terms__cap="3% per month"), "availability", Fraction("99.7"))
    assert found.amount is not None
    assert found.credit is not None
    assert [found.amount.amount, found.credit.amount] == [475, 285]


def test_a_value_is_rounded_before_the_ladder_where_the_agreement_says_so() -> None:
    agreement = changed(time__value_rounding="two places half up")
    assert earned(agreement, "availability", Fraction("99.896")).percent == 0
    assert earned(LOADED.agreement, "availability", Fraction("99.896")).percent == 5


def test_the_fees_of_all_services_are_added_where_credits_are_a_share_of_them() -> None:
    agreement = changed(credits__fee_base__fees="all services")
    base = fee_base(agreement, "availability")
    assert base is not None
    assert [base.amount, base.currency] == [9500, "GBP"]


def test_a_metric_without_a_ladder_is_named_with_those_that_have_one() -> None:
    with pytest.raises(Impossible, match="availability, query_time"):
        earned(LOADED.agreement, "speed", Fraction(99))


@pytest.mark.parametrize(
    ("zone", "month"),
    [("Europe/London", date(2027, 4, 1)), ("Australia/Sydney", date(2027, 6, 1)), ("Africa/Cairo", date(2027, 6, 1))],
)
def test_the_month_of_the_example_has_no_change_of_clocks(zone: str, month: date) -> None:
    assert month_of_days(changed(time__zone=zone), 30) == month
