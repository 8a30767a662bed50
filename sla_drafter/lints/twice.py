"""Numbers that a paper says twice: "thirty (30)", "30 (dreißig)", "cinq pour cent (5 %)", "4 hours (four hours)".

What is counted may stand before the bracket, in it, or at both places; then it is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sla_drafter.language.counting import number_data, spelled_decimal
from sla_drafter.language.kept import kept
from sla_drafter.language.patterns import compiled
from sla_drafter.language.stems import stem
from sla_drafter.values import frozen

_WORDS = r"[^\W\d_]{1,40}(?:[- ][^\W\d_]{1,20}){0,6}"
_FIGURE = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d{1,4})?|\d{1,6}(?:[.,]\d{1,4})?"
_GROUPED = compiled(r"\d{1,3}(?:\D\d{3})+")
_POINT = compiled(r"[.,](?=\d+\Z)")
_GROUPS = compiled(r"\D")
_LONGEST = 120
"""How many signs a number in words has at most."""


@frozen
class Twice:
    """A number in words and in figures: where it begins, the whole place, what would be enough, and its two parts."""

    start: int
    words: str
    once: str
    in_words: str
    in_figures: str
    spelled: Decimal
    figure: Decimal


def said_twice(text: str, language: str) -> tuple[Twice, ...]:
    """Every number of a text that stands there in words and in figures, one of them in brackets."""
    return _said_twice(text, language) if "(" in text else ()


@kept(1024)
def _said_twice(text: str, language: str) -> tuple[Twice, ...]:
    return tuple(_in_brackets(text, language))


def _in_brackets(text: str, language: str) -> Iterator[Twice]:
    figure_in_brackets, words_in_brackets = _patterns(language)
    for found in figure_in_brackets.finditer(text):
        end = found.start("unit") if found["unit"] else found.start()
        spelled = spelled_decimal(text[max(0, end - _LONGEST) : end].rstrip(), language)
        if spelled and _counts_the_same(found, language):
            start = text.rindex(spelled[0], 0, end)
            inside = found[0].partition("(")[2].removesuffix(")")
            share = "" if "%" in inside else found["share"].strip()
            once = " ".join(filter(None, (inside, share, "" if found["inside"] else found["unit"])))
            yield _twice(start, text[start : found.end()], once, spelled, found["figure"], language)
    for found in words_in_brackets.finditer(text):
        spelled = spelled_decimal(found["words"], language)
        if spelled and spelled[0] == found["words"] and _counts_the_same(found, language):
            before = found[0].partition("(")[0].rstrip()
            once = " ".join(filter(None, (before, "" if found["unit"] else found["inside"])))
            yield _twice(found.start(), found[0], once, spelled, found["figure"], language)


def _counts_the_same(found: re.Match[str], language: str) -> bool:
    """Whether the bracket counts the same thing: "five hours (4 hours)", but not "severity one (4 hours)"."""
    before, inside = (_stems(found[name] or "", language) for name in ("unit", "inside"))
    return not inside or before == inside


def _stems(words: str, language: str) -> list[str]:
    return [stem(word, language) for word in words.split()]


def _twice(start: int, words: str, once: str, spelled: tuple[str, Decimal], figure: str, language: str) -> Twice:
    readings = tuple(_readings(figure, language))
    read = spelled[1] if spelled[1] in readings else readings[0]
    return Twice(start, words, once, spelled[0], figure, spelled[1], read)


def _readings(figure: str, language: str) -> Iterator[Decimal]:
    """What a figure may be: 12.000 is twelve thousand, and in English it may be twelve as well."""
    point = _POINT.search(figure)
    is_grouped = bool(_GROUPED.fullmatch(figure))
    if is_grouped or not point:
        yield Decimal(_GROUPS.sub("", figure))
    if point and (not is_grouped or point[0] == number_data(language)["decimal"]):
        yield Decimal(f"{_GROUPS.sub('', figure[: point.start()])}.{figure[point.end() :]}")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = number_data(language)
    percent = "|".join(map(re.escape, known["percent"]))
    kinds = sorted((*known["units"], *known["counted"]), key=len, reverse=True)
    unit = "|".join(map(re.escape, kinds))
    share, counted, counts = f"(?P<share>(?: (?:{percent}))?)", f"(?: (?P<unit>{unit}))?", rf"(?:\s(?P<inside>{unit}))?"
    figure = rf"(?P<figure>{_FIGURE})(?:\s?%)?"
    return (
        compiled(rf"(?<=\w){share}{counted} ?\({figure}{counts}\)", re.IGNORECASE),
        compiled(rf"(?<![\w.,]){figure}{counted} ?\((?P<words>{_WORDS}?){share}{counts}\)", re.IGNORECASE),
    )
