"""Pictures and charts: a native bar chart of the exact values, or a picture, with the words that stand for it."""

from __future__ import annotations

import struct
from decimal import Decimal

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Chart, Figure, Image
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.writers.docx.chart import C, chart_part
from sla_drafter.writers.docx.ledger import Ledger, Part
from sla_drafter.writers.docx.markup import DRAWING, attribute

_EMU = 12700  # English metric units in a point
_CHART_HEIGHT = Decimal(150)
_TALLEST = Decimal(480)
_PIXEL = Decimal("0.75")  # a pixel of a picture is printed as 1/96 inch, in points


def drawing(figure: Figure, house: House, ledger: Ledger) -> str:
    """The run that shows a figure; its alternative text is what a screen reader says."""
    number = len(ledger.parts) + 1
    width = house.paper.width - house.paper.left - house.paper.right
    match figure.content:
        case Chart() as chart:
            identity = ledger.add_part(Part(f"word/charts/chart{number}.xml", "chart", chart_part(chart, house)))
            return _inline(figure, number, width, _CHART_HEIGHT, "chart", f'<c:chart xmlns:c="{C}" r:id="{identity}"/>')
        case Image() as image:
            end = image.media_type.removeprefix("image/")
            across, down = _size(image, width)
            identity = ledger.add_part(Part(f"word/media/image{number}.{end}", "image", image.data))
            return _inline(figure, number, across, down, "picture", _picture(identity, number, across, down))


def _inline(figure: Figure, number: int, width: Decimal, height: Decimal, kind: str, inside: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {_extent(width, height)}/>'
        f'<wp:docPr id="{number}" name="Figure {number}" descr="{attribute(figure.alternative)}"/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/{kind}">{inside}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _extent(width: Decimal, height: Decimal) -> str:
    return f'cx="{int(width * _EMU)}" cy="{int(height * _EMU)}"'


def _picture(identity: str, number: int, width: Decimal, height: Decimal) -> str:
    return (
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Figure {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identity}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {_extent(width, height)}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )


def _size(image: Image, widest: Decimal) -> tuple[Decimal, Decimal]:
    """Width and height in points: the size of its pixels, made smaller where it would not fit."""
    across, down = (Decimal(pixels) * _PIXEL for pixels in _pixels(image))
    scale = min(Decimal(1), widest / across, _TALLEST / down)
    return across * scale, down * scale


def _pixels(image: Image) -> tuple[int, int]:
    data = image.data
    if image.media_type == "image/png" and data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) > 24:
        across, down = struct.unpack(">II", data[16:24])
        if across and down:
            return across, down
    if image.media_type == "image/jpeg":
        found = _jpeg_pixels(data)
        if found:
            return found
    message, mend = f"A picture of type {image.media_type} cannot be printed.", Mend("Save it as PNG or JPEG.")
    finding = Finding("HOU-09", "unknown_picture", Severity.ERROR, message, mend=mend)
    raise Unreadable("A picture cannot be printed.", [finding])


def _jpeg_pixels(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            return (across, down) if across and down else None
        at += 2 + length
    return None
