from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.language.formats import minor_digits
from sla_drafter.model import scalars as model
from sla_drafter.model.choices import CHOICES
from sla_drafter.readers.agreement_file.currencies import CURRENCIES, SIGNS
from sla_drafter.readers.agreement_file.refused import Refused
from sla_drafter.readers.agreement_file.scalars import KINDS, written
from sla_drafter.readers.agreement_file.words import choice
from sla_drafter.readers.agreement_file.zones import _MEANINGS, known_zones
from tests.readers.agreement_file.values import SCALARS

RIGHT: Mapping[Any, Mapping[str, Any]] = {
    model.Percent: {"99.9%": model.Percent(Decimal("99.9")), "0.01%": model.Percent(Decimal("0.01"))},
    model.Money: {
        "GBP 12,000": model.Money(Decimal(12000), "GBP"),
        "EUR 1,234,567.89": model.Money(Decimal("1234567.89"), "EUR"),
        "USD 0.125": model.Money(Decimal("0.125"), "USD"),
        "KWD 777.777": model.Money(Decimal("777.777"), "KWD"),
        "KWD 1,250": model.Money(Decimal(1250), "KWD"),
        "EUR 777.7770": model.Money(Decimal("777.7770"), "EUR"),
    },
    model.Fee: {
        "GBP 12,000 per month": model.Fee(model.Money(Decimal(12000), "GBP"), model.Unit.MONTH),
        "KWD 777.777 per month": model.Fee(model.Money(Decimal("777.777"), "KWD"), model.Unit.MONTH),
    },
    model.Share: {"50% per year": model.Share(model.Percent(Decimal(50)), model.Unit.YEAR)},
    model.Allowance: {
        "4 hours per month": model.Allowance(model.Duration(Decimal(4), model.Unit.HOUR), model.Unit.MONTH)
    },
    model.Duration: {
        "200 ms": model.Duration(Decimal(200), model.Unit.MILLISECOND),
        "1 business day": model.Duration(Decimal(1), model.Unit.BUSINESS_DAY),
        "8 business hours": model.Duration(Decimal(8), model.Unit.BUSINESS_HOUR),
        "1.5 hours": model.Duration(Decimal("1.5"), model.Unit.HOUR),
    },
    model.Quantity: {"4,000 connections": model.Quantity(Decimal(4000), "connections")},
    model.Target: {
        "at least 99.9%": model.Target(model.Choice("comparator", "at_least"), model.Percent(Decimal("99.9"))),
        "at most 4 hours": model.Target(
            model.Choice("comparator", "at_most"), model.Duration(Decimal(4), model.Unit.HOUR)
        ),
    },
    model.Window: {
        "calendar month": model.Window(model.Choice("window", "calendar_month")),
        "rolling 30 days": model.Window(model.Choice("window", "rolling"), model.Duration(Decimal(30), model.Unit.DAY)),
    },
    model.Formula: {
        "time availability": model.Formula(model.Choice("formula", "time_availability")),
        "share within 200 ms": model.Formula(
            model.Choice("formula", "share_within"), model.Duration(Decimal(200), model.Unit.MILLISECOND)
        ),
    },
    model.Week: {
        "24x7": model.Week((model.OpeningSpan(0, 6, 0, 1440),)),
        "Mon-Fri 08:00-18:00, Sat 09:00-24:00": model.Week(
            (model.OpeningSpan(0, 4, 480, 1080), model.OpeningSpan(5, 5, 540, 1440))
        ),
        "Monday-Friday 08:00-12:00,Mon-Fri 13:00-17:00": model.Week(
            (model.OpeningSpan(0, 4, 480, 720), model.OpeningSpan(0, 4, 780, 1020))
        ),
    },
    model.WeeklyWindow: {"Sunday 04:00-06:00": model.WeeklyWindow(6, 240, 360)},
    model.YearlyPeriod: {
        "20 November to 6 January": model.YearlyPeriod(model.DayOfYear(11, 20), model.DayOfYear(1, 6)),
        "29 February to 1 March": model.YearlyPeriod(model.DayOfYear(2, 29), model.DayOfYear(3, 1)),
    },
    model.Zone: {"Europe/London": model.Zone("Europe/London"), "UTC": model.Zone("UTC")},
    date: {"2028-02-29": date(2028, 2, 29)},
    bool: {"yes": True, "no": False},
    int: {"3": 3, "12,000": 12000},
    Decimal: {"12.50": Decimal("12.50")},
    str: {" as typed ": " as typed "},
}

