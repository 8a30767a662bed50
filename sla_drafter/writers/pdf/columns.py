"""A chart against a target: a column for each point, dark where it misses the dashed line of the target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sla_drafter.document.nodes import Chart
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.lines import clean, line_width
from sla_drafter.writers.pdf.looks import Look, Styles
from sla_drafter.writers.pdf.pieces import Piece
from sla_drafter.writers.pdf.sheet import Box, Sheet
from sla_drafter.writers.pdf.tags.elements import Element
from sla_drafter.writers.scale import FEW, Scale, every_nth, scale, spelled, told

_PLOT = 96.0
_ABOVE, _BELOW = 26.0, 14.0
_DASH, _SPACE = 3.0, 2.0


@frozen(kw_only=True)
class Columns(Piece):
    """The columns of one chart; nothing of it is read as text of the paper."""

    element: Element
    chart: Chart
    scale: Scale
    styles: Styles
    indent: float
    measure: float

    def height(self) -> float:
        return _ABOVE + _PLOT + _BELOW

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        with sheet.tagged(self.element):
            self._draw(sheet, left, top)

    def _draw(self, sheet: Sheet, left: float, top: float) -> None:
        look, foot = self.styles.foot, top - _ABOVE - _PLOT
        axis = [clean(spelled(value, self.chart.unit)) for value in (self.scale.highest, self.scale.lowest)]
        wide = max(_wide(look, words) for words in axis) + 6
        start, room = left + self.indent + wide, self.measure - wide
        for words, height in zip(axis, (foot + _PLOT, foot), strict=True):
            _set(sheet, look, words, start - 6 - _wide(look, words), height - look.size / 3)
        middles = self._columns(sheet, start, foot, room)
        sheet.rule(start, foot, start + room, self.styles.text.colour)
        self._target(sheet, start, foot, room)
        widths = [Decimal(_wide(look, clean(label))) for label in self.chart.labels]
        shown = every_nth(widths, Decimal(room / max(len(middles), 1)), Decimal(3))
        self._words(sheet, self.chart.labels, middles, [foot - look.size - 2] * len(middles), shown)
        if len(middles) <= FEW:
            heights = [foot + _PLOT * float(share or 0) + 2 for share in self.scale.shares]
            self._words(sheet, self.chart.values, middles, heights, (True,) * len(middles))
        else:
            self._words(sheet, self.chart.values, middles, [foot + _PLOT + 3] * len(middles), self.scale.misses)

    def _columns(self, sheet: Sheet, start: float, foot: float, room: float) -> list[float]:
        """Draws the columns and says where the middle of each is."""
        step = room / max(len(self.chart.values), 1)
        wide = min(step * 0.7, 40.0)
        middles = [start + step * (place + 0.5) for place in range(len(self.chart.values))]
        for middle, share, missed in zip(middles, self.scale.shares, self.scale.misses, strict=True):
            if share is not None:
                colour = self.styles.text.colour if missed else self.styles.rule
                sheet.fill(Box(middle - wide / 2, foot, wide, max(_PLOT * float(share), 0.5)), colour)
        return middles

    def _target(self, sheet: Sheet, start: float, foot: float, room: float) -> None:
        look, words = self.styles.foot, clean(self.chart.target_words)
        _set(sheet, look, words, start + room - _wide(look, words), foot + _PLOT + 15)
        at, height = start, foot + _PLOT * float(self.scale.target)
        while at < start + room:
            sheet.rule(at, height, min(at + _DASH, start + room), self.styles.text.colour, 0.8)
            at += _DASH + _SPACE

    def _words(
        self, sheet: Sheet, words: tuple[str, ...], middles: list[float], heights: list[float], wanted: tuple[bool, ...]
    ) -> None:
        look = self.styles.foot
        shown = [clean(word) for word in words]
        widths = [Decimal(_wide(look, word)) for word in shown]
        fits = told(widths, [Decimal(middle) for middle in middles], wanted, Decimal(3))
        for word, width, middle, height, fit in zip(shown, widths, middles, heights, fits, strict=True):
            if fit:
                _set(sheet, look, word, middle - float(width) / 2, height)


def column_pieces(chart: Chart, element: Element, styles: Styles, indent: float, measure: float) -> Iterator[Piece]:
    """The one piece of a chart that has a target."""
    yield Columns(
        element=element,
        chart=chart,
        scale=scale(chart),
        styles=styles,
        indent=indent,
        measure=measure,
        before=6,
        keep=14,
    )


def _wide(look: Look, words: str) -> float:
    return line_width([(look, words)])


def _set(sheet: Sheet, look: Look, words: str, left: float, baseline: float) -> None:
    sheet.set_lines(left, [baseline], [[(look, words)]])
