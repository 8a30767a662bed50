"""What a PDF shows or hides beside its words: the foot of its pages, remarks laid over them, hidden words, programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sla_drafter.document.beside import Beside, Margin, Mark, MarkKind
from sla_drafter.readers.pdf import opened
from sla_drafter.readers.pdf_arrivals import misled
from sla_drafter.readers.pdf_covered import painted_over
from sla_drafter.readers.pdf_laid_over import actions, laid_over, streams
from sla_drafter.readers.pdf_letters import Fonts, Letters, text_bytes

_OURS = frozenset({"/Link", "/Widget"})
_STRUCK = frozenset({"/StrikeOut", "/Redact"})
FOOT, HEAD, REST = "foot", "head", "decoration"
_SORTS = (FOOT, HEAD, REST)
_PLACES = {"/Footer": FOOT, "/Header": HEAD}
_INVISIBLE = frozenset({3, 7})


def read_beside(data: bytes) -> Beside:
    """The foot of the pages, and every remark, hidden or covered word and program. Raises `Unreadable`."""
    import pikepdf

    with opened(data) as file:
        fonts = Fonts()
        margins: list[Margin] = []
        marks: list[Mark] = list(actions(file))
        struck: list[Mark] = []
        looks = sha256()
        for number, page in enumerate(file.pages, start=1):
            letters = fonts.of_page(page.obj)
            drawn = list(pikepdf.parse_content_stream(page))
            unheard, hidden = _shown(drawn, letters)
            under, crossed = painted_over(drawn, letters)
            if under:
                hidden.append(Mark(MarkKind.HIDDEN, under))
            struck.extend(Mark(MarkKind.DELETED, words, f"page {number}") for words in crossed)
            margins.extend(Margin(sort, f"the {sort} of page {number}", unheard[sort]) for sort in _SORTS)
            marks.extend(hidden)
            marks.extend(_annotations(page.obj, f"page {number}"))
            margins.extend(laid_over(page.obj, number))
            looks.update(b"\n".join((_drawing(page.obj), *streams(page.obj))))
        margins.extend(misled(file))
        feet = " ".join(margin.words for margin in margins if margin.sort == FOOT)
        return Beside(feet, tuple(marks), looks.hexdigest(), tuple(margins), tuple(struck))


def _drawing(page: Any) -> bytes:
    """All that is drawn on a page, as it is written."""
    import pikepdf

    contents = page.get("/Contents")
    streams = [] if contents is None else contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(bytes(stream.read_bytes()) for stream in streams)


def _annotations(page: Any, place: str) -> Iterator[Mark]:
    for note in page.get("/Annots", ()):
        kind = str(note.get("/Subtype"))
        if kind not in _OURS:
            deleted = MarkKind.DELETED if kind in _STRUCK else MarkKind.REMARK
            yield Mark(deleted, str(note.get("/Contents", kind)), place, str(note.get("/T", "")))


def _shown(drawn: Iterable[Any], letters: dict[str, Letters]) -> tuple[dict[str, str], list[Mark]]:
    """The words that are set for nobody to hear, by the sort of their place, and those that are set invisibly."""
    unheard = dict.fromkeys(_SORTS, "")
    hidden: list[Mark] = []
    font, invisible, depth = None, False, list[str]()
    for instruction in drawn:
        operands = instruction.operands
        match str(instruction.operator):
            case "Tf":
                font = letters.get(str(operands[0]))
            case "Tr":
                invisible = int(operands[0]) in _INVISIBLE
            case "BMC" | "BDC":
                depth.append(_sort(operands))
            case "EMC":
                del depth[-1:]
            case "Tj" | "TJ" | "'" | '"' if font is not None:
                said = "".join(font.words(data) for data in text_bytes(operands))
                if not depth or any(depth):
                    unheard[next(filter(None, depth), REST)] += said
                if invisible and said.strip():
                    hidden.append(Mark(MarkKind.HIDDEN, said))
            case "Td" | "TD" | "Tm" | "T*" | "ET":
                unheard = {sort: f"{words} " for sort, words in unheard.items()}
    return {sort: " ".join(words.split()) for sort, words in unheard.items()}, hidden


def _sort(operands: Any) -> str:
    """Where marked content stands that is read out to nobody; nothing for content that is."""
    if str(operands[0]) != "/Artifact":
        return ""
    kind = str(operands[1].get("/Subtype", "")) if len(operands) > 1 else ""
    return _PLACES.get(kind, REST)
