"""The figures of a text, each as one number whatever language wrote it: "1.000,50" in German is "1000.5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.language.counting import number_data
from sla_drafter.language.patterns import compiled

_FIGURE = compiled(r"\d+(?:[.,:’\u00a0\u202f ]\d+)*")
_GROUPED = compiled(r"(?<=\d)[.,’\u00a0\u202f ](?=\d{3}(?!\d))")


def figures_of(text: str, language: str) -> Iterator[str]:
    """Each figure of a text, groups of three put together; a date or a time of day gives the figures of its parts."""
    decimal = str(number_data(language)["decimal"])
    for found in _FIGURE.finditer(text):
        yield from _figures(found[0], decimal)


def _figures(words: str, decimal: str) -> Iterator[str]:
    if words.count(decimal) == 1 and re.fullmatch(rf"[\d.,’\u00a0\u202f ]*\d{re.escape(decimal)}\d+", words):
        whole, _, part = words.partition(decimal)
        yield _plain(f"{re.sub(r'[^0-9]', '', whole)}.{part}")
        return
    joined = _GROUPED.sub("", words)
    yield from (_plain(one) for one in re.findall(r"\d+", joined))


def _plain(digits: str) -> str:
    """A number without zeros that say nothing: 07 is 7, 4.50 is 4.5."""
    return format(Decimal(digits).normalize(), "f")
