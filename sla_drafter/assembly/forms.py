"""How each kind of fact is spelled: the forms that a clause may ask for, one line of the table for each.

A form is a function of a value and a `Speller` (language and agreement); the filter of the same name makes a `Value`
of its words. So a test can spell any printed word again from its field and form. A form may name a literal form of the
words after a colon ("noun:dative"), as the filter does: `{{ metric.window | window("dative") }}`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from sla_drafter.assembly import figures, moments
from sla_drafter.assembly.severity_times import time_of_severity
from sla_drafter.assembly.speller import MissingProse, Speller
from sla_drafter.attainment.fees import MonthlyFee
from sla_drafter.document.nodes import Blank, Value
from sla_drafter.language import contraction, elision, formats
from sla_drafter.language.locales import language_name
from sla_drafter.language.words import UnknownForm
from sla_drafter.model.metrics import Severity
from sla_drafter.model.paths import is_absent, referent
from sla_drafter.model.scalars import (
    Allowance,
    Choice,
    Duration,
    Fee,
    Formula,
    Money,
    Percent,
    Prose,
    Quantity,
    Share,
    Target,
    Week,
    WeeklyWindow,
    Window,
    YearlyPeriod,
    Zone,
)

JOINED: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    "fr": {"de": elision.after_de},
    "es": {"de": contraction.after_de, "a": contraction.after_a},
}
"""What joins a word to words that nobody can inflect beforehand, the user's own, by language and literal form."""


def _text(value: Any, speller: Speller) -> str:
    return _joined(speller.own(value) if isinstance(value, Prose) else str(value), speller)


def _joined(words: str, speller: Speller) -> str:
    """The user's words, with the preposition that a sentence asks for."""
    if not speller.literal:
        return words
    joined = JOINED.get(speller.language, {})
    if speller.literal not in joined:
        raise UnknownForm(speller.literal, speller.language, "a text of the user", tuple(joined))
    return joined[speller.literal](words)


def _yes_no(value: bool, speller: Speller) -> str:
    return speller.words.message("yes" if value else "no")


def _named(value: str | tuple[str, ...], speller: Speller) -> str:
    if isinstance(value, tuple):
        return formats.and_list([_named(one, speller) for one in value], speller.language)
    thing = referent(speller.agreement, speller.refers_to, value)
    for field in ("title", "name", "text", "tool"):
        words = getattr(thing, field, None)
        if isinstance(words, Prose):
            return _text(words, speller)
    return value


def _items(value: tuple[Any, ...], speller: Speller) -> list[str]:
    return [_item(one, speller) for one in value]


def _item(value: Any, speller: Speller) -> str:
    match value:
        case Choice():
            return figures.noun(value, speller)
        case date():
            return moments.date(value, speller)
        case Decimal():
            return figures.number(value, speller)
        case _:
            return _text(value, speller)


def _listed(value: tuple[Any, ...], speller: Speller) -> str:
    return formats.and_list(_items(value, speller), speller.language)


def _listed_or(value: tuple[Any, ...], speller: Speller) -> str:
    return formats.or_list(_items(value, speller), speller.language)


Form = tuple[type | tuple[type, ...], Callable[[Any, Speller], str]]


FORMS: Mapping[str, Form] = {
    "text": ((Prose, str), _text),
    "percent": (Percent, figures.percent),
    "points": (Percent, figures.points),
    "money": (Money, figures.money),
    "amount": (Money, figures.amount),
    "exact": (Fraction, figures.exact),
    "exact_fee": (MonthlyFee, figures.exact_fee),
    "hms": (Fraction, figures.hms),
    "fee": (Fee, figures.fee),
    "share": (Share, figures.share),
    "portion": (Share, figures.portion),
    "period": (Share, figures.period),
    "allowance": (Allowance, figures.allowance),
    "duration": (Duration, figures.duration),
    "interval": (Duration, figures.interval),
    "level": (Severity, figures.level),
    "time_of_severity": (str, time_of_severity),
    "quantity": (Quantity, figures.quantity),
    "number": ((int, Decimal), figures.number),
    "date": (date, moments.date),
    "noun": (Choice, figures.noun),
    "target": (Target, figures.target),
    "border": (Target, figures.border),
    "window": (Window, figures.window),
    "formula": (Formula, figures.formula),
    "threshold": (Formula, figures.threshold),
    "week": (Week, moments.week),
    "weekly_window": (WeeklyWindow, moments.weekly_window),
    "yearly_period": (YearlyPeriod, moments.yearly_period),
    "zone": (Zone, moments.zone),
    "language": (str, lambda value, speller: language_name(value, speller.language)),
    "yes_no": (bool, _yes_no),
    "named": ((str, tuple), _named),
    "listed": (tuple, _listed),
    "listed_or": (tuple, _listed_or),
}


INFLECTED = frozenset(
    ("text", "period", "duration", "interval", "noun", "target", "border", "window", "formula", "threshold", "named",
     "listed", "listed_or")
)  # fmt: skip
"""The forms whose words a literal form can change; figures, dates and names of zones have one form only."""


def spell(value: Any, form: str, speller: Speller) -> str:
    """The words of a value in a form; a form that does not fit the value is the author's mistake (`TypeError`)."""
    name, _, literal = form.partition(":")
    wanted, speak = FORMS[name]
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(f"the filter {name} cannot spell {type(value).__name__.lower()}")
    if literal and name not in INFLECTED:
        raise TypeError(f"the filter {name} has no literal form, so {literal} does not fit it")
    return speak(value, evolve(speller, literal=literal) if literal else speller)


def said(value: Any, field: str, form: str, speller: Speller) -> Value | Blank:
    """The words of a fact with its field and form, or a blank where it is absent."""
    if not is_absent(value):
        try:
            return Value(spell(value, form, speller), field, form)
        except MissingProse:
            pass
    return Blank(speller.words.message("blank"), field)
