"""The lines of a Word file as a reader of it sees them: every paragraph in reading order, with its computed number.

Tables are read row by row, cell by cell; content controls, tracked changes and text boxes are gone through, never
left out; a note is read where its mark stands. Tracked changes are read as they are printed with all of them shown, or
as the text will be when they are accepted or rejected; numbers are counted accordingly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory
from lxml import etree

from sla_drafter.readers.changes import Changes
from sla_drafter.readers.docx.line import Cell, FieldResult, Line
from sla_drafter.readers.docx.numbering import Numbering
from sla_drafter.readers.docx.package import Package, W
from sla_drafter.readers.docx.stories import notes
from sla_drafter.values import define

__all__ = ["Changes", "FieldResult", "Line", "lines", "part_lines", "style_names"]

_DRAWN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PROPERTIES = {
    f"{W}{name}" for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr")
}
_SIGNS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}  # fmt: skip


_GONE = {
    Changes.ALL: set[str](),
    Changes.ACCEPTED: {f"{W}del", f"{W}moveFrom"},
    Changes.REJECTED: {f"{W}ins", f"{W}moveTo"},
}


@define
class _Field:
    """A field that is open: what it says, and whether its result has begun."""

    instruction: str = ""
    result: list[str] | None = None


@define
class _Paragraph:
    """What has been gathered of the paragraph that is being read."""

    words: list[str] = Factory(list)
    sources: list[tuple[etree._Element, str]] = Factory(list)
    references: list[FieldResult] = Factory(list)
    bookmarks: list[str] = Factory(list)
    boxes: list[etree._Element] = Factory(list)
    contents: bool = False


@define
class _Reading:
    """One pass over a story."""

    numbering: Numbering
    style_names: Mapping[str, str]
    notes: Mapping[str, etree._Element]
    gone: set[str]
    carried: _Paragraph = Factory(_Paragraph)
    fields: list[_Field] = Factory(list)
    waiting: list[str] = Factory(list)
    tables: int = -1

    def blocks(self, parent: etree._Element, cell: Cell | None = None) -> Iterator[Line]:
        """The lines of everything below a container."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self.paragraph(element, cell)
            elif element.tag == f"{W}bookmarkStart":
                self.waiting.append(str(element.get(f"{W}name")))
            elif element.tag == f"{_DRAWN}AlternateContent":
                yield from self.blocks(_chosen(element), cell)
            elif element.tag == f"{W}tbl" and cell is None:
                yield from self.table(element)
            elif element.tag not in _PROPERTIES and not self._is_gone(element, f"{W}trPr"):
                yield from self.blocks(element, cell)

    def table(self, element: etree._Element) -> Iterator[Line]:
        """The lines of a table that stands in no other, row by row, cell by cell."""
        self.tables += 1
        table = self.tables
        for row, found in enumerate(self._of_table(element, f"{W}tr")):
            if not self._is_gone(found, f"{W}trPr"):
                for column, inside in enumerate(self._of_table(found, f"{W}tc")):
                    yield from self.blocks(inside, (table, row, column))

    def _of_table(self, parent: etree._Element, tag: str) -> Iterator[etree._Element]:
        """The rows of a table or the cells of a row, those in content controls and around changes among them."""
        for element in parent:
            if element.tag == tag:
                yield element
            elif element.tag == f"{W}bookmarkStart":
                self.waiting.append(str(element.get(f"{W}name")))
            elif element.tag not in _PROPERTIES:
                yield from self._of_table(element, tag)

    def paragraph(self, element: etree._Element, cell: Cell | None) -> Iterator[Line]:
        properties = element.find(f"{W}pPr")
        style = "" if properties is None else _value(properties.find(f"{W}pStyle"))
        gathered, self.carried = self.carried, _Paragraph()
        gathered.bookmarks += self.waiting
        gathered.contents = self._in_contents()
        self.waiting = []
        self._inside(element, gathered)
        if properties is not None and self._is_gone(properties, f"{W}rPr"):
            self.carried = gathered
            return
        only_break = _ends_section(properties) and element.find(f"{W}r") is None
        label = None if only_break else self.numbering.label(properties, style or self.style_names.get("", ""))
        yield Line(
            label,
            "".join(gathered.words),
            tuple(gathered.bookmarks),
            self.style_names.get(style, style).lower(),
            tuple(gathered.references),
            gathered.contents or self._in_contents(),
            cell,
            tuple(gathered.sources),
            element,
        )
        for box in gathered.boxes:
            yield from self.blocks(box, cell)

    def _is_gone(self, element: etree._Element, properties: str) -> bool:
        """Is this whole paragraph end or row taken out, in the view that is read? A paragraph then joins the next."""
        marks = element.find(properties)
        return marks is not None and any(mark.tag in self.gone for mark in marks)

    def _in_contents(self) -> bool:
        return any(field.instruction.split()[:1] == ["TOC"] for field in self.fields)

    def _inside(self, parent: etree._Element, gathered: _Paragraph) -> None:
        for element in parent:
            tag = element.tag
            if tag in {f"{W}t", f"{W}delText"}:
                self._say(element.text or "", gathered, element)
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], gathered, element)
            elif tag == f"{W}sym":
                self._say(_symbol(element), gathered, element)
            elif tag == f"{W}bookmarkStart":
                gathered.bookmarks.append(str(element.get(f"{W}name")))
            elif tag in {f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"}:
                self._field(element, gathered)
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self._note(element, gathered)
            elif tag == f"{W}txbxContent":
                gathered.boxes.append(element)
            elif tag == f"{_DRAWN}AlternateContent":
                self._inside(_chosen(element), gathered)
            elif tag not in _PROPERTIES and tag not in self.gone and not _hidden(element):
                self._inside(element, gathered)

    def _say(self, words: str, gathered: _Paragraph, element: etree._Element) -> None:
        for field in self.fields:
            if field.result is not None:
                field.result.append(words)
        if all(field.result is not None for field in self.fields):
            gathered.words.append(words)
            gathered.sources.append((element, words))

    def _field(self, element: etree._Element, gathered: _Paragraph) -> None:
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}instrText":
            if self.fields:
                self.fields[-1].instruction += element.text or ""
        elif element.tag == f"{W}fldSimple":
            self.fields.append(_Field(str(element.get(f"{W}instr", "")), []))
            self._inside(element, gathered)
            self._end_field(gathered)
        elif kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = []
            gathered.contents = gathered.contents or self._in_contents()
        elif kind == "end" and self.fields:
            self._end_field(gathered)

    def _end_field(self, gathered: _Paragraph) -> None:
        field = self.fields.pop()
        if field.instruction.split()[:1] == ["REF"]:
            gathered.references.append(FieldResult(field.instruction.strip(), "".join(field.result or ())))

    def _note(self, element: etree._Element, gathered: _Paragraph) -> None:
        note = self.notes.get(f"{_name(element)[:4]}{element.get(f'{W}id')}")
        if note is not None:
            for line in self.blocks(note):
                self._say(line.words, gathered, element)


