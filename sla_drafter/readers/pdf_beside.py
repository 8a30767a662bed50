"""What a PDF shows or hides beside its words: the foot of its pages, remarks laid over them, hidden words, programs."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sla_drafter.document.beside import Beside, Mark, MarkKind
from sla_drafter.readers.pdf import opened
from sla_drafter.readers.pdf_letters import Fonts, Letters, text_bytes

_OURS = frozenset({"/Link", "/Widget"})
_STRUCK = frozenset({"/StrikeOut", "/Redact"})
_INVISIBLE = frozenset({3, 7})
_ACTIONS = ("/OpenAction", "/AA")


def read_beside(data: bytes) -> Beside:
    """The foot of the pages, and every remark, hidden word and program. Raises `Unreadable`."""
    with opened(data) as file:
        fonts = Fonts()
        feet: list[str] = []
        marks: list[Mark] = list(_programs(file.Root))
        looks = sha256()
        for page in file.pages:
            foot, hidden = _shown(page, fonts.of_page(page.obj))
            feet.append(foot)
            marks.extend(hidden)
            marks.extend(_annotations(page.obj))
            looks.update(_drawing(page.obj))
        return Beside(" ".join(feet), tuple(marks), looks.hexdigest())


def _drawing(page: Any) -> bytes:
    """All that is drawn on a page, as it is written."""
    import pikepdf

    contents = page.get("/Contents")
    streams = [] if contents is None else contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(bytes(stream.read_bytes()) for stream in streams)


def _programs(catalog: Any) -> Iterator[Mark]:
    if any(key in catalog for key in _ACTIONS) or "/JavaScript" in catalog.get("/Names", {}):
        yield Mark(MarkKind.PROGRAM, "an action of the file")


def _annotations(page: Any) -> Iterator[Mark]:
    for note in page.get("/Annots", ()):
        kind = str(note.get("/Subtype"))
        if kind not in _OURS:
            deleted = MarkKind.DELETED if kind in _STRUCK else MarkKind.REMARK
            yield Mark(deleted, str(note.get("/Contents", kind)), author=str(note.get("/T", "")))


def _shown(page: Any, letters: dict[str, Letters]) -> tuple[str, list[Mark]]:
    """The words that are set for nobody to hear, and those that are set invisibly."""
    import pikepdf

    unheard: list[str] = []
    hidden: list[Mark] = []
    font, invisible, depth = None, False, list[str]()
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "Tf":
                font = letters.get(str(operands[0]))
            case "Tr":
                invisible = int(operands[0]) in _INVISIBLE
            case "BMC" | "BDC":
                depth.append(str(operands[0]))
            case "EMC":
                del depth[-1:]
            case "Tj" | "TJ" | "'" | '"' if font is not None:
                said = "".join(font.words(data) for data in text_bytes(operands))
                if "/Artifact" in depth:
                    unheard.append(said)
                if invisible and said.strip():
                    hidden.append(Mark(MarkKind.HIDDEN, said))
            case "Td" | "TD" | "Tm" | "T*" | "ET":
                unheard.append(" ")
    return " ".join("".join(unheard).split()), hidden
