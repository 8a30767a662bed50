"""Numbers, percentages, money and quantities as they stand in a file: a point for decimals, a comma for thousands.

The notation is one, whatever the language. What another notation would read as a different number is refused with
both readings, each in words that are read: a wrong guess is a factor of a thousand. Three digits after a point are
decimals where the currency has three, as KWD.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from sla_drafter.language.distance import nearest
from sla_drafter.language.formats import minor_digits
from sla_drafter.language.patterns import compiled
from sla_drafter.model.scalars import Money, Percent, Quantity
from sla_drafter.readers.agreement_file.currencies import CURRENCIES, SIGNS
from sla_drafter.readers.agreement_file.refused import Refused, not_a

_NUMBER = compiled(r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,12})?")
_AMBIGUOUS = compiled(r"([1-9][0-9]{0,2})\.([0-9]{3})")
_OTHER_GROUPS = compiled(r"([0-9]{1,3}(?:[ '’.\u00a0\u202f][0-9]{3})+)(?:,([0-9]+))?")
_OTHER_DECIMALS = compiled(r"([0-9]+),([0-9]+)")
_GROUP = 3  # digits between two commas
_PERCENT = compiled(r"([0-9]{1,6}(?:\.[0-9]{1,12})?)%")
_LOOSE_PERCENT = compiled(r"([0-9]+)(?:[.,]([0-9]+))?\s*(?:%|per ?cent|percent|pct)?", re.IGNORECASE)
_MONEY = compiled(r"([A-Z]{3}) (\S+)")
_SIGN_FIRST = compiled(r"([^\d\s.,-]{1,3}) ?([0-9][0-9.,]*)")
_AMOUNT_FIRST = compiled(r"([0-9][0-9.,]*) ?([^\d\s.,-]{1,3})")
_QUANTITY = compiled(r"([0-9][0-9.,']*) +(\S.*)")
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def number(words: str, whole: Callable[[str], str] = str, places: int = 0) -> Decimal:
    """An exact number. `whole` puts a number back into the value that it is a part of, for the message.

    `places` is how many decimals such a number has, where that is known.
    """
    if _AMBIGUOUS.fullmatch(words) and places != _GROUP:
        thousands, decimals = _readings(words, places)
        message = f'"{whole(words)}" can be read as {thousands} or as {decimals}.'
        raise Refused(f"{message} Write {whole(thousands)} or {whole(decimals)}.")
    if _NUMBER.fullmatch(words):
        return Decimal(words.replace(",", ""))
    raise not_a("a number", words, _guess(words), example="12,000.50", whole=whole)


def _readings(words: str, places: int) -> tuple[str, str]:
    """A number with three digits after its point, as thousands and as decimals; neither is refused in turn."""
    before, _, after = words.partition(".")
    kept = after.rstrip("0").ljust(places, "0")
    if len(kept) == _GROUP:
        kept += "0"
    return f"{before},{after}", f"{before}.{kept}" if kept else before


def _guess(words: str) -> str:
    if words.casefold() in SMALL:
        return str(SMALL.index(words.casefold()))
    groups = _OTHER_GROUPS.fullmatch(words)
    if groups:
        return re.sub(r"[ '’.\u00a0\u202f]", ",", groups[1]) + (f".{groups[2]}" if groups[2] else "")
    decimals = _OTHER_DECIMALS.fullmatch(words)
    return f"{decimals[1]}.{decimals[2]}" if decimals else ""


def plain(value: Decimal) -> str:
    """All digits of a number, without groups."""
    return format(value, "f")


def integer(words: str) -> int:
    """A count."""
    if re.fullmatch(r"[0-9]{1,9}", words):
        return int(words)
    if _AMBIGUOUS.fullmatch(words) and not words.endswith(".000"):
        thousands, decimals = _readings(words, 0)
        message = f'"{words}" can be read as {thousands} or as {decimals}, which is not a whole number.'
        raise Refused(f"{message} Write {words.replace('.', '')} if that is meant.")
    value = number(words)
    if value != value.to_integral_value():
        raise Refused(f'"{words}" is not a whole number. Write it without decimals.')
    return int(value)


def percent(words: str, whole: Callable[[str], str] = str) -> Percent:
    """`99.9%`."""
    found = _PERCENT.fullmatch(words)
    if found:
        return Percent(Decimal(found[1]))
    loose = _LOOSE_PERCENT.fullmatch(words)
    right = f"{loose[1]}{'.' + loose[2] if loose[2] else ''}%" if loose else ""
    if words.startswith("0.") and loose and "%" not in words:
        of_one = f"{plain((Decimal(words) * 100).normalize())}%"
        message = f'"{whole(words)}" has no percent sign. Write {whole(of_one)}, or {whole(words)}% if that is meant.'
        raise Refused(message)
    raise not_a("a percentage", words, right, example="99.9%", whole=whole)


def percent_words(value: Percent) -> str:
    """`99.9%`."""
    return f"{plain(value.value)}%"


def money(words: str, whole: Callable[[str], str] = str) -> Money:
    """`GBP 12,000`: the code of the currency, a space, the amount."""
    found = _MONEY.fullmatch(words)
    if found:
        currency = _currency(found[1], words)
        places = minor_digits(currency) if _AMBIGUOUS.fullmatch(found[2]) else 0  # only then does it matter
        return Money(number(found[2], lambda digits: whole(f"{currency} {digits}"), places), currency)
    right = _right_money(words)
    if right:
        money(right, whole)  # so that no amount is proposed that can be read in two ways
    raise not_a("an amount of money", words, right, example="GBP 12,000", whole=whole)


def _currency(code: str, words: str) -> str:
    if code in CURRENCIES:
        return code
    near = nearest(code, CURRENCIES, limit=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise Refused(f'{code} in "{words}" is not a currency of ISO 4217, such as GBP or EUR.{meant}')


def _right_money(words: str) -> str:
    first, last = _SIGN_FIRST.fullmatch(words), _AMOUNT_FIRST.fullmatch(words)
    sign, digits = (first[1], first[2]) if first else (last[2], last[1]) if last else ("", "")
    code = SIGNS.get(sign, sign.upper())
    return f"{code} {digits}" if code in CURRENCIES and _NUMBER.fullmatch(digits) else ""


def money_words(value: Money) -> str:
    """`GBP 12,000`."""
    return f"{value.currency} {value.amount:,f}"


def quantity(words: str) -> Quantity:
    """`4000 connections`."""
    found = _QUANTITY.fullmatch(words)
    if found:
        return Quantity(number(found[1], lambda digits: f"{digits} {found[2]}"), found[2])
    if re.fullmatch(r"[0-9.,]+", words):
        raise Refused(f'"{words}" does not say of what. Write a number and the things: 4000 connections.')
    raise not_a("a number of things", words, example="4000 connections")


def quantity_words(value: Quantity) -> str:
    """`4000 connections`."""
    return " ".join((plain(value.amount), *(words for _, words in value.things.by_language[:1])))
