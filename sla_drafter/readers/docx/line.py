"""What is read of a Word file: lines with their numbers, their fields, and where each of their words stands."""

from __future__ import annotations

from attrs import field
from lxml import etree

from sla_drafter.readers.docx.numbering import Label
from sla_drafter.values import frozen

Cell = tuple[int, int, int]


@frozen
class FieldResult:
    """A cross-reference in the text: its instruction and the words that the file shows for it."""

    instruction: str
    words: str


@frozen
class Line:
    """One paragraph: its number, its words, the bookmarks that begin in it, its style's name, its cross-references.

    `contents` is true for a line of the list of contents. `cell` is the outermost table, row and column, counted from
    0, of a paragraph of a table. `sources` are the elements that its words come from, in order, each with its words;
    `paragraph` is the element that the line ends with.
    """

    label: Label | None
    words: str
    bookmarks: tuple[str, ...]
    style: str
    references: tuple[FieldResult, ...]
    contents: bool
    cell: Cell | None = None
    sources: tuple[tuple[etree._Element, str], ...] = field(default=(), eq=False, repr=False)
    paragraph: etree._Element | None = field(default=None, eq=False, repr=False)

    @property
    def printed(self) -> str:
        """Number and words."""
        return f"{self.label.words} {self.words}" if self.label else self.words
