"""Pictures and charts: a picture is scaled to the column, a chart is bars with their labels and values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from io import BytesIO

from attrs import field
from reportlab.lib.utils import ImageReader

from sla_drafter.document.nodes import Chart, Figure, Image
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.columns import column_pieces
from sla_drafter.writers.pdf.lines import break_lines, clean, line_width
from sla_drafter.writers.pdf.looks import Styles
from sla_drafter.writers.pdf.pieces import Piece, Space
from sla_drafter.writers.pdf.sheet import Box, Sheet
from sla_drafter.writers.pdf.tags.elements import Element

UNREADABLE_PICTURE = "PDF-02"
_MEDIA_TYPES = {"image/png": "PNG", "image/jpeg": "JPEG"}
_SEEN_ON_SCREENS = frozenset(
    {"1", "L", "LA", "P", "RGB", "RGBA"}
)  # the file says what their colours mean, of no others
_LARGEST = 25_000_000  # pixels: a scan of a page at 400 dots an inch has 15 million
_POINTS_OF_A_PIXEL = 0.75
_HIGHEST = 380.0


def figure_pieces(figure: Figure, element: Element, styles: Styles, indent: float, measure: float) -> Iterator[Piece]:
    """The pieces of a chart or a picture, without its caption."""
    match figure.content:
        case Image():
            yield _picture(figure.content, figure.alternative, element, indent, measure)
        case Chart(target=target) if target:
            yield from column_pieces(figure.content, element, styles, indent, measure)
        case Chart():
            yield Space(high=3)
            yield from _bars(figure.content, element, styles, indent, measure)


# --- pictures


@frozen(kw_only=True)
class Picture(Piece):
    """A picture at its indent, in the size in which it is printed."""

    element: Element
    reader: ImageReader = field(eq=False)
    indent: float
    wide: float
    high: float

    def height(self) -> float:
        return self.high

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        with sheet.tagged(self.element):
            sheet.drawImage(self.reader, left + self.indent, top - self.high, self.wide, self.high, mask="auto")


def _picture(image: Image, alternative: str, element: Element, indent: float, measure: float) -> Picture:
    reader = _opened(image, alternative)
    across, down = reader.getSize()
    scale = min(_POINTS_OF_A_PIXEL, measure / across, _HIGHEST / down)
    wide, high = across * scale, down * scale
    return Picture(element=element, reader=reader, indent=indent, wide=wide, high=high, before=6, keep=14)


def _opened(image: Image, alternative: str) -> ImageReader:
    from PIL import Image as Pictures

    wanted = _MEDIA_TYPES.get(image.media_type)
    if wanted is None:
        raise _refusal(alternative, f"is {image.media_type}; a PDF takes {' and '.join(_MEDIA_TYPES)}")
    try:
        with Pictures.open(BytesIO(image.data), formats=[wanted]) as opened:
            across, down = opened.size
            if across * down > _LARGEST:
                raise _refusal(alternative, f"has {across} by {down} pixels; at most {_LARGEST:,} are printed")
            opened.load()
            if opened.mode not in _SEEN_ON_SCREENS:
                return ImageReader(opened.convert("RGB"))
    except (OSError, SyntaxError, ValueError, Pictures.DecompressionBombError) as fault:
        raise _refusal(alternative, f"cannot be read as {image.media_type}: {fault}") from fault
    return ImageReader(BytesIO(image.data))


def _refusal(alternative: str, fault: str) -> NotWritten:
    message, mend = f'The picture "{alternative}" {fault}.', Mend("Save it as PNG or JPEG, smaller if it is large.")
    finding = Finding(UNREADABLE_PICTURE, "picture_not_printable", Severity.ERROR, message, mend=mend)
    return NotWritten("The PDF is not written: a picture cannot be printed.", (finding,))


# --- charts


@frozen(kw_only=True)
class Bar(Piece):
    """One bar of a chart: its label, the bar, and its value; nothing of it is read as text of the paper."""

    element: Element
    styles: Styles
    label: str
    value: str
    share: float | None
    indent: float
    label_column: float
    longest: float

    def height(self) -> float:
        return self.styles.line_height(self.styles.small) + 3

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        with sheet.tagged(self.element):
            self._draw(sheet, left + self.indent, top - self.styles.small.size - 1)

    def _draw(self, sheet: Sheet, left: float, baseline: float) -> None:
        look = self.styles.small
        label = break_lines([(look, self.label)], self.label_column)[0]
        sheet.set_lines(left + self.label_column - line_width(label), [baseline], [label])
        start = left + self.label_column + 8
        reach = self.longest * (self.share or 0)
        if self.share is not None:
            sheet.fill(Box(start, baseline - 2.5, max(reach, 0.5), look.size + 2), self.styles.rule)
        gap = 0 if self.share is None else 5
        sheet.set_lines(start + reach + gap, [baseline], [[(look, self.value)]])


def _bars(chart: Chart, element: Element, styles: Styles, indent: float, measure: float) -> Iterator[Piece]:
    shares, lowest = _shares(chart.values)
    words = [clean(f"{value} {chart.unit}".strip()) for value in chart.values]
    widest = max((line_width([(styles.small, clean(label))]) for label in chart.labels), default=0)
    label_column = min(widest, measure * 0.3)
    value_column = max((line_width([(styles.small, value)]) for value in words), default=0)
    longest = max(measure - label_column - 8 - value_column - 8, 20)
    bar = partial(Bar, element=element, styles=styles, indent=indent, label_column=label_column, longest=longest)
    for number, (label, value, share) in enumerate(zip(chart.labels, words, shares, strict=False)):
        yield bar(label=clean(label), value=value, share=share, keep=24 if number >= len(words) - 2 else 0)
    if lowest:
        yield bar(label="", value=clean(f"{lowest:f} {chart.unit}"), share=None, keep=14)


def _shares(values: tuple[str, ...]) -> tuple[list[float | None], Decimal]:
    """How long each bar is, from 0 to 1, and the value at which the axis begins: 0 unless all are close together."""
    numbers = [_number(value) for value in values]
    known = [number for number in numbers if number is not None]
    if not known or max(known) <= 0:
        return [None if number is None else 0.0 for number in numbers], Decimal(0)
    top, bottom = max(known), min(known)
    close = bottom > 0 and (top - bottom) * 5 < top and top != bottom
    lowest = max(bottom - (top - bottom), Decimal(0)) if close else Decimal(0)
    return [None if n is None else float(max((n - lowest) / (top - lowest), Decimal(0))) for n in numbers], lowest


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
