"""The foot of the pages where it is too long for one line: a line break takes the place of a sign between its parts.

The number of the page stands behind it at the right edge. Each format says what has room on a line of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Break, Inline, Text
from sla_drafter.document.walk import words_of

_SIGN = " \N{MIDDLE DOT} "
_LETTER = Decimal("0.5")  # the usual width of a letter, as a share of its size
Fits = Callable[[str], bool]


def letters_of_line(house: House) -> int:
    """How many letters of the foot about fit on a line between the margins."""
    return int((house.paper.width - house.paper.left - house.paper.right) / (house.sizes.small * _LETTER))


def divided_foot(foot: tuple[Inline, ...], whole: Fits, beside_number: Fits) -> tuple[Inline, ...]:
    """The foot, with a line break in the place of the last sign after which the rest has room beside the page number.

    `whole` says whether words have room on a line of their own, `beside_number` whether the page number does too.
    """
    if beside_number(words_of(foot)):
        return foot
    fitting = [parts for parts in _divisions(foot) if beside_number(words_of(parts[1]))]
    short = [parts for parts in fitting if whole(words_of(parts[0]))]
    for before, after in (short or fitting)[-1:]:
        return (*before, Break(), *after)
    return foot


def _divisions(foot: tuple[Inline, ...]) -> Iterator[tuple[tuple[Inline, ...], tuple[Inline, ...]]]:
    """The foot in two parts, for each sign that parts it."""
    for at, inline in enumerate(foot):
        if isinstance(inline, Text) and _SIGN in inline.words:
            before, _, after = inline.words.partition(_SIGN)
            yield (*foot[:at], *_line(before)), (*_line(after), *foot[at + 1 :])


def _line(words: str) -> tuple[Inline, ...]:
    return (Text(words),) if words else ()
