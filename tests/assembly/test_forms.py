from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sla_drafter.assembly.filters import FILTERS
from sla_drafter.assembly.forms import FORMS, said, spell
from sla_drafter.assembly.speller import MissingProse, Speller
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.document.nodes import Blank, Value
from sla_drafter.language.words import words
from sla_drafter.model.metrics import Severity
from sla_drafter.model.scalars import (
    Allowance,
    Choice,
    DayOfYear,
    Duration,
    Fee,
    Formula,
    Money,
    OpeningSpan,
    Percent,
    Prose,
    Quantity,
    Share,
    Target,
    Unit,
    Week,
    WeeklyWindow,
    Window,
    YearlyPeriod,
    Zone,
)
from tests.assembly.sample import HOSTILE, agreement


def speller(refers_to: str = "") -> Speller:
    return Speller(agreement(), words("en"), refers_to)


def hours(amount: str, unit: Unit = Unit.HOUR) -> Duration:
    return Duration(Decimal(amount), unit)


def choice(group: str, one: str) -> Choice:
    return Choice(group, one)


def pounds(amount: str) -> Money:
    return Money(Decimal(amount), "GBP")


def prose(text: str) -> Prose:
    return Prose((("", text),))


def desk(*spans: tuple[int, int, int, int]) -> Week:
    return Week(tuple(OpeningSpan(*span) for span in spans))


AT_LEAST = choice("comparator", "at_least")
SPELLED: list[tuple[str, Any, str]] = [
    ("text", prose(HOSTILE), HOSTILE),
    ("text", "0.1", "0.1"),
    ("percent", Percent(Decimal("99.90")), "99.90%"),
    ("percent", Percent(Decimal(100)), "100%"),
    ("percent", Percent(Decimal("99.999")), "99.999%"),
    ("points", Percent(Decimal("0.1")), "0.1 percentage points"),
    ("points", Percent(Decimal(1)), "1 percentage point"),
    ("money", pounds("12000"), "GBP 12,000"),
    ("money", pounds("0.5"), "GBP 0.50"),
    ("amount", pounds("1200"), "GBP 1,200.00"),
    ("exact", Fraction(199, 2), "99.5%"),
    ("exact", Fraction(1195, 12), "99.583…%"),
    ("exact_fee", MonthlyFee(Fraction(100_000, 12), "GBP"), "GBP 8,333.333…"),
    ("exact_fee", MonthlyFee(Fraction(12_000), "GBP"), "GBP 12,000"),
    ("hms", Fraction(13392, 5), "44 min 38.4 s"),
    ("fee", Fee(pounds("12000"), Unit.MONTH), "GBP 12,000 per month"),
    ("share", Share(Percent(Decimal(50)), Unit.MONTH), "50% per month"),
    ("portion", Share(Percent(Decimal(50)), Unit.MONTH), "50%"),
    ("period", Share(Percent(Decimal(50)), Unit.QUARTER), "quarter"),
    ("allowance", Allowance(hours("4"), Unit.MONTH), "4 hours per month"),
    ("allowance", Allowance(hours("1"), Unit.QUARTER), "1 hour per quarter"),
    ("duration", hours("1"), "1 hour"),
    ("duration", hours("1.5"), "1.5 hours"),
    ("duration", hours("5", Unit.BUSINESS_DAY), "5 business days"),
    ("duration", hours("200", Unit.MILLISECOND), "200 milliseconds"),
    ("interval", hours("1", Unit.MONTH), "month"),
    ("interval", hours("3", Unit.MONTH), "3 months"),
    ("level", Severity("1"), "1"),
    ("time_of_severity", "severities.1.response", "Cases of Severity 1 answered in time"),
    ("quantity", Quantity(Decimal(4000), "connections"), "4,000 connections"),
    ("number", 3, "3"),
    ("number", Decimal("1234.5"), "1,234.5"),
    ("date", date(2027, 1, 1), "1 January 2027"),
    ("noun", choice("law", "england_and_wales"), "England and Wales"),
    ("target", Target(AT_LEAST, Percent(Decimal("99.9"))), "at least 99.9%"),
    ("target", Target(choice("comparator", "at_most"), hours("4")), "at most 4 hours"),
    ("border", Target(AT_LEAST, Percent(Decimal("99.9"))), "99.9%"),
    ("border", Target(AT_LEAST, hours("4")), "4 hours"),
    ("window", Window(choice("window", "calendar_month")), "calendar month"),
    ("window", Window(choice("window", "rolling"), hours("30", Unit.DAY)), "rolling period of 30 days"),
    ("formula", Formula(choice("formula", "time_availability")), "share of time available"),
    ("threshold", Formula(choice("formula", "share_within"), hours("200", Unit.MILLISECOND)), "200 milliseconds"),
    ("week", desk((0, 6, 0, 1440)), "24 hours a day, 7 days a week"),
    ("week", desk((0, 4, 480, 1080)), "Monday to Friday, 08:00 to 18:00"),
    ("week", desk((0, 4, 480, 1080), (5, 5, 0, 1440)), "Monday to Friday, 08:00 to 18:00; Saturday, all day"),
    ("week", desk((6, 6, 0, 1440)), "Sunday, all day"),
    ("weekly_window", WeeklyWindow(6, 240, 360), "Sunday, 04:00 to 06:00"),
    ("yearly_period", YearlyPeriod(DayOfYear(11, 20), DayOfYear(12, 31)), "20 November to 31 December"),
    ("zone", Zone("Europe/London"), "Europe/London"),
    ("language", "de", "German"),
    ("yes_no", True, "yes"),
    ("yes_no", False, "no"),
    ("listed", (prose("one"),), "one"),
    ("listed", (prose("one"), prose("two")), "one and two"),
    (
        "listed",
        (choice("net_of", "tax"), choice("net_of", "one_off_charges"), "Fees"),
        "tax, one-off charges and Fees",
    ),
    ("listed", (date(2027, 1, 1), date(2027, 4, 1)), "1 January 2027 and 1 April 2027"),
    ("listed_or", (prose("one"), prose("two"), prose("three")), "one, two or three"),
]


