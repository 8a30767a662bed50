"""The peer of the benchmark for PDF: reportlab's platypus as it is sold, on the same content.

It sets the same words, as somebody would who knows platypus: a title page with the contents, numbered headings, titles
and defined terms in bold, list markers that hang, tables with repeated headers, page x of y at the foot of each page,
the same typeface embedded. It has no tags, bookmarks, links, form fields and archive data, and its contents name no
pages: those would take it a second pass, which doubles its time.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import resources
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as PlatypusTable

from sla_drafter.document.house import House
from sla_drafter.document.nodes import (
    Block,
    Cell,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Items,
    Link,
    Note,
    Section,
    Strong,
    Table,
)
from sla_drafter.document.number import marker, numbers
from sla_drafter.document.printed import BULLET
from sla_drafter.document.walk import cover_lines, inline_children, lines_of, listed_sections, words_of

_FACES = {"regular": "Stock", "bold": "Stock-Bold", "italic": "Stock-Italic", "bold_italic": "Stock-BoldItalic"}
_TEXT = ParagraphStyle("text", fontName="Stock", fontSize=10.5, leading=14, leftIndent=34, spaceBefore=3)
_ITEM = ParagraphStyle("item", parent=_TEXT, leftIndent=54, bulletIndent=34, spaceBefore=1)
_CELL = ParagraphStyle("cell", fontName="Stock", fontSize=9, leading=12)
_HEADING = ParagraphStyle("heading", parent=_TEXT, fontName="Stock-Bold", fontSize=12, leftIndent=0, keepWithNext=1)
_LINES = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("FONTNAME", (0, 0), (-1, -1), "Stock")])


class _Numbered(Canvas):
    """The recipe of reportlab's users for page x of y: every page is kept until all are known."""

    def __init__(self, *arguments: Any, foot: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._foot = foot
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - the name is the PDF library's
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for page, kept in enumerate(self._kept, 1):
            self.__dict__.update(kept)
            self.setFont("Stock", 8)
            self.drawString(72, 40, self._foot)
            self.drawRightString(A4[0] - 72, 40, f"Page {page} of {len(self._kept)}")
            super().showPage()
        super().save()


def platypus_render(document: Document, house: House) -> Callable[[], bytes]:
    """What sets the same words with stock platypus."""
    folder = resources.files(house.typeface.package) / "files"
    for style, name in _FACES.items():
        file = io.BytesIO((folder / house.typeface.faces[style]).read_bytes())
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily("Stock", *_FACES.values())

    def render() -> bytes:
        held = io.BytesIO()
        canvas = partial(_Numbered, foot=words_of(document.footer), initialFontName="Stock")
        SimpleDocTemplate(held, pagesize=A4, topMargin=64, bottomMargin=64).build(
            list(_Story(document).all()), canvasmaker=canvas
        )
        return held.getvalue()

    return render


class _Story:
    """The flowables of one paper."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.counted = numbers(document)

    def all(self) -> Iterator[Flowable]:
        """The title page with its contents, and the text."""
        for line in cover_lines(self.document):
            yield Paragraph(_markup(line), _TEXT)
        for section in listed_sections(self.document):
            yield Paragraph(f"{self.number(section)} {_markup(section.title)}", _TEXT)
        yield PageBreak()
        for story in self.document.stories:
            yield from self.flowables(story.blocks)

    def number(self, section: Section) -> str:
        return self.counted[section.id].printed if section.id in self.counted else ""

    def flowables(self, blocks: Iterable[Block], style: ParagraphStyle = _TEXT, bullet: str = "") -> Iterator[Flowable]:
        for block in blocks:
            match block:
                case Section():
                    yield Paragraph(_markup(block.title), _HEADING, bulletText=self.number(block))
                    yield from self.flowables(block.blocks)
                case Items():
                    for position, item in enumerate(block.items):
                        mark = marker(position, 0, self.document.numbering) if block.ordered else BULLET
                        yield from self.flowables(item.blocks, _ITEM, mark)
                case Table():
                    rows = [_cells(block.header), *(_cells(row.cells) for row in block.rows)]
                    yield PlatypusTable(rows, style=_LINES, repeatRows=1)
                    yield Spacer(0, 6)
                case _:
                    yield from (Paragraph(_markup(line), style, bulletText=bullet or None) for line in lines_of(block))


def _cells(cells: tuple[Cell, ...]) -> list[Paragraph]:
    return [Paragraph(_markup(cell.children), _CELL) for cell in cells]


def _markup(line: Iterable[Inline]) -> str:
    """A line in the markup of platypus; letters that are bold in our file are bold in it."""
    return "".join(map(_one, line))


def _one(inline: Inline) -> str:
    match inline:
        case Definition(words=words):
            return f"<b>{escape(words)}</b>"
        case Strong():
            return f"<b>{_markup(inline_children(inline))}</b>"
        case Emphasis() | Link() | Note() | Inserted() | Deleted() | Comment():
            return _markup(inline_children(inline))
        case _:
            return escape(words_of((inline,)))
