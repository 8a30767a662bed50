"""Fees for a quarter or a year: what they come to in a month, and what a miss earns of it; every figure by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.fees import MonthlyFee, fee_by_days
from sla_drafter.attainment.monthly_fees import fee_base, fees_of_longer, lacks_proration
from sla_drafter.attainment.promised import earned
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.trace import steps_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.attainment.worked_example import worked_example
from sla_drafter.language.words import words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.scalars import Fee, Money, Unit
from sla_drafter.readers.agreement_file import loads
from tests.attainment.test_credit_shapes import BASE, amount, outages, record

YEARLY, QUARTERLY = "GBP 120000 per year", "GBP 100 per quarter"
MAY, JUNE = date(2027, 5, 1), date(2027, 6, 1)
FIVE_HOURS = 300


def agreed(
    fee: str, proration: str = "", credit: str = "5%", terms: str = "{}", month: str = "of failure"
) -> Agreement:
    rule = f", proration: {proration}" if proration else ""
    text = BASE.replace("GBP 10000 per month", fee).replace("{TERMS}", terms)
    text = text.replace("month: of failure", f"month: {month}{rule}")
    ladder = f"  ladders: {{uptime: [{{below: 99.5%, credit: {credit}}}]}}\n"
    return loads(text + ladder, "fees.yaml", {}).agreement


def missed(agreement: Agreement, *months: date) -> Statement:
    """The statement of the last of the months, each with five hours down on its first day."""
    return statement_of(agreement, record(outages(dict.fromkeys(months, FIVE_HOURS))), month_of(months[-1]))


@pytest.mark.parametrize(
    ("fee", "proration", "credit", "month", "due"),
    [
        (YEARLY, "equal months", "5%", JUNE, "500.00"),
        (YEARLY, "by days", "5%", JUNE, "493.15"),  # 120,000 x 30 / 365 = 9,863.0136…
        (YEARLY, "by days", "5%", date(2028, 2, 1), "475.41"),  # 120,000 x 29 / 366 = 9,508.1967…
        (QUARTERLY, "equal months", "50%", JUNE, "16.67"),  # a third of 100
        (QUARTERLY, "by days", "50%", JUNE, "16.48"),  # 100 x 30 / 91 = 32.9670…
        ("GBP 10000 per month", "by days", "5%", JUNE, "500.00"),
    ],
)
def test_a_miss_earns_its_share_of_the_fee_of_its_month(
    fee: str, proration: str, credit: str, month: date, due: str
) -> None:
    assert amount(missed(agreed(fee, proration, credit), month)) == Decimal(due)


def test_the_fees_of_the_month_before_count_its_own_days() -> None:
    agreement = agreed(YEARLY, "by days", month="preceding")
    assert amount(missed(agreement, JUNE)) == Decimal("509.59")  # 120,000 x 31 / 365 = 10,191.7808…


def test_nothing_is_rounded_before_the_one_rounding() -> None:
    third = fee_base(agreed(QUARTERLY, "equal months"), "uptime")
    assert third == MonthlyFee(Fraction(100, 3), "GBP")
    steps = {step.name: step for step in steps_of(missed(agreed(QUARTERLY, "equal months"), JUNE), "uptime")}
    assert (steps["amount"].fee, steps["amount"].after) == (Fraction(100, 3), Fraction(5, 3))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "5% of GBP 9,863.0136… (in proportion to the days of that month)"),
        ("de", "5\N{NO-BREAK SPACE}% von 9.863,0136… GBP (nach den Tagen dieses Monats bemessen)"),
    ],
)
def test_the_fourth_step_names_the_fee_and_its_rule(language: str, said: str) -> None:
    agreement = agreed(YEARLY, "by days")
    step = next(step for step in steps_of(missed(agreement, JUNE), "uptime") if step.name == "amount")
    assert Spoken(agreement, words(language), zone_of(agreement)).before_after(step, "GBP")[0] == said


def test_the_fourth_step_of_a_monthly_fee_has_no_rule_to_name() -> None:
    step = next(step for step in steps_of(missed(agreed("GBP 10 per month", "by days"), JUNE)) if step.number == 8)
    assert step.proration is None
    steps = steps_of(missed(agreed("GBP 10 per month", "by days"), JUNE), "uptime")
    assert [step.proration for step in steps] == [None] * len(steps)


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        # May 2,038.36 of 20% of 120,000 x 31 / 365; a year's fees are 120,000, so that 2% are 2,400.
        ("{annual_cap: 2%}", "361.64"),
        ("{cap: 10% per month}", "986.30"),
        # The second quarter of 2027 is 120,000 x 91 / 365 = 29,917.8082…; 10% of it less May.
        ("{cap: 10% per quarter}", "953.42"),
    ],
)
def test_a_cap_is_a_share_of_the_fees_of_its_own_period(terms: str, due: str) -> None:
    assert amount(missed(agreed(YEARLY, "by days", "20%", terms), MAY, JUNE)) == Decimal(due)


def test_without_a_rule_a_fee_for_a_year_gives_no_amount_and_its_statement_is_refused() -> None:
    agreement = agreed(YEARLY)
    assert lacks_proration(agreement, "uptime")
    assert earned(agreement, "uptime", Fraction(99)).credit is None
    assert worked_example(agreement) is None
    with pytest.raises(Impossible, match=r"credits\.fee_base\.proration.*equal months, or by days"):
        missed(agreement, JUNE)


def test_an_example_by_days_is_about_the_first_month_of_thirty_days() -> None:
    example = worked_example(agreed(YEARLY, "by days"))
    assert example is not None
    assert example.earned.fee == MonthlyFee(Fraction(120_000 * 30, 365), "GBP")
    assert example.earned.credit == Money(Decimal("493.15"), "GBP")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.decimals(0, 10**9, places=2))
def test_the_months_of_a_quarter_and_of_a_year_add_to_their_fees(day: date, price: Decimal) -> None:
    for per, months in ((Unit.QUARTER, range(3)), (Unit.YEAR, range(12))):
        first = day.month - (day.month - 1) % len(months)
        found = (fee_by_days(Fee(Money(price, "GBP"), per), date(day.year, first + month, 1)) for month in months)
        assert sum(found) == Fraction(price)


@pytest.mark.parametrize("proration", ["equal months", "by days"])
def test_the_fees_of_a_year_are_those_of_its_months(proration: str) -> None:
    assert fees_of_longer(agreed(YEARLY, proration), "uptime", JUNE)[Unit.YEAR] == 120_000