REFUSED: Mapping[Any, tuple[str, ...]] = {
    model.Percent: ("99.9", "99,9%", "99.9 %", "0.999", "ninety", "-5%", "5 per cent", "."),
    model.Money: (
        "£12,000", "12,000 GBP", "EUR 12.000", "GBP12,000", "GBP 12,00", "GBP 1.200.000", "gbp 12", "GBP 12 000",
        "XXX 3", "GBQ 3", "€ 5", "GBP -5", "GBP 1.234,56", "GBP ١٢", "EUR 777.777",
        "JPY 12.000", "€12.000",
    ),
    model.Fee: (
        "GBP 12,000", "GBP 12,000/month", "GBP 12,000 monthly", "GBP 12.000 per month", "GBP 5 a month",
        "EUR 5 per calendar month", "GBP 5 per minute", "4 hours per month", "EUR 12.500/month",
    ),
    model.Share: ("50%", "50 per month", "50% of the fees", "half per month"),
    model.Allowance: ("4 hours", "4h per month", "4 hours monthly", "4% per month", "4 hours per yaer"),
    model.Duration: (
        "5", "5 mins", "five days", "5 working days", "5 bananas", "200ms", "1.500 hours", "99%",
        "5 Business Days", "1.125 hours", "1.500 hrs",
        "60 minuts", "a day", "next business day", "",
    ),
    model.Quantity: ("4000", "4.000 connections", "4,00 users", "many connections"),
    model.Target: (
        "99.9%", ">= 99.9%", "≥99.9 %", "at least 99,9%", "at most 4h", "at least 99.9", "minimum 95%",
        "up to 4 hours", "at least", "> soon", "at lest 99.9%", "At least 99.9%", "at least99.9%", "at mots 4 hours",
        "less then 4 huors", "under 4 hours", "below 99.9%", "over 99.9%", "99.9% at least", "about 99.9%",
        "between 4 hours and 5 hours", "best effort", "at lest 1.500 hours", "at least lots",
    ),
    model.Window: ("month", "calendar months", "rolling", "rolling 30", "rolling 30 d", "roling 45 days"),
    model.Formula: ("uptime", "share within", "share within 200ms", "time-availability", "share witin 500 ms"),
    model.Week: (
        "24/7", "Mon-Fri 8:00-18:00", "Mon-Fri 8am-6pm", "Mon–Fri 08:00–18:00", "Mo-Fr 08:00-18:00",
        "Fri-Mon 08:00-18:00", "Mon 18:00-08:00", "Mon-Fri 08:00-12:00, Wed 11:00-13:00", "Mon-Fri 08:00-25:00",
        "Monday to Friday, 08:00 to 18:00", "Mon-Fri", "Tue 24:00-24:00",
    ),
    model.WeeklyWindow: ("Sunday 4-6", "Sat-Sun 04:00-06:00", "Sunday 22:00-02:00", "Sundays 04:00-06:00"),
    model.YearlyPeriod: ("20 Nov to 31 Dec", "November 20 - December 31", "20 November", "31 February to 1 March"),
    model.Zone: ("EST", "london", "Europe/Londno", "GMT", "CET", "GB", "local time"),
    date: ("3/5/2026", "13/5/2026", "1 January 2027", "January 1, 2027", "2027-1-1", "2027-02-30", "3.5.2026", "soon"),
    bool: ("true", "Yes", "maybe", "off"),
    int: ("three", "3.5", "1.000", "1.250", "-3"),
    Decimal: ("1,5", "1.250", "x", "1e9", "1" * 40),
}  # fmt: skip


def pairs(table: Mapping[Any, Any]) -> list[tuple[Any, str]]:
    return [(kind, words) for kind, several in table.items() for words in several]


@pytest.mark.parametrize(("kind", "words"), pairs(RIGHT), ids=lambda each: str(getattr(each, "__name__", each)))
def test_a_right_value_is_read_exactly(kind: Any, words: str) -> None:
    assert KINDS[kind].read(words) == RIGHT[kind][words]


def test_every_type_has_right_and_refused_values() -> None:
    assert set(RIGHT) == set(KINDS)
    assert set(REFUSED) == set(KINDS) - {str}  # any text is text


def refusal(read: Callable[[str], Any], words: str) -> Refused:
    with pytest.raises(Refused) as refused:
        read(words)
    return refused.value


