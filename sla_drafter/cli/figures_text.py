"""Figures and tables as a person reads them in a terminal: cut where they do not end, never rounded."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from sla_drafter.attainment.instants import LENGTHS
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.report import PLACES, unit_text
from sla_drafter.attainment.trace import cut, exact
from sla_drafter.cli.visible import width
from sla_drafter.model.scalars import Duration, Quantity

if TYPE_CHECKING:
    from sla_drafter.model.scalars import Money, Target

NOT_MEASURED = "not measured"
MONEY_PLACES = 4
_MINUTE = 60_000_000


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        ("  " + "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))).rstrip()
        for row in rows
    ]


def in_its_unit(target: Target | None, value: Fraction | None) -> str:
    """A value in the unit of its target: per cent, a length of time, a number of things."""
    border = target.value if target and value is not None else None
    match border:
        case Duration(unit=unit):
            amount = (value or Fraction(0)) / LENGTHS.get(unit, _MINUTE)
            return f"{figure(amount)} {unit_text(unit, amount)}"
        case Quantity(things=things):
            return f"{figure(value)} {things.by_language[0][1]}"
        case _:
            return percent(value)


def percent(share: Fraction | None, whole: Fraction = WHOLE) -> str:
    """A share of a whole in per cent, cut to five decimals; a point of suspension says that more follow."""
    return NOT_MEASURED if share is None else f"{figure(share * whole)}%"


def figure(number: Fraction | None) -> str:
    """A figure as short as it is exact, else cut with a sign that more decimals follow."""
    if number is None:
        return NOT_MEASURED
    short = cut(number, PLACES)
    return exact(number) or "" if Fraction(short) == number else f"{short}…"


def money(amount: Fraction | None, total: Money) -> str:
    """An amount with the currency and the decimals of the total: GBP 1,200.00; more decimals only where there are."""
    if amount is None:
        return NOT_MEASURED
    short = cut(amount, MONEY_PLACES)
    places = -int(total.amount.as_tuple().exponent)
    digits = f"{short:,f}".rstrip("0").partition(".")
    more = "" if Fraction(short) == amount else "…"
    return f"{total.currency} {digits[0]}{'.' if places or digits[2] else ''}{digits[2]:0<{places}}{more}"


def minutes(microseconds: Fraction | int) -> str:
    """A length of time in minutes."""
    return f"{figure(Fraction(microseconds) / _MINUTE)} min"
