from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language.counting import spelled_decimal, spelled_number


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "thirty", ("thirty", 30)),
        ("en", "within Forty-five", ("Forty-five", 45)),
        ("en", "the sum of one hundred and twenty-five", ("one hundred and twenty-five", 125)),
        ("en", "two thousand three hundred", ("two thousand three hundred", 2300)),
        ("en", "hundred", ("hundred", 100)),
        ("en", "cats and thirty", ("thirty", 30)),
        ("en", "cats and dogs", None),
        ("en", "thirty days", None),
        ("en", "thirty and", None),
        ("de", "innerhalb von dreißig", ("dreißig", 30)),
        ("de", "Einundzwanzig", ("Einundzwanzig", 21)),
        ("de", "einem", ("einem", 1)),
        ("de", "hundertfünfzig", ("hundertfünfzig", 150)),
        ("de", "zweitausenddreihundertvierundfünfzig", ("zweitausenddreihundertvierundfünfzig", 2354)),
        ("de", "Kunde und", None),
        ("de", "Dreirad", None),
        ("fr", "dans les soixante-quinze", ("soixante-quinze", 75)),
        ("fr", "quatre-vingt-dix-neuf", ("quatre-vingt-dix-neuf", 99)),
        ("fr", "vingt et un", ("vingt et un", 21)),
        ("fr", "deux cents", ("deux cents", 200)),
        ("fr", "mille deux cent trente", ("mille deux cent trente", 1230)),
        ("fr", "le client et", None),
        ("es", "treinta y cinco", ("treinta y cinco", 35)),
        ("es", "de veintidós", ("veintidós", 22)),
        ("es", "mil doscientos cincuenta", ("mil doscientos cincuenta", 1250)),
        ("es", "dos mil", ("dos mil", 2000)),
        ("es", "cliente y", None),
    ],
)
def test_the_number_at_the_end_of_some_words_is_read(language: str, words: str, number: tuple[str, int] | None) -> None:
    assert spelled_number(words, language) == number


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "of ninety-nine point nine", ("ninety-nine point nine", "99.9")),
        ("en", "ninety-nine point nine nine five", ("ninety-nine point nine nine five", "99.995")),
        ("en", "zero point zero five", ("zero point zero five", "0.05")),
        ("en", "at this point thirty", ("thirty", "30")),
        ("en", "a point of view", None),
        ("de", "von neunundneunzig Komma neun fünf", ("neunundneunzig Komma neun fünf", "99.95")),
        (
            "fr",
            "quatre-vingt-dix-neuf virgule quatre-vingt-quinze",
            ("quatre-vingt-dix-neuf virgule quatre-vingt-quinze", "99.95"),
        ),
        ("es", "noventa y nueve coma noventa y cinco", ("noventa y nueve coma noventa y cinco", "99.95")),
    ],
)
def test_a_number_with_a_point_is_read(language: str, words: str, number: tuple[str, str] | None) -> None:
    read = spelled_decimal(words, language)
    assert read == (number and (number[0], Decimal(number[1])))


def test_another_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        spelled_number("trenta", "it")
