"""The words that the header and the footer of a Word file have of their own, for the formats that are not Word.

A line that a tag fills is none of these; neither is what a field says, because it is another on each page.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sla_drafter.readers.docx.package import W
from sla_drafter.values import define, frozen

_NUMBERS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_READ = tuple(f"{W}{name}" for name in ("t", "tab", "br", "instrText", "fldSimple"))


@frozen
class OwnWords:
    """The lines of a header or footer, and what of it other formats cannot show."""

    lines: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    has_picture: bool = False


@define
class _Stretch:
    """Words between two tabs, and the kinds of the fields among them."""

    words: str = ""
    fields: str = ""


def own_words(root: etree._Element) -> OwnWords:
    """What a header or footer says by itself, line by line; a box of text in it counts as lines too."""
    lines: list[str] = []
    left_out: list[str] = []
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue  # the copy of a box for older programs
        stretches = tuple(_stretches(paragraph))
        if any(mark in stretch.words for stretch in stretches for mark in ("{{", "{%")):
            continue
        lines.append(" ".join(" ".join(one.words for one in stretches if not one.fields).split()))
        left_out += [" ".join(one.words.split()) for one in stretches if not _NUMBERS.issuperset(one.fields.split())]
    return OwnWords(tuple(filter(None, lines)), tuple(left_out), root.find(f".//{_DRAWN}") is not None)


def _stretches(paragraph: etree._Element) -> Iterator[_Stretch]:
    at = _Stretch()
    for element in paragraph.iter(*_READ):
        if next(element.iterancestors(f"{W}p")) is not paragraph:
            continue  # of a box in this paragraph, which is read by itself
        match str(element.tag).removeprefix(W):
            case "t":
                at.words += element.text or ""
            case "instrText" | "fldSimple":
                at.fields += _kind(element)
            case _:
                yield at
                at = _Stretch()
    yield at


def _kind(element: etree._Element) -> str:
    words = (element.get(f"{W}instr") or element.text or "").split()
    return f" {words[0].upper()}" if words else ""
