from __future__ import annotations

import pytest

from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.counting import number_data
from sla_drafter.language.dates import dates_in
from sla_drafter.language.formats import date, month

Readings = list[tuple[str, tuple[tuple[int, int, int], ...]]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_are_those_that_are_printed(language: str) -> None:
    assert [name.casefold() for name in number_data(language)["months"]] == [
        month(at, language).casefold() for at in range(1, 13)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [1, 2, 28])
def test_a_date_that_we_print_is_found(language: str, day: int) -> None:
    import datetime

    printed = date(datetime.date(2027, 3, day), language)
    (found,) = dates_in(f"… {printed}, …", language)
    assert (found.words, found.readings) == (printed, ((2027, 3, day),))


@pytest.mark.parametrize(
    ("language", "text", "readings"),
    [
        ("en", "on 03/04/2027", [("03/04/2027", ((2027, 4, 3), (2027, 3, 4)))]),
        ("en", "from June 31, 2027", [("June 31, 2027", ((2027, 6, 31),))]),
        ("en", "in 4.2.2027", [("4.2.2027", ((2027, 2, 4),))]),
        ("en", "2027-13-01", [("2027-13-01", ((2027, 13, 1),))]),
        ("de", "ab dem 31.06.2027", [("31.06.2027", ((2027, 6, 31),))]),
        ("de", "am 3. März 2027.", [("3. März 2027", ((2027, 3, 3),))]),
        ("fr", "le 03/04/2027", [("03/04/2027", ((2027, 4, 3),))]),
        ("fr", "le 1er Février 2027", [("1er Février 2027", ((2027, 2, 1),))]),
        ("es", "el 31 de junio del 2027", [("31 de junio del 2027", ((2027, 6, 31),))]),
        ("en", "see 1.2.2027.3 and 12/34", []),
    ],
)
def test_dates_in_words_and_figures(language: str, text: str, readings: Readings) -> None:
    assert [(found.words, found.readings) for found in dates_in(text, language)] == readings


def test_days_are_those_of_the_calendar() -> None:
    (found,) = dates_in("03/13/2027", "en")
    assert found.days == ((2027, 3, 13),)
    (found,) = dates_in("30 February 2027", "en")
    assert found.days == ()
