from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from sla_drafter.attainment.bands import Zone
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.lints import spelled
from sla_drafter.model.scalars import Duration, Percent, Unit
from tests.lints.cases import base


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (Fraction(7776), "2 h 9 min 36 s"),
        (Fraction(0), "0 s"),
        (Fraction("25.92"), "25.9 s"),
        (Fraction(86400), "1 d"),
        (Fraction(90061), "1 d 1 h 1 min 1 s"),
    ],
)
def test_a_length_of_time_is_said_in_its_units(length: Fraction, words: str) -> None:
    assert spelled.seconds(length) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (Zone(Fraction("99.5"), True, Fraction("99.9"), False), "from 99.5% up to 99.9%"),
        (Zone(Fraction("97.9"), False, Fraction(98), True), "above 97.9% up to and including 98%"),
        (Zone(Fraction(99), True, Fraction(99), True), "exactly 99%"),
        (Zone(Fraction(0), True, Fraction(95), False), "below 95%"),
        (Zone(Fraction("99.9"), True, Fraction(100), True), "from 99.9%"),
    ],
)
def test_a_zone_says_which_borders_belong_to_it(zone: Zone, words: str) -> None:
    assert spelled.zone(zone) == words


def test_facts_are_said_as_a_person_writes_them() -> None:
    agreement = base().agreement
    assert spelled.fact(Percent(Decimal("99.90")), agreement) == "99.90%"
    assert spelled.fact(Duration(Decimal(1), Unit.BUSINESS_DAY), agreement) == "1 business day"
    assert spelled.fact(agreement.metrics[0].target, agreement) == "at least 99.9%"
    assert spelled.fact(date(2027, 1, 1), agreement) == "1 January 2027"
    assert spelled.fact(agreement.services[0].fee, agreement) == "GBP 12,000 per month"


def test_a_share_of_a_fee_is_an_amount_with_its_cents() -> None:
    fee = MonthlyFee(Fraction(12000), "GBP")
    assert spelled.part_of(fee, Fraction("12.5")) == "GBP 1,500.00"
    assert spelled.part_of(fee, Fraction(0)) == "GBP 0.00"
    assert spelled.part_of(MonthlyFee(Fraction(100, 3), "GBP"), Fraction(10)) == "GBP 3.333…"


def test_counts_have_their_noun() -> None:
    assert [spelled.counted(count, "page") for count in (1, 2)] == ["1 page", "2 pages"]
    assert spelled.listed(["a", "b", "c"]) == "a, b and c"
