from __future__ import annotations

from datetime import date

import pytest

from sla_drafter.attainment.places import PLACES
from sla_drafter.attainment.public_holidays import Place, UnknownPlace, closed_days, named, place

ENGLAND_2026 = {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-26", "12-28"}


def test_the_bank_holidays_of_england_and_wales_are_known() -> None:
    assert closed_days("England and Wales", (2026,)) == {date.fromisoformat(f"2026-{day}") for day in ENGLAND_2026}


def test_days_are_given_for_the_years_that_are_asked_for() -> None:
    assert {day.year for day in closed_days("Scotland", (2026, 2028))} == {2026, 2028}


@pytest.mark.parametrize(
    ("words", "country", "part"),
    [
        ("England and Wales", "GB", "ENG"),
        ("the United Kingdom", "GB", ""),
        ("Bavaria", "DE", "BY"),
        ("Bayern, Germany", "DE", "BY"),
        ("Germany (Bavaria)", "DE", "BY"),
        ("de-by", "DE", "BY"),
        ("New York", "US", "NY"),
        ("Georgia, United States", "US", "GA"),
        ("Georgia (country)", "GE", ""),
        ("France", "FR", ""),
        ("Zürich", "CH", "ZH"),
        ("England und Wales", "GB", "ENG"),
        ("Angleterre et pays de Galles", "GB", "ENG"),
        ("Inglaterra y Gales", "GB", "ENG"),
        ("Schweden", "SE", ""),
        ("États-Unis", "US", ""),
        ("Suecia", "SE", ""),
        ("Bayern, Alemania", "DE", "BY"),
    ],
)
def test_a_place_is_known_by_the_names_that_contracts_use(words: str, country: str, part: str) -> None:
    assert place(words) == Place(country, part)


@pytest.mark.parametrize("words", PLACES)
def test_every_place_of_the_table_has_holidays(words: str) -> None:
    assert closed_days(words, (2027,))


def test_days_may_be_written_one_by_one_and_beside_a_place() -> None:
    assert named("2027-12-24, 2027-12-31") == (date(2027, 12, 24), date(2027, 12, 31))
    both = closed_days("England and Wales; 2027-12-24", (2027,))
    assert both == closed_days("England and Wales", (2027,)) | {date(2027, 12, 24)}


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Englnd and Wales", "England and Wales"),
        ("Bavria", "Bavaria"),
        ("Georgia", "Georgia, United States or Georgia (country)"),
        ("the Moon, Germany", ""),
        ("2027-02-30", "Write a country, a part of one, or dates."),
    ],
)
def test_an_unknown_place_is_refused_with_those_that_are_near(words: str, near: str) -> None:
    with pytest.raises(UnknownPlace, match="No public holidays are known") as refused:
        closed_days(words, (2027,))
    assert near in str(refused.value)