@pytest.mark.parametrize(("form", "value", "found"), SPELLED)
def test_a_fact_is_spelled(form: str, value: object, found: str) -> None:
    assert spell(value, form, speller()) == found


@pytest.mark.parametrize(
    ("collection", "value", "found"),
    [
        ("roles", "manager", "Service level manager"),
        ("parties", "customer", HOSTILE),
        ("services", "database", "Managed PostgreSQL"),
        ("sources", "probe", "Probe"),
        ("metrics", "availability", "Availability"),
        ("roles", ("manager", "buyer"), "Service level manager and Head of platform"),
        ("roles", "nobody", "nobody"),
        ("hours", "always", "always"),
    ],
)
def test_a_reference_is_spelled_by_what_it_names(collection: str, value: object, found: str) -> None:
    assert spell(value, "named", speller(collection)) == found


def test_every_form_is_spelled_here_and_is_a_filter() -> None:
    assert {form for form, _, _ in SPELLED} | {"named"} == set(FORMS)
    assert set(FORMS) <= set(FILTERS)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_refuses_what_it_cannot_spell(form: str) -> None:
    with pytest.raises(TypeError, match=f"the filter {form} cannot spell object"):
        spell(object(), form, speller())


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"yes_no"}))
def test_yes_and_no_are_no_numbers(form: str) -> None:
    with pytest.raises(TypeError, match="cannot spell bool"):
        spell(True, form, speller())


@pytest.mark.parametrize("value", [None, (), Prose((("de", "Vertrag"),)), (Prose((("de", "Vertrag"),)),)])
def test_what_is_absent_in_this_language_is_a_blank(value: object) -> None:
    form = "listed" if isinstance(value, tuple) else "text"
    found = said(value, "title", form, speller())
    assert isinstance(found, Blank)
    assert found.field == "title"


def test_what_is_present_is_said_with_its_field_and_form() -> None:
    found = said(Percent(Decimal(5)), "a.b", "percent", speller())
    assert isinstance(found, Value)
    assert (found.words, found.field, found.form) == ("5%", "a.b", "percent")


def test_a_text_in_another_language_only_cannot_be_spelled() -> None:
    with pytest.raises(MissingProse, match="en"):
        spell(Prose((("de", "Vertrag"),)), "text", speller())
