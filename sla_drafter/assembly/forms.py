"""How each kind of fact is spelled: the forms that a clause may ask for, one line of the table for each.

A form is a function of a value and a `Speller` (language and agreement); the filter of the same name makes a `Value`
of its words. So a test can spell any printed word again from its field and form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from sla_drafter.assembly.severity_times import time_of_severity
from sla_drafter.document.nodes import Blank, Value
from sla_drafter.language import formats
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.metrics import Severity
from sla_drafter.model.paths import referent
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


class MissingProse(LookupError):
    """The user gave a text in other languages only: on paper in this language it is absent."""


@frozen
class Speller:
    """What spelling needs besides the value: the language, and the agreement for what a reference names."""

    agreement: Agreement
    words: Words
    refers_to: str = ""

    @property
    def language(self) -> str:
        """The language that is spelled."""
        return self.words.language


def _text(value: Any, speller: Speller) -> str:
    if isinstance(value, Prose):
        found = value.words(speller.language)
        if found is None:
            raise MissingProse(speller.language)
        return found
    return str(value)


def _percent(value: Percent, speller: Speller) -> str:
    return formats.percent(value.value, speller.language)


def _money(value: Money, speller: Speller) -> str:
    return formats.money(value.amount, value.currency, speller.language)


def _amount(value: Money, speller: Speller) -> str:
    """An amount as a statement of credits says it: always with its minor units."""
    return formats.money(value.amount, value.currency, speller.language, minor_units=True)


def _exact(value: Fraction, speller: Speller) -> str:
    return formats.cut_percent(value, speller.language)


def _hms(value: Fraction, speller: Speller) -> str:
    return formats.hms(value, speller.language)


def _fee(value: Fee, speller: Speller) -> str:
    return _each(_money(value.money, speller), value.per.value, speller)


def _share(value: Share, speller: Speller) -> str:
    return _each(_percent(value.percent, speller), value.per.value, speller)


def _portion(value: Share, speller: Speller) -> str:
    """How much a share is, where the sentence says for which period."""
    return _percent(value.percent, speller)


def _period(value: Share, speller: Speller) -> str:
    """The period of a share, where the sentence says how much it is."""
    return speller.words.noun("per", value.per.value)


def _allowance(value: Allowance, speller: Speller) -> str:
    return _each(_duration(value.duration, speller), value.per.value, speller)


def _each(amount: str, per: str, speller: Speller) -> str:
    return speller.words.message("each", amount=amount, period=speller.words.noun("per", per))


def _duration(value: Duration, speller: Speller) -> str:
    return formats.duration(value.amount, value.unit.value.replace(" ", "_"), speller.language)


def _interval(value: Duration, speller: Speller) -> str:
    """What stands after "every": a single unit without its number."""
    if value.amount == 1:
        return speller.words.unit(value.unit.value.replace(" ", "_"), 1)
    return _duration(value, speller)


def _level(value: Severity, speller: Speller) -> str:  # noqa: ARG001  # a severity is called by its number
    return value.id


def _quantity(value: Quantity, speller: Speller) -> str:
    return f"{formats.number(value.amount, speller.language)} {value.things}"


def _number(value: int | Decimal, speller: Speller) -> str:
    return formats.number(value, speller.language)


def _date(value: date, speller: Speller) -> str:
    return formats.date(value, speller.language)


def _noun(value: Choice, speller: Speller) -> str:
    return speller.words.noun(value.group, value.id)


def _border(value: Target, speller: Speller) -> str:
    forms: Mapping[type, Callable[..., str]] = {Percent: _percent, Quantity: _quantity, Duration: _duration}
    return forms[type(value.value)](value.value, speller)


def _target(value: Target, speller: Speller) -> str:
    return f"{_noun(value.comparator, speller)} {_border(value, speller)}"


def _window(value: Window, speller: Speller) -> str:
    if value.length is None:
        return _noun(value.kind, speller)
    return speller.words.noun(value.kind.group, value.kind.id, length=_duration(value.length, speller))


def _formula(value: Formula, speller: Speller) -> str:
    return _noun(value.kind, speller)


def _threshold(value: Formula, speller: Speller) -> str:
    return _duration(value.threshold, speller) if value.threshold else ""


def _hour(minutes: int, speller: Speller) -> str:
    return formats.time_of_day(minutes, speller.language)


def _hours(opens: int, closes: int, speller: Speller) -> str:
    if (opens, closes) == (0, 1440):
        return speller.words.message("all_day")
    return speller.words.message("range", first=_hour(opens, speller), last=_hour(closes, speller))


def _week(value: Week, speller: Speller) -> str:
    if value.is_always:
        return speller.words.message("round_the_clock")
    spans = []
    for span in value.spans:
        first, last = (formats.weekday(day, speller.language) for day in (span.first_day, span.last_day))
        days = first if first == last else speller.words.message("range", first=first, last=last)
        spans.append(f"{days}, {_hours(span.opens, span.closes, speller)}")
    return "; ".join(spans)


def _weekly_window(value: WeeklyWindow, speller: Speller) -> str:
    return f"{formats.weekday(value.weekday, speller.language)}, {_hours(value.opens, value.closes, speller)}"


def _yearly_period(value: YearlyPeriod, speller: Speller) -> str:
    first, last = (formats.day_in_year(day.month, day.day, speller.language) for day in (value.first, value.last))
    return speller.words.message("range", first=first, last=last)


def _zone(value: Zone, speller: Speller) -> str:  # noqa: ARG001  # a zone has one name in every language
    return value.name


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
            return _noun(value, speller)
        case date():
            return _date(value, speller)
        case Decimal():
            return _number(value, speller)
        case _:
            return _text(value, speller)


def _listed(value: tuple[Any, ...], speller: Speller) -> str:
    return formats.and_list(_items(value, speller), speller.language)


def _listed_or(value: tuple[Any, ...], speller: Speller) -> str:
    return formats.or_list(_items(value, speller), speller.language)


Form = tuple[type | tuple[type, ...], Callable[[Any, Speller], str]]

FORMS: Mapping[str, Form] = {
    "text": ((Prose, str), _text),
    "percent": (Percent, _percent),
    "money": (Money, _money),
    "amount": (Money, _amount),
    "exact": (Fraction, _exact),
    "hms": (Fraction, _hms),
    "fee": (Fee, _fee),
    "share": (Share, _share),
    "portion": (Share, _portion),
    "period": (Share, _period),
    "allowance": (Allowance, _allowance),
    "duration": (Duration, _duration),
    "interval": (Duration, _interval),
    "level": (Severity, _level),
    "time_of_severity": (str, time_of_severity),
    "quantity": (Quantity, _quantity),
    "number": ((int, Decimal), _number),
    "date": (date, _date),
    "noun": (Choice, _noun),
    "target": (Target, _target),
    "border": (Target, _border),
    "window": (Window, _window),
    "formula": (Formula, _formula),
    "threshold": (Formula, _threshold),
    "week": (Week, _week),
    "weekly_window": (WeeklyWindow, _weekly_window),
    "yearly_period": (YearlyPeriod, _yearly_period),
    "zone": (Zone, _zone),
    "yes_no": (bool, _yes_no),
    "named": ((str, tuple), _named),
    "listed": (tuple, _listed),
    "listed_or": (tuple, _listed_or),
}


def spell(value: Any, form: str, speller: Speller) -> str:
    """The words of a value in a form; a form that does not fit the value is the author's mistake (`TypeError`)."""
    wanted, speak = FORMS[form]
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise TypeError(f"the filter {form} cannot spell {type(value).__name__.lower()}")
    return speak(value, speller)


def said(value: Any, field: str, form: str, speller: Speller) -> Value | Blank:
    """The words of a fact with its field and form, or a blank where it is absent."""
    if value is not None and value != ():
        try:
            return Value(spell(value, form, speller), field, form)
        except MissingProse:
            pass
    return Blank(speller.words.message("blank"), field)
