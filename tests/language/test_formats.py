import datetime
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.errors import UnknownLanguage
from sla_drafter.language import formats
from sla_drafter.language.locales import LOCALES, locale

_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40, places=None)


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("99.9", "99.9%", "99,9\xa0%"),
        ("99.950", "99.950%", "99,950\xa0%"),
        ("99.50", "99.50%", "99,50\xa0%"),
        ("99.9999999", "99.9999999%", "99,9999999\xa0%"),
        ("100", "100%", "100\xa0%"),
        ("0", "0%", "0\xa0%"),
    ],
)
def test_a_percentage_prints_the_digits_that_were_typed(value: str, english: str, german: str) -> None:
    assert formats.percent(Decimal(value), "en") == english
    assert formats.percent(Decimal(value), "de") == german


@given(_DECIMALS)
def test_a_number_in_english_reads_back_as_itself_digit_by_digit(value: Decimal) -> None:
    spelled = formats.number(value, "en").replace(",", "")
    assert Decimal(spelled) == value
    assert spelled == format(value, "f")


@given(_DECIMALS)
def test_german_and_english_numbers_differ_in_their_signs_only(value: Decimal) -> None:
    swapped = formats.number(value, "en").translate(str.maketrans(",.", ".,"))
    assert formats.number(value, "de") == swapped


def test_a_number_is_grouped_by_threes() -> None:
    assert formats.number(1234567, "en") == "1,234,567"
    assert formats.number(Decimal("1E+3"), "en") == "1,000"
    assert formats.number(Decimal("-12000.50"), "de") == "-12.000,50"
    assert formats.number(Decimal("12000.5"), "fr") == "12\u202f000,5"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_number_is_not_printed(value: str) -> None:
    with pytest.raises(ValueError, match="no digits to print"):
        formats.number(Decimal(value), "en")


@pytest.mark.parametrize(
    ("amount", "currency", "english", "german"),
    [
        ("12000", "GBP", "GBP 12,000", "12.000 GBP"),
        ("12000.00", "GBP", "GBP 12,000", "12.000 GBP"),
        ("1200.5", "GBP", "GBP 1,200.50", "1.200,50 GBP"),
        ("1200.505", "GBP", "GBP 1,200.505", "1.200,505 GBP"),
        ("1200.500", "GBP", "GBP 1,200.50", "1.200,50 GBP"),
        ("1E+4", "EUR", "EUR 10,000", "10.000 EUR"),
        ("0.0", "EUR", "EUR 0", "0 EUR"),
        ("-3.1", "EUR", "EUR -3.10", "-3,10 EUR"),
        ("12.5", "KWD", "KWD 12.500", "12,500 KWD"),
        ("150", "JPY", "JPY 150", "150 JPY"),
    ],
)
def test_money_has_its_code_and_cents_only_where_there_are_any(
    amount: str, currency: str, english: str, german: str
) -> None:
    assert formats.money(Decimal(amount), currency, "en") == english
    assert formats.money(Decimal(amount), currency, "de") == german


def test_a_statement_prints_the_cents_of_a_whole_amount_too() -> None:
    assert formats.money(Decimal(1200), "GBP", "en", minor_units=True) == "GBP 1,200.00"
    assert formats.money(Decimal(0), "GBP", "en", minor_units=True) == "GBP 0.00"
    assert formats.money(Decimal(1200), "JPY", "en", minor_units=True) == "JPY 1,200"


@given(st.decimals(min_value=-(10**20), max_value=10**20), st.sampled_from(["GBP", "JPY", "KWD"]), st.booleans())
def test_no_amount_of_money_is_rounded(amount: Decimal, currency: str, minor_units: bool) -> None:
    spelled = formats.money(amount, currency, "en", minor_units=minor_units)
    assert Decimal(spelled.removeprefix(f"{currency} ").replace(",", "")) == amount


