"""Finds what is written as another language writes it: decimals, groups of three, the space at a percent sign, quotes.

Only a number beside a percent sign, a currency or a unit of time is judged: "4.2" alone may be a clause, and
"31.12.2027" a date. Which signs a language uses is data (`data/<language>_numbers.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from sla_drafter.language.counting import number_data
from sla_drafter.language.formats import number
from sla_drafter.language.patterns import compiled
from sla_drafter.language.typography import NO_BREAK, unspaced_in
from sla_drafter.values import frozen

_GROUP = 3
_FIGURES = ("first", "second", "third")
_SIGNS = r"EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|MXN|BRL|€|\$|£"
_MOST_PERCENT = 1000


@frozen
class Strange:
    """Something written as another language writes it: where it begins, and what it would be in this one."""

    start: int
    words: str
    right: str


@frozen
class _Notation:
    """The decimal sign, the signs of groups, where the other of "." and "," stands in a figure, measured numbers."""

    decimal: str
    groups: str
    with_other: re.Pattern[str]
    measured: re.Pattern[str]
    unapart: re.Pattern[str]


@cache
def _notation(language: str) -> _Notation:
    data = number_data(language)
    after = "|".join(map(re.escape, (*data["units"], *data["money"])))
    figure = r"(?<![\w.,/-])(?P<{0}>\d+(?:[.,]\d+)+)"
    return _Notation(
        data["decimal"],
        "".join(data["groups"]),
        compiled(rf"\d{re.escape(_other(data['decimal']))}\d"),
        compiled(
            rf"{figure.format('first')}\s?(?P<percent>%)|{figure.format('second')}\s?(?:{_SIGNS}|(?:{after})\b)"
            rf"|(?:{_SIGNS})\s?(?P<third>\d+(?:[.,]\d+)+)(?![\d.,]*\d)"
        ),
        compiled(r"%(?<=\d%)" if _is_apart(data) else r"\s%(?<=\d\s%)"),
    )


def _is_apart(data: Any) -> bool:
    return str(data["percent_is_apart"]) == "yes"


def strange_numbers(text: str, language: str) -> Iterator[Strange]:
    """The measured numbers of a text whose decimal sign or groups are those of another language."""
    notation = _notation(language)
    for found in notation.measured.finditer(text) if notation.with_other.search(text) else ():
        group = next(name for name in _FIGURES if found[name])
        figure = found[group]
        if _is_strange(figure, notation.decimal, is_percent=bool(found["percent"])):
            right = number(_value(figure), language)
            yield Strange(found.start(group), figure, right)


def _other(decimal: str) -> str:
    return "," if decimal == "." else "."


def _is_strange(figure: str, decimal: str, *, is_percent: bool) -> bool:
    """Whether the other of "." and "," is the decimal sign of a figure."""
    other = _other(decimal)
    if other not in figure:
        return False
    last = max(figure.rfind(other), figure.rfind(decimal))
    if figure[last] == decimal:
        return False  # 1,000.50 in English
    if figure.count(other) > 1:
        return False  # 1,000,000 in English
    if len(figure) - last - 1 != _GROUP or decimal in figure:
        return True
    return is_percent and int(figure.replace(other, "")) > _MOST_PERCENT


def _value(figure: str) -> Decimal:
    """The number that another language means by a figure."""
    last = max(figure.rfind(","), figure.rfind("."))
    whole = re.sub(r"\D", "", figure[:last])
    return Decimal(f"{whole}.{figure[last + 1 :]}")


def strange_spaces(text: str, language: str) -> Iterator[Strange]:
    """Where a space stands before a sign, or is missing there, against the custom of the language."""
    notation = _notation(language)
    apart = _is_apart(number_data(language))
    for found in notation.unapart.finditer(text):
        figure = re.search(r"[\d.,]+\Z", text[: found.start()])
        before = figure[0] if figure else ""
        yield Strange(found.start() - len(before), before + found[0], f"{before}{NO_BREAK}%" if apart else f"{before}%")
    if language == "fr":
        yield from (Strange(at, one, _spaced(one)) for at, one in unspaced_in(text, language) if not one.endswith("%"))
    else:
        for found in _APART_SIGN.finditer(text):
            start = found.start() - 2
            yield Strange(start, text[start : found.end()], text[start] + found[0])


_APART_SIGN = compiled(r"[:;!?](?<=[^\W\d_]\s[:;!?])(?=\s|\Z)")


def _spaced(words: str) -> str:
    """The neighbours with the space between them."""
    return f"{words[0]}{NO_BREAK}{words[1:]}"


@frozen
class Quoted:
    """A quotation: where it begins, the whole of it, and what is quoted; of one that does not end, its first mark."""

    start: int
    words: str
    inside: str = ""


def strange_quotes(text: str, language: str) -> Iterator[Quoted]:
    """The quotations of a text in the marks of another language."""
    for found in strange_marks(language).finditer(text):
        mark = found[0]
        whole = _PAIRS[mark].match(text, found.start()) if mark in _PAIRS else None
        yield Quoted(found.start(), whole[0], whole["inside"].strip()) if whole else Quoted(found.start(), mark)


@cache
def strange_marks(language: str) -> re.Pattern[str]:
    """The marks that open a quotation, and not in this language."""
    own = number_data(language)["opening_quotes"]
    behind = dict.fromkeys("“„«‘‚‹", r"\s?\w") | dict.fromkeys("»›", r"\w")
    return compiled("|".join(rf"(?<!\w){mark}(?={word})" for mark, word in behind.items() if mark not in own))


_MARKS = "“”„«»"
_PAIRS = {
    mark: compiled(rf"{mark}(?P<inside>[^{_MARKS}\n]{{1,200}})[{ends}]")
    for mark, ends in {"“": "”", "„": "“”", "«": "»", "»": "«"}.items()
}
"""How a quotation ends that begins with a mark; single marks are apostrophes too, so they are told and never paired."""


_FINE = compiled(r"(?<![\w.,])\d{1,3}[.,]\d{2,}\s?%")


def fine_percentages(text: str) -> Iterator[str]:
    """The percentages of a text that have two or more decimals, in the notation of any language."""
    return (found[0] for found in _FINE.finditer(text))
