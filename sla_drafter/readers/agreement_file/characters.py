"""Characters that nobody can see and that change what a reader sees: refused by name, wherever they stand.

A right-to-left override makes "gepj.exe" of "exe.jpeg"; a zero-width space makes two names of one. Everything else of
Unicode stays as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sla_drafter.findings import Finding
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.mistakes import mistake
from sla_drafter.readers.agreement_file.nodes import Origin

KEPT_COLON, KEPT_MARK = "\U0010fffd", "\U0010fffc"
"""Stand for the colon of `TBC: a note` and for a question mark while the file is parsed; nobody may type them."""

UNSAFE = compiled(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f" + KEPT_COLON + KEPT_MARK + "]|\r(?!\n)"
)
_CONTROLS = {
    "\x00": "NULL",
    "\x07": "BELL",
    "\x08": "BACKSPACE",
    "\x0b": "LINE TABULATION",
    "\x0c": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_BYTE_ORDER_MARK = "\ufeff"


def unsafe_in(text: str) -> Iterator[re.Match[str]]:
    """Each character of a text that is refused."""
    return UNSAFE.finditer(text)


def unsafe_characters(origin: Origin) -> Iterator[Finding]:
    """A mistake for each unsafe character of a file; a byte order mark at its start is none."""
    for found in unsafe_in(origin.text):
        if _is_unsafe(found):
            place = origin.place(found.start(), found.end(), "a character that cannot be seen")
            yield mistake("unsafe_character", f"{name_of(found[0])} stands here. Delete it.", place=place)


def without_unsafe(text: str) -> str:
    """The text with a visible sign in place of each unsafe character, so that the rest of it can be read."""
    return UNSAFE.sub(lambda found: "\ufffd" if _is_unsafe(found) else found[0], text)


def _is_unsafe(found: re.Match[str]) -> bool:
    return found.start() > 0 or found[0] != _BYTE_ORDER_MARK


def name_of(character: str) -> str:
    """The number and the name of a character: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    name = unicodedata.name(character, "") or _CONTROLS.get(character, "") or _kind(character)
    return f"U+{ord(character):04X} {name}"


def _kind(character: str) -> str:
    category = unicodedata.category(character)
    kinds = {"Cc": "CONTROL CHARACTER", "Co": "PRIVATE USE CHARACTER", "Cs": "SURROGATE", "Cf": "FORMAT CHARACTER"}
    return kinds.get(category, "NOT A CHARACTER")
