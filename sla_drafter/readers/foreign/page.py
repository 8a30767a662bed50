"""The pieces of a page: headings, paragraphs, list items with their markers, table cells; only what is text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count, repeat
from typing import TYPE_CHECKING

from attrs import define, field

from sla_drafter.document.number import letters, roman
from sla_drafter.document.printed import BULLET
from sla_drafter.readers.foreign.pieces import At, Piece
from sla_drafter.readers.html import INLINE, root_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LINE = "data-sla-drafter-line"
"""The attribute that says in which line of a Markdown file an element begins."""
_NOT_TEXT = frozenset(("script", "style", "template", "svg", "head", "noscript", "object", "iframe", "select"))
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


@define
class _Walk:
    """Words gathered on the way through a page, and where they stand."""

    found: list[Piece] = field(factory=list)
    words: list[str] = field(factory=list)
    label: str = ""
    level: int = 0
    line: int | None = None
    at: At | None = None
    tables: int = 0
    lists: list[Iterator[str]] = field(factory=list)

    def flush(self) -> None:
        """Ends the paragraph that is being read."""
        words = "".join(self.words)
        if words.strip():
            self.found.append(Piece(words, self.label, level=self.level, line=self.line, at=self.at))
            self.label = ""
        self.words = []

    def element(self, element: HtmlElement) -> None:
        """One element with what is in it."""
        if not isinstance(element.tag, str) or element.tag in _NOT_TEXT or element.get("hidden") is not None:
            return
        if element.tag in INLINE:
            self._inside(element)
        elif element.tag in ("br", "hr"):
            self.words.append("\n")
        else:
            self._block(element)

    def _block(self, element: HtmlElement) -> None:
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

    def _table(self, element: HtmlElement) -> None:
        table, self.tables = self.tables, self.tables + 1
        for caption in element.findall("caption"):
            self._block(caption)
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        for number, row in enumerate(rows):
            self.line = line_of(row) or self.line
            for column, cell in enumerate(row):
                self.at = At(table, number, column)
                self._block(cell)
                self.at = None

    def _inside(self, element: HtmlElement) -> None:
        self.words.append(element.text or "")
        for child in element:
            self.element(child)
            self.words.append(child.tail or "")


def markers(element: HtmlElement) -> Iterator[str]:
    """The markers that a browser prints before the items of a list, one after the other."""
    if element.tag == "ul":
        yield from repeat(BULLET)
    start = element.get("start") or "1"
    spelled = _COUNTED.get(element.get("type") or "", str)
    for number in count(int(start) if start.isdecimal() and len(start) < _LONGEST_NUMBER else 1):
        yield f"{spelled(number)}."


def line_of(element: HtmlElement) -> int | None:
    """The line of a Markdown file in which an element begins."""
    written = element.get(LINE) or ""
    return int(written) if written.isdecimal() and len(written) < _LONGEST_NUMBER else None
