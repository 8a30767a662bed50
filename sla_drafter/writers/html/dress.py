"""What a house adds to a page: its cover, headings and tables as style sheets, the letterhead as words of the sheet.

The letterhead is not part of the text: it stands in the style sheet, as the running head of printed pages does.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import resources

from sla_drafter.document.house import CoverLook, House, Letterhead, said_by
from sla_drafter.document.nodes import Document

_TALLEST_LOGO = Decimal(4)  # rem


def dress(document: Document, house: House, faint: str) -> str:
    """The part of the style sheet that makes a page one of this house; `faint` is the first colour of the bars."""
    sheets = "\n".join(filter(None, map(_look, _looks(house))))
    return f":root {{ {' '.join(_values(document, house, faint))} }}\n{sheets}" if sheets else ""


def running_head(document: Document, house: House, letters: str) -> Iterator[str]:
    """The head of every printed page but the first, as boxes of the sheet."""
    words = said_by(house.running_head, document)
    if words:
        colour = f"color: #{house.colours.heading.lower()};"
        yield f"@top-right {{ content: {string(words)}; {letters} vertical-align: middle; {colour} }}"


def string(words: str) -> str:
    """A string of a style sheet; whatever could end it or the sheet is written by its number."""
    return '"' + re.sub(r'[<>"\\\x00-\x1f\x7f]', lambda found: f"\\{ord(found[0]):x} ", words) + '"'


@cache
def _look(name: str) -> str:
    """The style sheet of one look; the plain ones have none."""
    file = resources.files(__package__).joinpath("data", "looks", f"{name}.css")
    return re.sub(r"\n\s*", "\n", file.read_text(encoding="utf-8")).strip() if file.is_file() else ""


def _looks(house: House) -> Iterator[str]:
    design = house.design
    if house.letterhead and design.cover is CoverLook.RULED:
        yield "letterhead"
    if house.letterhead and house.letterhead.foot:
        yield "letterfoot"
    yield f"cover_{design.cover}"
    if house.letterhead and house.letterhead.logo and design.cover is not CoverLook.PANEL:
        yield "logo"
    yield from (f"sections_{design.sections}", f"tables_{design.tables}")


def _values(document: Document, house: House, faint: str) -> Iterator[str]:
    """The values that the style sheets of the looks use."""
    head, colours = house.letterhead or Letterhead("{author}"), house.colours
    words = filter(None, (said_by(pattern, document) for pattern in (head.name, *head.lines)))
    yield f"--accent: #{colours.accent.lower()}; --panel: #{colours.heading.lower()}; --faint: {faint};"
    yield f"--letterhead: {string(chr(10).join(words))};"
    if head.foot:
        yield f"--letterfoot: {string(chr(10).join(head.foot))};"
    if head.logo:
        high = min(head.logo_height / 12, _TALLEST_LOGO).quantize(Decimal("0.01"))
        data = base64.b64encode(head.logo.data).decode()
        yield f"--logo: url(data:{head.logo.media_type};base64,{data}); --logo-height: {high}rem;"
    else:
        yield "--logo: none; --logo-height: 0rem;"
