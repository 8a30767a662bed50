"""The pieces of a page: headings, paragraphs, list items with their markers, table cells; only what is text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from itertools import count, repeat, takewhile
from os import urandom
from typing import TYPE_CHECKING

from attrs import field

from sla_drafter.document.number import letters, roman
from sla_drafter.document.printed import BULLET
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.foreign.pieces import At, Piece
from sla_drafter.readers.html import INLINE, root_of
from sla_drafter.values import define

if TYPE_CHECKING:
    from lxml.etree import _Element

LINE = f"data-line-{urandom(8).hex()}"
"""The attribute that says in which line of a Markdown file an element begins; no file can know its name.

A `br` that has it is no break, and says the line for what follows.
"""
_NOT_TEXT = frozenset(("script", "style", "template", "svg", "head", "noscript", "object", "iframe", "select"))
_UNSEEN = compiled(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:[a-z]+|%)?\s*(?:[;!]|\Z))",
    re.IGNORECASE,
)
"""A style that an element has for itself and that hides it; not that of a style sheet: scripts show what it folds."""
_LONGEST_NUMBER = 7
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_COUNTED: Mapping[str, Callable[[int], str]] = {
    "a": lambda number: letters(number - 1),
    "A": lambda number: letters(number - 1).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


def pieces(data: bytes) -> Iterator[Piece]:
    """Every paragraph of the page that a reader sees, in reading order."""
    walk = _Walk()
    walk.element(root_of(data))
    walk.flush()
    yield from walk.found


def is_seen(element: _Element) -> bool:
    """Whether an element is text that a reader sees: no script, and not hidden by itself."""
    if element.tag in _NOT_TEXT or element.get("hidden") is not None:
        return False
    style = element.get("style")
    return not (style and _UNSEEN.search(style))


@define
class _Walk:
    """Words gathered on the way through a page, and where they stand."""

    found: list[Piece] = field(factory=list)
    words: list[str] = field(factory=list)
    label: str = ""
    level: int = 0
    begun: bool = False
    line: int | None = None
    further: int | None = None
    at: At | None = None
    tables: int = 0
    lists: list[Iterator[str]] = field(factory=list)

    def flush(self) -> None:
        """Ends the paragraph that is being read."""
        words = "".join(self.words)
        if words.strip():
            self.found.append(Piece(words, self.label, level=self.level, line=self.line, at=self.at))
            self.label = ""
        self.words, self.begun = [], False
        self.line, self.further = self.further or self.line, None

    def say(self, words: str | None) -> None:
        """Words of the paragraph that is being read."""
        if words:
            self.words.append(words)
            self.begun = self.begun or not words.isspace()

    def element(self, element: _Element) -> None:
        """One element with what is in it."""
        if not is_seen(element):
            return
        if element.tag in INLINE:
            self._inside(element)
        elif element.tag in ("br", "hr"):
            self._break(element)
        else:
            self._block(element)

    def _break(self, element: _Element) -> None:
        """The end of a line, or the line of the file in which the words that follow stand."""
        line = line_of(element)
        if line is None:
            self.say("\n")
        elif self.begun:
            self.further = line
        else:
            self.line = line

    def _block(self, element: _Element) -> None:
        self.flush()
        before = (self.level, self.at, self.line)
        self.line = line_of(element) or self.line
        self.level = _LEVELS.get(element.tag, self.level)
        if element.tag == "li":
            self.label = next(self.lists[-1]) if self.lists else BULLET
        if element.tag == "table" and self.at is None:
            self._table(element)
        elif element.tag in ("ol", "ul"):
            self.lists.append(markers(element))
            self._inside(element)
            self.lists.pop()
        else:
            self._inside(element)
        self.flush()
        self.label = "" if element.tag == "li" else self.label
        self.level, self.at, self.line = before

    def _table(self, element: _Element) -> None:
        table, self.tables = self.tables, self.tables + 1
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        holders = {holder for row in rows for holder in takewhile(lambda one: one is not element, row.iterancestors())}
        self._rows(element, {row: At(table, number, 0) for number, row in enumerate(rows)}, holders)

    def _rows(self, element: _Element, rows: Mapping[_Element, At], holders: Set[_Element]) -> None:
        """The rows in one part of a table, and whatever stands between them."""
        self.say(element.text)
        for child in element:
            if child in rows:
                self.flush()
                if is_seen(child):
                    self._cells(child, rows[child])
            elif child in holders:
                self._rows(child, rows, holders)
            else:
                self.element(child)
            self.say(child.tail)

    def _cells(self, row: _Element, at: At) -> None:
        self.line, self.at = line_of(row) or self.line, at
        self.say(row.text)
        for cell in row:
            self.element(cell)
            self.say(cell.tail)
            if cell.tag in ("td", "th"):
                self.flush()
                self.at = at = At(at.table, at.row, at.column + 1)
        self.flush()
        self.at = None

    def _inside(self, element: _Element) -> None:
        self.say(element.text)
        for child in element:
            self.element(child)
            self.say(child.tail)


def markers(element: _Element) -> Iterator[str]:
    """The markers that a browser prints before the items of a list, one after the other."""
    if element.tag == "ul":
        yield from repeat(BULLET)
    start = element.get("start") or "1"
    spelled = _COUNTED.get(element.get("type") or "", str)
    for number in count(int(start) if start.isdecimal() and len(start) < _LONGEST_NUMBER else 1):
        yield f"{spelled(number)}."


def line_of(element: _Element) -> int | None:
    """The line of a Markdown file in which an element begins, as whoever made the page says it."""
    written = element.get(LINE)
    return int(written) if written else None