@pytest.mark.parametrize("currency", ["ZZZ", "gbp", "£", "GB", "", "../GBP"])
def test_what_is_no_currency_is_refused(currency: str) -> None:
    with pytest.raises(formats.UnknownCurrency, match="ISO 4217"):
        formats.money(Decimal(1), currency, "en")


def test_a_currency_knows_its_minor_units() -> None:
    assert {code: formats.minor_digits(code) for code in ("GBP", "EUR", "USD", "JPY", "KWD")} == {
        "GBP": 2,
        "EUR": 2,
        "USD": 2,
        "JPY": 0,
        "KWD": 3,
    }


def test_a_date_has_its_month_in_words() -> None:
    day = datetime.date(2027, 1, 1)
    assert [formats.date(day, language) for language in LOCALES] == [
        "1 January 2027",
        "1. Januar 2027",
        "1er janvier 2027",
        "1 de enero de 2027",
    ]


def test_a_day_of_every_year_has_no_year() -> None:
    assert formats.day_in_year(11, 20, "en") == "20 November"
    assert formats.day_in_year(11, 20, "fr") == "20 novembre"
    assert formats.day_in_year(2, 29, "en") == "29 February"
    with pytest.raises(ValueError, match="day"):
        formats.day_in_year(11, 31, "en")


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        (datetime.time(4), "04:00"),
        (datetime.time(18, 5), "18:05"),
        (datetime.time(18, 5, 30), "18:05:30"),
        (0, "00:00"),
        (245, "04:05"),
        (1440, "24:00"),
    ],
)
def test_a_time_of_day_is_on_the_clock_of_24_hours(value: datetime.time | int, spelled: str) -> None:
    assert formats.time_of_day(value, "en") == spelled


@pytest.mark.parametrize("value", [-1, 1441])
def test_more_minutes_than_a_day_has_are_no_time_of_day(value: int) -> None:
    with pytest.raises(ValueError, match="0 to 1440"):
        formats.time_of_day(value, "en")


def test_a_week_begins_on_monday_and_a_year_in_january() -> None:
    assert [formats.weekday(index, "en") for index in (0, 6)] == ["Monday", "Sunday"]
    assert [formats.month(index, "en") for index in (1, 12)] == ["January", "December"]


@pytest.mark.parametrize(
    ("amount", "unit", "spelled"),
    [
        ("15", "minute", "15 minutes"),
        ("1", "hour", "1 hour"),
        ("0.5", "hour", "0.5 hours"),
        ("5", "business_day", "5 business days"),
        ("1", "business_day", "1 business day"),
        ("200", "millisecond", "200 milliseconds"),
    ],
)
def test_a_duration_has_its_unit_in_the_right_number(amount: str, unit: str, spelled: str) -> None:
    assert formats.duration(Decimal(amount), unit, "en") == spelled


@pytest.mark.parametrize(
    ("seconds", "spelled"),
    [
        ("2592", "43 min 12 s"),
        ("2678.4", "44 min 38.4 s"),
        ("10800", "3 h"),
        ("3601", "1 h 1 s"),
        ("2592000", "720 h"),
        ("0", "0 s"),
        ("5400", "1 h 30 min"),
    ],
)
def test_a_length_of_time_is_said_as_on_a_clock(seconds: str, spelled: str) -> None:
    assert formats.hms(Fraction(seconds), "en") == spelled


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        ("99.5", "99.5%"),
        ("100", "100%"),
        ("99.999999", "99.999999%"),
        ("1195/12", "99.583…%"),
        ("299/3", "99.666…%"),
        ("99.9999999", "99.999…%"),
    ],
)
def test_an_exact_percentage_is_cut_visibly_and_never_rounded_up(value: str, spelled: str) -> None:
    assert formats.cut_percent(Fraction(value), "en") == spelled


@pytest.mark.parametrize(
    ("amount", "language", "spelled"),
    [
        ("12000", "en", "GBP 12,000"),
        ("100/8", "en", "GBP 12.50"),
        ("100/3", "en", "GBP 33.333…"),
        ("720000/73", "de", "9.863,013… GBP"),
    ],
)
def test_an_exact_amount_is_cut_and_marked_and_never_rounded(amount: str, language: str, spelled: str) -> None:
    assert formats.cut_money(Fraction(amount), "GBP", language) == spelled


