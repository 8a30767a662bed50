"""Numbers, money, dates and lists as a language writes them: exactly, never rounded, no digit added or lost.

| call                                         | en                 | de                 |
|----------------------------------------------|--------------------|--------------------|
| `number(Decimal("12000.50"), …)`             | 12,000.50          | 12.000,50          |
| `percent(Decimal("99.950"), …)`              | 99.950%            | 99,950 %           |
| `money(Decimal("12000"), "GBP", …)`          | GBP 12,000         | 12.000 GBP         |
| `money(Decimal("1200.5"), "GBP", …)`         | GBP 1,200.50       | 1.200,50 GBP       |
| `date(datetime.date(2027, 1, 1), …)`         | 1 January 2027     | 1. Januar 2027     |
| `day_in_year(11, 20, …)`                     | 20 November        | 20. November       |
| `time_of_day(datetime.time(4), …)`           | 04:00              | 04:00              |
| `weekday(0, …)`                              | Monday             | Montag             |
| `duration(Decimal(5), "business_day", …)`    | 5 business days    | 5 Arbeitstage      |
| `hms(Fraction(13392, 5), …)`                 | 44 min 38.4 s      | 44 min 38,4 s      |
| `cut_percent(Fraction(1195, 12), …)`         | 99.583…%           | 99,583… %          |
| `and_list(("a", "b", "c"), …)`               | a, b and c         | a, b und c         |

French says 1er janvier, Spanish "y" or "e" and "o" or "u" by the sound that follows.

The digits of a number print as they were typed, trailing zeros included, because a lawyer who writes 99.50% means two
decimals. Money is the exception: a whole amount prints without decimals, any other with at least the minor units of
its currency; `minor_units=True` always prints them, as a statement of credits does. An ordinary space stands between
a currency and its amount, so that a plain search finds it; percent signs and groups of three keep the space of their
language (no-break in German and French).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from sla_drafter.errors import SlaDrafterError
from sla_drafter.language.locales import locale
from sla_drafter.language.patterns import compiled
from sla_drafter.language.words import words

_LATIN = "latn"
_LEAP_YEAR = 2000  # so that 29 February is a day
_LAST_MINUTE = 24 * 60
_LENGTHS = ((3600, "in_hours"), (60, "in_minutes"), (1, "in_seconds"))
_MOST_PLACES = 6
_CUT_PLACES = 3
_ELLIPSIS = "…"
_SPANISH = {
    "standard": ("y", "e", compiled(r"h?[ií](?![aeouáéóú])", re.IGNORECASE)),
    "or": ("o", "u", compiled(r"h?[oó]", re.IGNORECASE)),
}


class UnknownCurrency(SlaDrafterError, LookupError):
    """A currency code that ISO 4217 does not have."""

    def __init__(self, currency: str) -> None:
        super().__init__(f"{currency!r} is not a currency. A currency is three capital letters of ISO 4217, as GBP.")
        self.currency = currency


def number(value: Decimal | int, language: str) -> str:
    """A number with its groups of three, all of its digits and no more."""
    return format(_finite(Decimal(value)), ",f").translate(_signs(language))


@cache
def _signs(language: str) -> dict[int, str]:
    symbols = locale(language).number_symbols[_LATIN]
    return str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": symbols["minusSign"]})


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError(f"{value} has no digits to print")
    return value


def percent(value: Decimal | int, language: str) -> str:
    """A percentage, from per cent: Decimal("99.9") is 99.9%."""
    before, after = _percent_signs(language)
    return f"{before}{number(value, language)}{after}"


@cache
def _percent_signs(language: str) -> tuple[str, str]:
    pattern = locale(language).percent_formats[None]
    return pattern.prefix[0], pattern.suffix[0]


def points(value: Decimal | int, language: str) -> str:
    """A difference between two percentages: 0.1 percentage points."""
    return words(language).message("percentage_points", value, points=number(value, language))


def cut_percent(value: Fraction, language: str) -> str:
    """An exact percentage: 99.5%; where more than six decimals follow, three of them and "…" (never rounded up)."""
    digits, is_whole = _digits(value)
    spelled = percent(digits, language)
    if is_whole:
        return spelled
    shown = number(digits, language)
    return spelled.replace(shown, f"{shown}{_ELLIPSIS}")


def _digits(value: Fraction) -> tuple[Decimal, bool]:
    """The decimals of a number, and whether they are all of them."""
    for places in range(_MOST_PLACES + 1):
        if 10**places % value.denominator == 0:
            return Decimal(int(value * 10**places)).scaleb(-places), True
    return Decimal(int(value * 10**_CUT_PLACES)).scaleb(-_CUT_PLACES), False


def hms(seconds: Fraction, language: str) -> str:
    """A length of time on the clock, exactly: 3 h, 43 min 12 s, 44 min 38.4 s."""
    spoken: list[str] = []
    rest = seconds
    for size, key in _LENGTHS:
        amount = rest if size == 1 else Fraction(rest // size)
        rest -= amount * size
        if amount or (size == 1 and not spoken):
            digits, is_whole = _digits(amount)
            shown = number(digits, language)
            spoken.append(words(language).message(key, amount=shown if is_whole else f"{shown}{_ELLIPSIS}"))
    return " ".join(spoken)


def money(amount: Decimal, currency: str, language: str, *, minor_units: bool = False) -> str:
    """An amount with the code of its currency, in the order of the language; cents only where there are any."""
    spelled = number(_with_cents(amount, currency, minor_units=minor_units), language)
    return _priced(spelled, currency, language)


def cut_money(amount: Fraction, currency: str, language: str, *, minor_units: bool = False) -> str:
    """An exact amount: GBP 12,000; where more than six decimals follow, three of them and "…" (never rounded)."""
    digits, is_whole = _digits(amount)
    if is_whole:
        return money(digits, currency, language, minor_units=minor_units)
    return _priced(f"{number(digits, language)}{_ELLIPSIS}", currency, language)


def _with_cents(amount: Decimal, currency: str, *, minor_units: bool) -> Decimal:
    places = minor_digits(currency)
    whole, _, cents = format(_finite(amount), "f").partition(".")
    cents = cents.rstrip("0")
    if cents or minor_units:
        cents = cents.ljust(places, "0")
    return Decimal(f"{whole}.{cents}")


def _priced(spelled: str, currency: str, language: str) -> str:
    """A number that is written already, with the code of its currency."""
    leads = locale(language).currency_formats["standard"].pattern.startswith("¤")
    return f"{currency} {spelled}" if leads else f"{spelled} {currency}"


@cache
def minor_digits(currency: str) -> int:
    """How many decimals a currency has: GBP 2, JPY 0, KWD 3."""
    from babel.numbers import get_currency_precision, is_currency

    if not is_currency(currency):
        raise UnknownCurrency(currency)
    return get_currency_precision(currency)


def date(value: datetime.date, language: str) -> str:
    """A date with its month in words: 1 January 2027."""
    from babel.dates import format_date

    return _first(format_date(value, "long", locale(language)), value.day, language)


def day_in_year(month: int, day: int, language: str) -> str:
    """A day of every year: 20 November. A day that no year has raises ValueError."""
    from babel.dates import format_skeleton

    spelled = format_skeleton("MMMMd", datetime.date(_LEAP_YEAR, month, day), locale=locale(language))
    return _first(spelled, day, language)


def _first(spelled: str, day: int, language: str) -> str:
    """French alone calls the first day of a month by its ordinal: 1er janvier."""
    return f"1er{spelled.removeprefix('1')}" if language == "fr" and day == 1 else spelled


def time_of_day(value: datetime.time | int, language: str) -> str:
    """A time on the clock of 24 hours, from a time or from minutes since midnight; 1440 minutes is 24:00."""
    locale(language)  # every listed language writes 04:00 alike; one that is not listed is refused here too
    if isinstance(value, datetime.time):
        return value.replace(tzinfo=None).isoformat("auto" if value.second or value.microsecond else "minutes")
    if not 0 <= value <= _LAST_MINUTE:
        raise ValueError(f"{value} minutes is not a time of day: it is 0 to {_LAST_MINUTE}")
    return f"{value // 60:02d}:{value % 60:02d}"


def weekday(index: int, language: str) -> str:
    """The name of a day of the week; 0 is Monday."""
    from babel.dates import get_day_names

    return str(get_day_names("wide", "format", locale(language))[index])


def month(index: int, language: str) -> str:
    """The name of a month; 1 is January."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", "stand-alone", locale(language))[index])


def duration(amount: Decimal | int, unit: str, language: str, form: str = "") -> str:
    """A length of time with its unit in the right number and form: 1 hour, 5 business days, (nach) 5 Tagen."""
    return f"{number(amount, language)} {words(language).unit(unit, amount, form)}"


def and_list(items: Sequence[str], language: str) -> str:
    """Words in a row: a, b and c."""
    return _list(items, "standard", language)


def or_list(items: Sequence[str], language: str) -> str:
    """Words to choose from: a, b or c."""
    return _list(items, "or", language)


def _list(items: Sequence[str], style: Literal["standard", "or"], language: str) -> str:
    from babel.lists import format_list

    listed = format_list(items, style, locale(language)) if items else ""
    return _by_ear(listed, items[-1], style) if language == "es" and len(items) > 1 else listed


def _by_ear(listed: str, last: str, style: str) -> str:
    """Spanish says e for y before the sound of i, and u for o before that of o: aguja e hilo, uno u otro."""
    conjunction, other, sound = _SPANISH[style]
    if not sound.match(last):
        return listed
    return f"{listed.removesuffix(last).removesuffix(f' {conjunction} ')} {other} {last}"
