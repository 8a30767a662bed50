"""Numbers, money, lengths of time and targets in the words of a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from sla_drafter.assembly.speller import Speller
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.language import formats
from sla_drafter.model.metrics import Severity
from sla_drafter.model.scalars import (
    Allowance,
    Choice,
    Duration,
    Fee,
    Formula,
    Money,
    Percent,
    Quantity,
    Share,
    Target,
    Window,
)

EVERY = "every"
"""The literal form that puts the word for "every" before an interval: jeden Monat, toutes les 2 semaines."""
LENGTH = "dative"
"""The form of a length inside the name of a rolling window, where the language has it: Zeitraum von 30 Tagen."""


def percent(value: Percent, speller: Speller) -> str:
    """A percentage: 99.9%."""
    return formats.percent(value.value, speller.language)


def points(value: Percent, speller: Speller) -> str:
    """A difference between two percentages: 0.1 percentage points, never 0.1%."""
    return formats.points(value.value, speller.language)


def money(value: Money, speller: Speller) -> str:
    """An amount with its currency; cents only where there are any."""
    return formats.money(value.amount, value.currency, speller.language)


def amount(value: Money, speller: Speller) -> str:
    """An amount as a statement of credits says it: always with its minor units."""
    return formats.money(value.amount, value.currency, speller.language, minor_units=True)


def exact(value: Fraction, speller: Speller) -> str:
    """An exact percentage, cut and never rounded up."""
    return formats.cut_percent(value, speller.language)


def exact_fee(value: MonthlyFee, speller: Speller) -> str:
    """The fees of one month, exact: cut where they have no end, and never rounded."""
    return formats.cut_money(value.amount, value.currency, speller.language)


def hms(value: Fraction, speller: Speller) -> str:
    """A length of time on the clock."""
    return formats.hms(value, speller.language)


def fee(value: Fee, speller: Speller) -> str:
    """A price for a period: GBP 9,500 per month."""
    return each(money(value.money, speller), value.per.value, speller)


def share(value: Share, speller: Speller) -> str:
    """A percentage for a period: 50% per month."""
    return each(percent(value.percent, speller), value.per.value, speller)


def portion(value: Share, speller: Speller) -> str:
    """How much a share is, where the sentence says for which period."""
    return percent(value.percent, speller)


def period(value: Share, speller: Speller) -> str:
    """The period of a share, where the sentence says how much it is."""
    return speller.words.noun("per", value.per.value, form=speller.literal)


def allowance(value: Allowance, speller: Speller) -> str:
    """A length of time for a period: 4 hours per month."""
    return each(duration(value.duration, speller), value.per.value, speller)


def each(amount: str, per: str, speller: Speller) -> str:
    """So much for each period."""
    return speller.words.message("each", amount=amount, period=speller.words.noun("per", per))


def duration(value: Duration, speller: Speller) -> str:
    """A length of time with its unit: 5 business days."""
    return formats.duration(value.amount, _unit(value), speller.language, speller.literal)


def interval(value: Duration, speller: Speller) -> str:
    """What stands after "every": a single unit without its number; the form `every` says that word too."""
    plain = evolve(speller, literal="") if speller.literal == EVERY else speller
    unit = plain.words.unit(_unit(value), 1, plain.literal)
    spelled = unit if value.amount == 1 else duration(value, plain)
    return f"{speller.words.unit(_unit(value), value.amount, EVERY)} {spelled}" if plain is not speller else spelled


def _unit(value: Duration) -> str:
    return value.unit.value.replace(" ", "_")


def level(value: Severity, speller: Speller) -> str:  # noqa: ARG001  # a severity is called by its number
    """A severity, by its number."""
    return value.id


def quantity(value: Quantity, speller: Speller) -> str:
    """A number of things: 4,000 connections."""
    return f"{formats.number(value.amount, speller.language)} {speller.own(value.things)}"


def number(value: int | Decimal, speller: Speller) -> str:
    """A plain number."""
    return formats.number(value, speller.language)


def noun(value: Choice, speller: Speller) -> str:
    """The name of a choice."""
    return speller.words.noun(value.group, value.id, form=speller.literal)


def border(value: Target, speller: Speller) -> str:
    """The border of a target: 99.9%."""
    forms: Mapping[type, Callable[..., str]] = {Percent: percent, Quantity: quantity, Duration: duration}
    return forms[type(value.value)](value.value, speller)


def target(value: Target, speller: Speller) -> str:
    """A target: at least 99.9%."""
    return f"{noun(value.comparator, evolve(speller, literal=''))} {border(value, speller)}"


def window(value: Window, speller: Speller) -> str:
    """The name of a measurement window."""
    if value.length is None:
        return noun(value.kind, speller)
    length = duration(value.length, evolve(speller, literal=LENGTH if speller.words.knows_form(LENGTH) else ""))
    return speller.words.noun(value.kind.group, value.kind.id, form=speller.literal, length=length)


def formula(value: Formula, speller: Speller) -> str:
    """The name of a formula."""
    return noun(value.kind, speller)


def threshold(value: Formula, speller: Speller) -> str:
    """The limit that a formula counts within."""
    return duration(value.threshold, speller) if value.threshold else ""