@pytest.mark.parametrize(
    ("language", "tenth", "two"),
    [
        ("en", "0.1 percentage points", "2 percentage points"),
        ("de", "0,1 Prozentpunkte", "2 Prozentpunkte"),
        ("fr", "0,1 point de pourcentage", "2 points de pourcentage"),
        ("es", "0,1 puntos porcentuales", "2 puntos porcentuales"),
    ],
)
def test_a_difference_of_percentages_is_in_points(language: str, tenth: str, two: str) -> None:
    assert formats.points(Decimal("0.1"), language) == tenth
    assert formats.points(Decimal(2), language) == two


def test_a_cut_percentage_has_its_sign_where_the_language_has_it() -> None:
    assert formats.cut_percent(Fraction(1195, 12), "de") == "99,583…\N{NO-BREAK SPACE}%"


def test_lists_are_read_as_they_are_spoken() -> None:
    assert formats.and_list((), "en") == ""
    assert formats.and_list(("tax",), "en") == "tax"
    assert formats.and_list(("tax", "fees"), "en") == "tax and fees"
    assert formats.and_list(("a", "b", "c"), "en") == "a, b and c"
    assert formats.or_list(("a", "b", "c"), "en") == "a, b or c"
    assert formats.or_list(("a", "b", "c"), "de") == "a, b oder c"


def test_a_listed_word_may_hold_braces() -> None:
    assert formats.and_list(("{0}", "{1}", "{x"), "en") == "{0}, {1} and {x"


@pytest.mark.parametrize("language", ["xx", "en_GB", "../../../evil", "", "de-DE"])
def test_only_a_listed_language_reaches_the_locale_library(language: str) -> None:
    with pytest.raises(UnknownLanguage, match="There are: en, de, fr, es"):
        locale(language)
    with pytest.raises(UnknownLanguage):
        formats.number(1, language)
    with pytest.raises(UnknownLanguage):
        formats.time_of_day(0, language)


def test_importing_the_room_loads_neither_the_locale_library_nor_a_yaml_parser() -> None:
    program = (
        "import sys\n"
        "from sla_drafter.language import distance, formats, locales, phrases\n"
        "from sla_drafter.language import readability, sentences, syllables, words\n"
        "print(sorted({'babel', 'yaml', 'difflib'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("items", "listed", "chosen"),
    [
        (("pan", "agua"), "pan y agua", "pan o agua"),
        (("aguja", "hilo"), "aguja e hilo", "aguja o hilo"),
        (("padre", "iglesia"), "padre e iglesia", "padre o iglesia"),
        (("agua", "hielo"), "agua y hielo", "agua o hielo"),
        (("uno", "otro"), "uno y otro", "uno u otro"),
        (("días", "horas"), "días y horas", "días u horas"),
        (("a", "b", "informes"), "a, b e informes", "a, b o informes"),
        (("informes",), "informes", "informes"),
        ((), "", ""),
    ],
)
def test_spanish_joins_by_ear(items: tuple[str, ...], listed: str, chosen: str) -> None:
    assert (formats.and_list(items, "es"), formats.or_list(items, "es")) == (listed, chosen)


def test_the_first_day_of_a_month_is_an_ordinal_in_french() -> None:
    assert formats.day_in_year(1, 1, "fr") == "1er janvier"
    assert formats.day_in_year(1, 11, "fr") == "11 janvier"
    assert formats.day_in_year(1, 1, "de") == "1. Januar"


def test_a_unit_stands_in_a_literal_form() -> None:
    assert formats.duration(Decimal(5), "business_day", "de", "dative") == "5 Geschäftstagen"
    assert formats.duration(Decimal(1), "month", "de", "dative") == "1 Monat"