def test_every_refusal_says_what_was_found_and_what_would_be_right(golden: Callable[[str, str], None]) -> None:
    lines = []
    for kind, several in REFUSED.items():
        lines += [f"{kind.__name__}", *(f"    {refusal(KINDS[kind].read, words).message}" for words in several), ""]
    golden("\n".join(lines), "agreement_file/refusals.txt")


@pytest.mark.parametrize(("kind", "words"), pairs(REFUSED), ids=lambda each: str(getattr(each, "__name__", each)))
def test_what_is_proposed_is_right(kind: Any, words: str) -> None:
    refused = refusal(KINDS[kind].read, words)
    if refused.right:
        KINDS[kind].read(refused.right)
        assert refused.right in refused.message


AROUND: Mapping[Any, tuple[str, ...]] = {
    model.Money: (*(f"{code} {{}}" for code in ("EUR", "GBP", "JPY", "KWD", "BHD")), "€{}", "{} EUR", "KWD{}"),
    model.Fee: ("EUR {} per month", "JPY {} per year", "KWD {} per quarter", "EUR {}/month", "€{} monthly"),
    model.Allowance: ("{} hours per month", "{} minutes/month", "{} hrs per year"),
    model.Duration: ("{} hours", "{} ms", "{} business days", "{} mins", "{}hours"),
    model.Quantity: ("{} connections",),
    model.Target: ("at most {} hours", "at least {} ms"),
    model.Window: ("rolling {} days",),
    model.Formula: ("share within {} ms",),
    int: ("{}",),
    Decimal: ("{}",),
}


@given(st.sampled_from(pairs(AROUND)), st.integers(0, 999), st.integers(0, 999))
def test_of_a_point_before_three_digits_whatever_the_message_says_to_write_is_read(
    around: tuple[Any, str], before: int, after: int
) -> None:
    kind, value = around
    words = value.format(f"{before}.{after:03}")
    try:
        KINDS[kind].read(words)
    except Refused as refused:
        _, says, told = refused.message.partition(" Write ")
        readings = told.removesuffix(".").removesuffix(" if that is meant").split(" or ")
        if says and "like this" not in told and "without decimals" not in told:
            read = [KINDS[kind].read(reading) for reading in readings]
            assert len(set(read)) == len(read)
            assert words not in readings


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(sorted(CURRENCIES)))
def test_a_point_before_three_digits_is_for_decimals_only_where_a_currency_has_three(
    before: int, after: int, code: str
) -> None:
    words = f"{code} {before}.{after:03}"
    if minor_digits(code) == 3:
        assert KINDS[model.Money].read(words) == model.Money(Decimal(f"{before}.{after:03}"), code)
    else:
        assert f" can be read as {before},{after:03} or as {before}" in refusal(KINDS[model.Money].read, words).message


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_example_of_every_type_is_right(kind: type) -> None:
    assert KINDS[kind].read(KINDS[kind].example) is not None


@given(SCALARS)
def test_what_is_written_is_read_as_the_same_value(value: Any) -> None:
    read = KINDS[type(value)].read
    assert read(written(value)) == value


@given(st.sampled_from([kind for kind in KINDS if kind is not str]), st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_sentence(kind: type, words: str) -> None:
    assert re.search(r"[.?]$", outcome(KINDS[kind].read, words))


def outcome(read: Callable[[str], Any], words: str) -> str:
    """What is said of some words."""
    try:
        return f"{read(words)} was read."
    except Refused as refused:
        return refused.message


@pytest.mark.parametrize("group", CHOICES)
def test_a_word_of_a_list_is_read_by_its_spelling_and_by_its_id(group: str) -> None:
    for id_, spelling in CHOICES[group].items():
        assert choice(spelling, group) == choice(id_, group) == model.Choice(group, id_)
        assert written(model.Choice(group, id_)) == spelling


def test_a_near_word_is_proposed_and_a_far_one_gets_the_list() -> None:
    assert "Did you mean half up?" in refusal(lambda words: choice(words, "money_rounding"), "half-upp").message
    message = refusal(lambda words: choice(words, "money_rounding"), "bankers").message
    assert message == '"bankers" is not one of the words for this. Write half up, half even or down.'


def test_every_currency_has_minor_units_and_every_sign_a_currency() -> None:
    assert all(minor_digits(code) >= 0 for code in CURRENCIES)
    assert set(SIGNS.values()) <= CURRENCIES


def test_every_zone_an_abbreviation_may_mean_is_a_zone() -> None:
    assert {zone for zones in _MEANINGS.values() for zone in zones} <= known_zones()
