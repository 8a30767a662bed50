"""Text that a terminal shows as it is: no character turns the writing direction, rings, or moves the cursor."""

from __future__ import annotations

import textwrap
import unicodedata

WIDTH = 100
"""How many columns every report is laid out for, whatever the window has."""

# Controls, formats (turn the direction, have no width), halves of pairs, unassigned, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_WIDE = frozenset({"W", "F"})
_TAB = "    "


def visible(text: str) -> str:
    """The text with each character that has no look of its own named: `<U+202E>`. New lines stay, tabs are spaces."""
    return "".join(map(_seen, text))


def _seen(character: str) -> str:
    if character == "\t":
        return _TAB
    if character != "\n" and unicodedata.category(character) in _HIDDEN:
        return f"<U+{ord(character):04X}>"
    return character


def width(text: str) -> int:
    """How many columns of a terminal a visible text takes: wide letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in _WIDE else 1
        for character in text
    )


def wrapped(words: str, columns: int = WIDTH, indent: str = "") -> list[str]:
    """The text in lines that are not longer than that; what has to be pasted is never broken."""
    return [
        part
        for line in visible(words).split("\n")
        for part in textwrap.wrap(
            line,
            columns,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    ]
