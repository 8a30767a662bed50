"""Lengths of time, prices and shares for a period, and the targets and windows that are made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from sla_drafter.language.distance import alike, nearest
from sla_drafter.language.patterns import compiled
from sla_drafter.model.scalars import (
    Allowance,
    Choice,
    Duration,
    Fee,
    Formula,
    Percent,
    Quantity,
    Share,
    Target,
    Unit,
    Window,
)
from sla_drafter.readers.agreement_file.figures import (
    SMALL,
    money,
    money_words,
    number,
    percent,
    percent_words,
    plain,
    quantity_words,
)
from sla_drafter.readers.agreement_file.refused import Refused, not_a
from sla_drafter.readers.agreement_file.sides import LEAST, MOST, meant
from sla_drafter.readers.agreement_file.words import choice, choice_words

T = TypeVar("T")
Whole = Callable[[str], str]

_LENGTH = compiled(r"([0-9][0-9.,']*) *(\D.*)")
_WORD_FIRST = compiled(rf"({'|'.join(SMALL)}) +(.+)", re.IGNORECASE)
_THINGS = compiled(r"([0-9][0-9.,']*) +([A-Za-z].*)")
_A_SLIP = 0.7  # how alike a word is to the unit that was meant
_PER = compiled(r"(.+?) per (.+)")
_LOOSE_PER = compiled(r"(.+?) ?(?:/ ?|\b(?:a|an|each|every|per) )(?:calendar )?(\w+)|(.+?) (\w+ly)")
PERIODS = {unit.value: unit for unit in (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)}
_PERIODS_BY_NICKNAME = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
    "annually": "year", "annum": "year",
}  # fmt: skip
UNITS: Mapping[str, Unit] = {
    "ms": Unit.MILLISECOND,
    **{unit.value: unit for unit in Unit},
    **{f"{unit.value}s": unit for unit in Unit},
}
_NICKNAMES = {
    "s": "seconds", "sec": "seconds", "secs": "seconds", "min": "minutes", "mins": "minutes", "h": "hours",
    "hr": "hours", "hrs": "hours", "d": "days", "wk": "weeks", "wks": "weeks", "mo": "months", "mth": "months",
    "mths": "months", "yr": "years", "yrs": "years", "msec": "ms", "working day": "business days",
    "working days": "business days", "working hour": "business hours", "working hours": "business hours",
    "calendar day": "days", "calendar days": "days", "calendar month": "months", "calendar months": "months",
}  # fmt: skip


def duration(words: str, whole: Callable[[str], str] = str) -> Duration:
    """`5 business days`, `200 ms`."""
    found = _LENGTH.fullmatch(words) or _WORD_FIRST.fullmatch(words)
    if re.fullmatch(r"[0-9.,]+", words):
        mend = f"Write {whole(f'{words} minutes')}, {whole(f'{words} business days')}, or whatever is meant."
        raise Refused(f'"{whole(words)}" has no unit. {mend}')
    if not found:
        raise not_a("a length of time", words, example="5 business days", whole=whole)
    digits, unit = found[1], found[2].strip()
    if unit in UNITS and " " in words:
        return Duration(number(digits, lambda right: whole(f"{right} {unit}")), UNITS[unit])
    known = _known_unit(unit)
    right = f"{digits} {known}" if known else ""
    if right:
        duration(right, whole)  # so that no length is proposed that can be read in two ways
    raise not_a("a length of time", words, right, example="5 business days", whole=whole)


def _known_unit(unit: str) -> str:
    plain_unit = unit.casefold().rstrip(".").replace("-", " ")
    if plain_unit in UNITS or plain_unit in _NICKNAMES:
        return _NICKNAMES.get(plain_unit, plain_unit)
    return next(iter(nearest(unit, UNITS, limit=1)), "")


def _means_a_unit(unit: str) -> bool:
    """Whether somebody meant a unit of time: hors are hours, leads are no years."""
    known = _known_unit(unit)
    return bool(known) and (unit.casefold() in _NICKNAMES or alike(unit, known) >= _A_SLIP)


def duration_words(value: Duration) -> str:
    """`5 business days`, `200 ms`."""
    if value.unit is Unit.MILLISECOND:
        return f"{plain(value.amount)} ms"
    return f"{plain(value.amount)} {value.unit.value}{'' if value.amount == 1 else 's'}"


def _for_a_period(words: str, read: Callable[[str, Whole], T], what: str, example: str) -> tuple[T, Unit]:
    found = _PER.fullmatch(words)
    if found and found[2] in PERIODS:
        return read(found[1], lambda part: f"{part} per {found[2]}"), PERIODS[found[2]]
    loose = _LOOSE_PER.fullmatch(words)
    if loose:
        amount, period = (loose[1], loose[2]) if loose[1] else (loose[3], loose[4])
        period = _PERIODS_BY_NICKNAME.get(period, period.removesuffix("s"))
        if period in PERIODS:
            read(amount, lambda part: f"{part} per {period}")  # refused here if it would be refused later
            raise not_a(what, words, f"{amount} per {period}")
    if found:
        near = nearest(found[2], PERIODS, limit=1)
        right = f"{found[1]} per {near[0]}" if near else ""
        mend = f"Write {right}." if near else f"Write {found[1]} per month, or per year."
        raise Refused(f'"{found[2]}" is not a period that repeats. {mend}', right)
    try:
        read(words, str)
    except Refused as refused:
        raise not_a(what, words, example=example) from refused
    raise Refused(f'"{words}" does not say for which period. Write {words} per month, per quarter or per year.')


def fee(words: str) -> Fee:
    """`GBP 12,000 per month`."""
    return Fee(*_for_a_period(words, money, "a fee", "GBP 12,000 per month"))


def fee_words(value: Fee) -> str:
    """`GBP 12,000 per month`."""
    return f"{money_words(value.money)} per {value.per.value}"


def share(words: str) -> Share:
    """`50% per month`."""
    return Share(*_for_a_period(words, percent, "a share", "50% per month"))


def share_words(value: Share) -> str:
    """`50% per month`."""
    return f"{percent_words(value.percent)} per {value.per.value}"


def allowance(words: str) -> Allowance:
    """`4 hours per month`."""
    return Allowance(*_for_a_period(words, duration, "an allowance of time", "4 hours per month"))


def allowance_words(value: Allowance) -> str:
    """`4 hours per month`."""
    return f"{duration_words(value.duration)} per {value.per.value}"


def target(words: str) -> Target:
    """`at least 99.9%`, `at most 4 hours`."""
    for comparator in (LEAST, MOST):
        if words.startswith(f"{comparator} "):
            border = words.removeprefix(comparator).strip()
            read = percent if re.search(r"%|percent|per cent", border) else _border
            at = choice(comparator, "comparator")
            return Target(at, read(border, lambda part, side=comparator: f"{side} {part}"))  # type: ignore[misc]
    side, border = meant(words)
    if side:
        if right := _right_target(f"{side} {border}"):
            raise not_a("a target", words, right)
        target(f"{side} {border}")  # which says what is wrong with the border
    if words in (LEAST, MOST):
        raise Refused(f'"{words}" has no border. Write {words} 99.9%, or {words} 4 hours.')
    right = _right_target(f"{LEAST} {border}").removeprefix(f"{LEAST} ") if border else ""
    if not right:
        raise not_a("a target", words, example="at least 99.9%")
    raise Refused(f'"{words}" does not say on which side. Write at least {right}, or at most {right}.')


def _right_target(words: str) -> str:
    try:
        target(words)
    except Refused as refused:
        return refused.right
    return words


def _border(words: str, whole: Whole) -> Percent | Duration | Quantity:
    if re.fullmatch(r"[0-9.,]+", words):
        raise Refused(
            f'"{whole(words)}" has no unit. Write {whole(f"{words}%")}, or a length of time: {whole("4 hours")}.'
        )
    found = _THINGS.fullmatch(words)
    if found and not _means_a_unit(found[2]):
        return Quantity(number(found[1], lambda digits: whole(f"{digits} {found[2]}")), found[2])
    try:
        return duration(words, whole)
    except Refused as refused:
        if refused.right or any(map(str.isdigit, words)):
            raise
        raise Refused(
            f'"{whole(words)}" has no figure. Write {whole("99.9%")}, or a length of time: {whole("4 hours")}.'
        ) from refused


def target_words(value: Target) -> str:
    """`at least 99.9%`."""
    return f"{choice_words(value.comparator)} {border_words(value.value)}"


def border_words(value: Percent | Duration | Quantity) -> str:
    """`99.9%`, `40 ms`, `250 leads`."""
    match value:
        case Percent():
            return percent_words(value)
        case Quantity():
            return quantity_words(value)
        case Duration():
            return duration_words(value)


def window(words: str) -> Window:
    """`calendar month`, `rolling 30 days`."""
    if words.startswith("rolling "):
        length = words.removeprefix("rolling ").strip()
        return Window(Choice("window", "rolling"), duration(length, "rolling {}".format))
    if words == "rolling":
        raise Refused("rolling needs its length. Write rolling 30 days.", "rolling 30 days")
    return Window(choice(words, "window", {"rolling": f"rolling {_figure(words) or '30 days'}"}))


def window_words(value: Window) -> str:
    """`calendar month`, `rolling 30 days`."""
    return f"{choice_words(value.kind)} {duration_words(value.length)}" if value.length else choice_words(value.kind)


def formula(words: str) -> Formula:
    """`time availability`, `share within 200 ms`."""
    if words.startswith("share within "):
        threshold = words.removeprefix("share within ").strip()
        return Formula(Choice("formula", "share_within"), duration(threshold, "share within {}".format))
    if words == "share within":
        raise Refused("share within needs its time. Write share within 200 ms.", "share within 200 ms")
    return Formula(choice(words, "formula", {"share_within": f"share within {_figure(words) or '200 ms'}"}))


def _figure(words: str) -> str:
    """The figure that words hold, with its unit, so that a mend keeps it: 45 days of "roling 45 days"."""
    found = re.search(r"\d.*", words)
    return found[0] if found else ""


def formula_words(value: Formula) -> str:
    """`time availability`, `share within 200 ms`."""
    words = choice_words(value.kind)
    return f"{words} {duration_words(value.threshold)}" if value.threshold else words
