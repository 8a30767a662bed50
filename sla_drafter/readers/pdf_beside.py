"""What a PDF shows or hides beside its words: the foot of its pages, remarks laid over them, hidden words, programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from sla_drafter.document.beside import Beside, Mark, MarkKind
from sla_drafter.readers.pdf import opened, reading
from sla_drafter.readers.pdf_letters import Letters, letters_of, text_bytes

_OURS = frozenset({"/Link", "/Widget"})
_STRUCK = frozenset({"/StrikeOut", "/Redact"})
_INVISIBLE = frozenset({3, 7})
_ACTIONS = ("/OpenAction", "/AA")


def read_beside(data: bytes) -> Beside:
    """The foot of the pages, and every remark, hidden word and program. Raises `Unreadable`."""
    with reading():
        reader = opened(data)
        feet: list[str] = []
        marks: list[Mark] = list(_programs(reader))
        for page in reader.pages:
            foot, hidden = _shown(page)
            feet.append(foot)
            marks.extend(hidden)
            marks.extend(_annotations(page))
        return Beside(" ".join(feet), tuple(marks))


def _programs(reader: PdfReader) -> Iterator[Mark]:
    catalog: Any = reader.trailer["/Root"]
    names = catalog.get("/Names", {})
    if any(key in catalog for key in _ACTIONS) or "/JavaScript" in getattr(names, "get_object", lambda: names)():
        yield Mark(MarkKind.PROGRAM, "an action of the file")


def _annotations(page: PageObject) -> Iterator[Mark]:
    for reference in page.get("/Annots", ()) or ():
        note = reference.get_object()
        kind = str(note.get("/Subtype"))
        if kind not in _OURS:
            deleted = MarkKind.DELETED if kind in _STRUCK else MarkKind.REMARK
            yield Mark(deleted, str(note.get("/Contents", kind)), author=str(note.get("/T", "")))


def _shown(page: PageObject) -> tuple[str, list[Mark]]:
    """The words that are set for nobody to hear, and those that are set invisibly."""
    contents = page.get_contents()
    unheard: list[str] = []
    hidden: list[Mark] = []
    letters, font, invisible, depth = letters_of(page), None, False, list[str]()
    for operands, operator in [] if contents is None else ContentStream(contents, page.pdf).operations:
        match operator:
            case b"Tf":
                font = letters.get(str(operands[0]))
            case b"Tr":
                invisible = int(operands[0]) in _INVISIBLE
            case b"BMC" | b"BDC":
                depth.append(str(operands[0]))
            case b"EMC":
                del depth[-1:]
            case b"Tj" | b"TJ" | b"'" | b'"' if font is not None:
                said = _said(operands, font)
                if "/Artifact" in depth:
                    unheard.append(said)
                if invisible and said.strip():
                    hidden.append(Mark(MarkKind.HIDDEN, said))
            case b"Td" | b"TD" | b"Tm" | b"T*" | b"ET":
                unheard.append(" ")
    return " ".join("".join(unheard).split()), hidden


def _said(operands: list[Any], font: Letters) -> str:
    return "".join(font.words(data) for data in text_bytes(operands))
