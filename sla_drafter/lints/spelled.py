"""How figures are said in a message: facts as they are written in a file, exact shares, zones, lengths of time."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sla_drafter.attainment.bands import Zone
    from sla_drafter.attainment.fees import MonthlyFee
    from sla_drafter.model.agreement import Agreement
    from sla_drafter.model.scalars import Money

LANGUAGE = "en"
_FORM_OF = {"Prose": "text", "Choice": "noun", "int": "number", "Decimal": "number", "bool": "yes_no", "str": "text"}
_LENGTHS = ((86400, "d"), (3600, "h"), (60, "min"))


def fact(value: Any, agreement: Agreement, language: str = LANGUAGE) -> str:
    """A fact as a person writes it: 99.9%, 5 business days, GBP 12,000 per month, at least 99.9%."""
    from sla_drafter.assembly.forms import FORMS, spell
    from sla_drafter.assembly.speller import Speller
    from sla_drafter.language.words import words

    name = type(value).__name__
    form = _FORM_OF.get(name, "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_"))
    return spell(value, form, Speller(agreement, words(language))) if form in FORMS else str(value)


def decimal(value: Fraction) -> Decimal:
    """A number with all of its digits; it has finitely many, as every sum of typed figures halved or turned round."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return Decimal((value * 10**places).numerator).scaleb(-places)


def share(value: Fraction) -> str:
    """A percentage: 99.7%."""
    from sla_drafter.language import formats

    return formats.percent(decimal(value), LANGUAGE)


def zone(held: Zone) -> str:
    """A zone of percentages: from 99.5% up to 99.9%; above 99% up to and including 99.5%."""
    from sla_drafter.attainment.bands import HIGHEST, LOWEST

    if held.low == held.high:
        return f"exactly {share(held.low)}"
    low = f"{'from' if held.low_included else 'above'} {share(held.low)}"
    high = f"up to{' and including' if held.high_included else ''} {share(held.high)}"
    if held.low == LOWEST and held.low_included:
        return f"below {share(held.high)}" if not held.high_included else high
    return low if held.high == HIGHEST and held.high_included else f"{low} {high}"


def seconds(length: Fraction) -> str:
    """A length of time: 2 h 9 min 36 s."""
    from sla_drafter.language import formats

    spoken = []
    for size, unit in _LENGTHS:
        count, length = divmod(length, size)
        spoken += [f"{count} {unit}"] if count else []
    if length or not spoken:
        exact = round(length, 1)
        spoken.append(f"{formats.number(decimal(exact), LANGUAGE)} s")
    return " ".join(spoken)


def part_of(fee: MonthlyFee, percent: Fraction) -> str:
    """A share of a fee as an amount: GBP 1,200.00."""
    from sla_drafter.language import formats

    return formats.cut_money(fee.amount * percent / 100, fee.currency, LANGUAGE, minor_units=True)


def money(amount: Money) -> str:
    """An amount with its cents."""
    from sla_drafter.language import formats

    return formats.money(amount.amount, amount.currency, LANGUAGE, minor_units=True)


def counted(count: int, thing: str, several: str = "") -> str:
    """A count with its noun: 1 page, 6 pages."""
    return f"{count:,} {thing if count == 1 else several or f'{thing}s'}"


def listed(things: list[str]) -> str:
    """Things in a row: a, b and c."""
    from sla_drafter.language import formats

    return formats.and_list(things, LANGUAGE)
