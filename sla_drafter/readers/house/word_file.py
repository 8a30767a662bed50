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
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.docx.package import Package, W
from sla_drafter.readers.house.completion import Completed, child, completed
from sla_drafter.readers.house.counting import renumbers
from sla_drafter.readers.house.fitting import BODY, words_of
from sla_drafter.readers.house.own_words import OwnWords, own_words
from sla_drafter.readers.house.pictures import picture

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EMU = Decimal(12700)
_MOST_LINES = 8
_FEET = 3
_LINE, _AROUND_FOOT = Decimal("1.3"), 40
_MOST_LETTERS = 80
_SIGN = " \N{MIDDLE DOT} "
_HEX = compiled(r"[0-9A-Fa-f]{6}")
_LETTERS = compiled(r"[^\w .-]")


def house_of(data: bytes, name: str, base: House, sans: Typeface) -> House:
    """The house that a Word file makes; `base` gives what it lacks, `sans` the letters of a PDF when its own are plain.

    Raises `Unreadable` with everything that is refused in the file.
    """
    made = completed(data, base.template, base.colours.heading, PurePath(name).name)
    font = made.font or base.typeface.word
    letters = sans if made.is_sans else base.typeface
    sizes = _sizes(made, base.sizes)
    return House(
        name=PurePath(name).stem,
        typeface=evolve(letters, word=font, web=f'"{_LETTERS.sub("", font)}", {letters.web}'),
        paper=_roomy(_paper(made, base.paper), sizes.small, _foot(made)),
        sizes=sizes,
        colours=_colours(made, base.colours),
        template=made.data,
        numbering=USUAL,
        letterhead=_letterhead(made),
        running_head=_running_head(made),
        is_whole=made.is_whole,
        renumbers=made.is_whole and renumbers(made.data),
        remarks=(*made.remarks, *_about_words(made), *_about_letters(font, letters)),
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


def _roomy(paper: Paper, size: Decimal, foot: tuple[str, ...]) -> Paper:
    """The sheet with room below the text for the line of the paper and the words of the footer."""
    across = int((paper.width - paper.left - paper.right) / (size / 2))
    lines = sum(-(-len(line) // max(across, 1)) for line in foot)
    needed = size * _LINE * (lines + 2) + _AROUND_FOOT
    return evolve(paper, bottom=max(paper.bottom, needed)) if foot else paper


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
    lines, foot = _own(made, made.first_head).lines[:_MOST_LINES], _foot(made)
    logo, height, words = (None, Decimal(0), "") if made.first_head is None else _logo(made.package, made.first_head)
    if not (lines or foot or logo):
        return None
    first, rest = (lines[0], lines[1:]) if lines else ("", ())
    return Letterhead(first, tuple(rest), logo, height, words, foot)


def _own(made: Completed, part: str | None) -> OwnWords:
    return OwnWords() if part is None else own_words(made.package.parsed(part))


def _foot(made: Completed) -> tuple[str, ...]:
    """What the footer says; many short lines, such as those of a table, follow each other in one."""
    lines = _own(made, made.foot).lines
    return lines if len(lines) <= _FEET else (_SIGN.join(lines),)


def _running_head(made: Completed) -> str:
    """The first lines of the header of later pages, as many as have room in one; none where a tag prints it."""
    if any(b"running_head" in data for data in made.package.parts.values()):
        return ""
    found = ""
    for line in _own(made, made.later_head).lines:
        longer = f"{found}{_SIGN}{line}" if found else line
        if len(longer) > _MOST_LETTERS:
            break
        found = longer
    return found


def _about_words(made: Completed) -> Iterator[Finding]:
    """What of the header and the footer stands in the Word file alone."""
    for place, part in {
        "header": made.later_head,
        "header of the first page": made.first_head,
        "footer": made.foot,
    }.items():
        own = _own(made, part)
        if place == "footer" and own.has_picture:
            yield _alone("a picture in the footer")
        yield from (_alone(f'what a field says in the {place} ("{words}")') for words in own.left_out)


def _alone(what: str) -> Finding:
    mend = Mend("nothing, or a folder with style.yaml, whose letterhead every format prints")
    return Finding("HOU-10", "taken_from_plain_house", Severity.INFO, f"In the Word file alone: {what}.", mend=mend)


def _logo(package: Package, part: str) -> tuple[Image | None, Decimal, str]:
    root = package.parsed(part)
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