def _ends_section(properties: etree._Element | None) -> bool:
    """A paragraph that holds nothing but the end of a section of the file has no number, whatever its style says."""
    return properties is not None and properties.find(f"{W}sectPr") is not None


def _chosen(element: etree._Element) -> etree._Element:
    """One of the alternatives that say the same."""
    return next(iter(element), element)


def _hidden(element: etree._Element) -> bool:
    """A run that is set not to be shown."""
    mark = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return mark is not None and mark.get(f"{W}val", "true") not in {"0", "false", "off"}


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; those fonts keep their signs in the private area, as a bullet or a box."""
    code = str(element.get(f"{W}char", ""))
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def style_names(package: Package) -> dict[str, str]:
    """The names of styles by id; under the empty id the id of the style that paragraphs have by themselves."""
    part = package.related(package.document, "styles")
    found: dict[str, str] = {}
    for style in () if part is None else package.parsed(part).iter(f"{W}style"):
        identity = str(style.get(f"{W}styleId"))
        found[identity] = _value(style.find(f"{W}name")) or identity
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            found[""] = identity
    return found


def lines(package: Package, changes: Changes = Changes.ALL, *, notes_inside: bool = True) -> tuple[Line, ...]:
    """The lines of the main text, in order, with the tracked changes as asked for; notes inside of it, or left out."""
    body = package.parsed(package.document).find(f"{W}body")
    told = notes(package) if notes_inside else {}
    return () if body is None else part_lines(package, body, changes, told)


def part_lines(
    package: Package, part: etree._Element, changes: Changes, told: Mapping[str, etree._Element]
) -> tuple[Line, ...]:
    """The lines of the text, a note, a header or a footer; `told` are the notes that are read where their marks are."""
    reading = _Reading(Numbering.of(package), style_names(package), told, _GONE[changes])
    found = list(reading.blocks(part))
    left = reading.carried
    if left.words:
        found.append(
            Line(
                None,
                "".join(left.words),
                tuple(left.bookmarks),
                "",
                tuple(left.references),
                False,
                sources=tuple(left.sources),
            )
        )
    return tuple(found)
