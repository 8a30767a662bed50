"""Makes a house of a Word file of one's own: its letterhead, sheet, letters and colours; the rest from the plain house.

The file is taken as it is. What the text of an agreement needs and the file lacks is put in (`completion`), and said.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePath

from attrs import evolve
from lxml import etree

from sla_drafter.document.house import Colours, House, Letterhead, Paper, Sizes, Typeface
from sla_drafter.document.kinds import USUAL, Image
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.readers.docx.package import Package, W
from sla_drafter.readers.house.completion import Completed, child, completed
from sla_drafter.readers.house.counting import renumbers
from sla_drafter.readers.house.fitting import BODY, words_of
from sla_drafter.readers.house.pictures import picture

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EMU = Decimal(12700)
_MOST_LINES = 8
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_LETTERS = re.compile(r"[^\w .-]")


def house_of(data: bytes, name: str, base: House, sans: Typeface) -> House:
    """The house that a Word file makes; `base` gives what it lacks, `sans` the letters of a PDF when its own are plain.

    Raises `Unreadable` with everything that is refused in the file.
    """
    made = completed(data, base.template, base.colours.heading, PurePath(name).name)
    font = made.font or base.typeface.word
    letters = sans if made.is_sans else base.typeface
    return House(
        name=PurePath(name).stem,
        typeface=evolve(letters, word=font, web=f'"{_LETTERS.sub("", font)}", {letters.web}'),
        paper=_paper(made, base.paper),
        sizes=_sizes(made, base.sizes),
        colours=_colours(made, base.colours),
        template=made.data,
        numbering=USUAL,
        letterhead=_letterhead(made),
        is_whole=made.is_whole,
        renumbers=made.is_whole and renumbers(made.data),
        remarks=(*made.remarks, *_about_letters(font, letters)),
    )


def _about_letters(font: str, letters: Typeface) -> Iterator[Finding]:
    if font != letters.word:
        family = letters.web.split(",")[0].strip(' "')
        message = f"The PDF is set in {family}: the letters of {font} are not here to be embedded."
        mend = Mend("nothing, or a folder with style.yaml that names a font package")
        yield Finding("HOU-11", "letters_replaced", Severity.INFO, message, mend=mend)


def _points(words: str | None, unit: int = 20) -> Decimal | None:
    """A length in twentieths of a point (or another share) as points."""
    return Decimal(words) / unit if words is not None and re.fullmatch(r"-?\d{1,9}", words) else None


def _paper(made: Completed, base: Paper) -> Paper:
    section = _section_of_text(made.document)
    if section is None:
        return base
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    found = {
        "width": None if size is None else _points(size.get(f"{W}w")),
        "height": None if size is None else _points(size.get(f"{W}h")),
        **{side: None if margin is None else _points(margin.get(f"{W}{side}")) for side in _SIDES},
    }
    known = {name: abs(points) for name, points in found.items() if points is not None}
    return evolve(base, **known)


def _section_of_text(document: etree._Element) -> etree._Element | None:
    """The section in which the text stands: its properties come behind it, so the next ones; else the last."""
    found: etree._Element | None = None
    is_behind = False
    for element in document.iter(f"{W}p", f"{W}sectPr"):
        if element.tag == f"{W}p":
            is_behind = is_behind or words_of(element).strip() == BODY
        else:
            found = element
            if is_behind:
                break
    return found


_SIDES = ("top", "right", "bottom", "left")


def _sizes(made: Completed, base: Sizes) -> Sizes:
    text = _points(made.value("normal", "rPr", "sz"), 2) or base.text
    heading = _points(made.value("heading 1", "rPr", "sz"), 2) or base.section
    title = _points(made.value("title", "rPr", "sz"), 2) or base.title
    return evolve(base, text=text, section=heading, title=title, small=min(base.small, text))


def _colours(made: Completed, base: Colours) -> Colours:
    def colour(style: str, otherwise: str) -> str:
        found = made.value(style, "rPr", "color") or ""
        return found.upper() if _HEX.fullmatch(found) else otherwise

    heading = colour("heading 1", base.heading)
    return evolve(base, text=colour("normal", base.text), heading=heading, accent=heading)


# --- the letterhead, for the other formats ---------------------------------------------------------------------------


def _letterhead(made: Completed) -> Letterhead | None:
    """The words and the first picture of the head of the first page, so that PDF and HTML have them too."""
    part = made.first_head
    if part is None:
        return None
    root = made.package.parsed(part)
    lines = [line for paragraph in root.iter(f"{W}p") if (line := _words(paragraph))][:_MOST_LINES]
    logo, height, words = _logo(made.package, part, root)
    if not lines and logo is None:
        return None
    first, rest = (lines[0], lines[1:]) if lines else ("", [])
    return Letterhead(first, tuple(rest), logo, height, words)


def _words(paragraph: etree._Element) -> str:
    """The words of a line that are the same on every paper; a line with a tag or a field is none of these."""
    if paragraph.find(f".//{W}instrText") is not None or paragraph.find(f".//{W}fldSimple") is not None:
        return ""
    words = "".join(
        (text.text or "") if text.tag == f"{W}t" else " " for text in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
    )
    return "" if "{{" in words or "{%" in words else " ".join(words.split())


def _logo(package: Package, part: str, root: etree._Element) -> tuple[Image | None, Decimal, str]:
    for drawn in (*root.iter(f"{_DRAWN}inline"), *root.iter(f"{_DRAWN}anchor")):
        blip = next(drawn.iter(f"{_MAIN}blip"), None)
        target = "" if blip is None else package.targets(part).get(str(blip.get(_EMBED)), "")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
        extent = child(drawn, f"{_DRAWN}extent")
        height = None if extent is None else _points(extent.get("cy"), 1)
        if target and name in package.parts and height:
            named = child(drawn, f"{_DRAWN}docPr")
            words = "" if named is None else str(named.get("descr", ""))
            return picture(package.parts[name], posixpath.basename(name)), height / _EMU, words
    return None, Decimal(0), ""
