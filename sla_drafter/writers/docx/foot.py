"""The foot of the pages where it is too long for one line: divided so that the page number keeps its place.

The number stands behind a tab at the right edge. Words that run into it would push it to the left of the next line.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Break, Inline, Text
from sla_drafter.document.walk import words_of

_SIGN = "\N{MIDDLE DOT} "
_LETTER = Decimal("0.5")  # the usual width of a letter, as a share of its size


def divided_foot(foot: tuple[Inline, ...], page_of: str, house: House) -> tuple[Inline, ...]:
    """The foot, with a line break behind the sign after which the rest and the page number have room."""
    room = int((house.paper.width - house.paper.left - house.paper.right) / (house.sizes.small * _LETTER))
    taken = len(page_of)
    if len(words_of(foot)) + taken <= room:
        return foot
    fitting = [parts for parts in _divisions(foot) if len(words_of(parts[1])) + taken <= room]
    short = [parts for parts in fitting if len(words_of(parts[0])) <= room]
    for before, after in (short or fitting)[-1:]:
        return (*before, Break(), *after)
    return foot


def _divisions(foot: tuple[Inline, ...]) -> Iterator[tuple[tuple[Inline, ...], tuple[Inline, ...]]]:
    """The foot in two parts, for each sign that divides it."""
    for at, inline in enumerate(foot):
        if isinstance(inline, Text) and _SIGN in inline.words:
            before, sign, after = inline.words.partition(_SIGN)
            rest = (Text(after),) if after else ()
            yield (*foot[:at], Text(before + sign)), (*rest, *foot[at + 1 :])
