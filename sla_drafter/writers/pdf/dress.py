"""What a house adds to the pages: the title page in its look, the letterhead, the running head, dressed table rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from attrs import evolve, field
from reportlab.lib.utils import ImageReader

from sla_drafter.document.house import CoverLook, House, Letterhead, TableLook, said_by
from sla_drafter.document.nodes import Document
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.lines import Line, break_lines, clean, line_width
from sla_drafter.writers.pdf.looks import WHITE, Look, Run, Styles
from sla_drafter.writers.pdf.pieces import Piece, Row
from sla_drafter.writers.pdf.sheet import HEAD, Box, Sheet

HEAD_AT = 28.0  # points below the edge of the sheet: where the head of a page begins
_PANEL_FROM, _PANEL_LEAST, _PANEL_FOOT, _STRIP = 108.0, 170.0, 16.0, 5.6
_BARS, _BAR_AT, _BAR_HIGH, _BAR_SHARE = 60, 72.0, 25.0, 0.55
_CENTRED_SIDE = 14.0
_BELOW_LETTERHEAD = 26.0


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it."""
    channels = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one * (1 - share) + two * share):02X}" for one, two in channels)


# --- the title page --------------------------------------------------------------------------------------------------


def title_piece(runs: list[Run], styles: Styles, measure: float) -> Piece | None:
    """The title in the look of the house; None for a house that sets it as text over a rule."""
    look, cover = styles.title, styles.house.design.cover
    leading = look.size * 1.18
    if cover is CoverLook.CENTRED:
        return Centred(
            lines=break_lines(runs, measure), leading=leading, size=look.size, measure=measure, styles=styles
        )
    if cover is CoverLook.PANEL:
        return Panel(lines=break_lines(runs, measure), leading=leading, size=look.size, styles=styles)
    return None


@frozen(kw_only=True)
class Centred(Piece):
    """Lines in the middle of the column between two rules of the accent."""

    lines: list[Line] = field(eq=False)
    leading: float
    size: float
    measure: float
    styles: Styles = field(eq=False)

    def height(self) -> float:
        return len(self.lines) * self.leading + 2 * _CENTRED_SIDE

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        accent = self.styles.house.colours.accent
        sheet.rule(left, top, left + self.measure, accent)
        sheet.rule(left, top - self.height(), left + self.measure, accent)
        first = top - _CENTRED_SIDE - self.leading + self.size * 0.3
        for number, line in enumerate(self.lines):
            at = left + (self.measure - line_width(line)) / 2
            sheet.set_lines(at, [first - number * self.leading], [line])


@frozen(kw_only=True)
class Panel(Piece):
    """The title in white at the foot of a panel that fills the top of the sheet from edge to edge."""

    lines: list[Line] = field(eq=False)
    leading: float
    size: float
    styles: Styles = field(eq=False)

    def height(self) -> float:
        return max(len(self.lines) * self.leading + _PANEL_FOOT, _PANEL_LEAST)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        house, foot = self.styles.house, top - self.height()
        wide, high = float(house.paper.width), float(house.paper.height)
        sheet.fill(Box(0, foot, wide, high - foot), house.colours.heading)
        sheet.fill(Box(0, foot - _STRIP, wide, _STRIP), house.colours.accent)
        _bars(sheet, house, left, high)
        first = foot + _PANEL_FOOT + (len(self.lines) - 1) * self.leading + self.size * 0.1
        baselines = [first - number * self.leading for number in range(len(self.lines))]
        sheet.set_lines(left, baselines, self.lines)


def _bars(sheet: Sheet, house: House, left: float, high: float) -> None:
    """A strip of bars, one a day, as pages about services have it."""
    colours = house.colours
    faint = mixed(colours.heading, WHITE, 0.16)
    pitch = float(house.paper.width - house.paper.left - house.paper.right) / _BARS
    for bar in range(_BARS):
        box = Box(left + bar * pitch, high - _BAR_AT - _BAR_HIGH, pitch * _BAR_SHARE, _BAR_HIGH)
        sheet.fill(box, mixed(faint, colours.accent, bar / (_BARS - 1)))


def front_begins(styles: Styles, document: Document) -> float | None:
    """How far below the edge of the sheet the title page begins; None where the house leaves it to the page."""
    if styles.house.design.cover is CoverLook.PANEL and document.cover:
        return _PANEL_FROM
    if styles.house.letterhead and _on_first_page(styles.house, document):
        return HEAD_AT + _letterhead_height(styles, document) + _BELOW_LETTERHEAD
    return None


# --- the heads of pages ----------------------------------------------------------------------------------------------


def _on_first_page(house: House, document: Document) -> bool:
    """A panel is the head of a title page; a paper without one has a letterhead of another look only."""
    return house.letterhead is not None and (bool(document.cover) or house.design.cover is not CoverLook.PANEL)


def draw_letterhead(sheet: Sheet, styles: Styles, document: Document) -> None:
    """The letterhead on the page at hand, the first; a panel has the name of the house on it instead."""
    if _on_first_page(styles.house, document) and styles.house.design.cover is not CoverLook.PANEL:
        with sheet.artifact(HEAD):
            _draw_letterhead(sheet, styles, document)


def draw_head(sheet: Sheet, styles: Styles, document: Document, page: int) -> None:
    """The running head of a page that is done; on the first, the name of the house where it has a panel."""
    if page > 1 or not _on_first_page(styles.house, document):
        draw = _running_head
    elif styles.house.design.cover is CoverLook.PANEL:
        draw = _name_on_panel
    else:
        return
    with sheet.artifact(HEAD):
        draw(sheet, styles, document)


def _running_head(sheet: Sheet, styles: Styles, document: Document) -> None:
    paper, words = styles.house.paper, clean(said_by(styles.house.running_head, document))
    if words:
        measure = float(paper.width - paper.left - paper.right)
        line = break_lines([(styles.label, words)], measure)[0]
        right = float(paper.width - paper.right)
        sheet.set_lines(right - line_width(line), [float(paper.height) - HEAD_AT - styles.label.size], [line])


def _name_on_panel(sheet: Sheet, styles: Styles, document: Document) -> None:
    house = styles.house
    look = evolve(styles.part, colour=WHITE)
    words = clean(said_by(house.letterhead.name, document)) if house.letterhead else ""
    measure = float(house.paper.width - house.paper.left - house.paper.right)
    for line in break_lines([(look, words)], measure)[:1]:
        sheet.set_lines(float(house.paper.left), [float(house.paper.height) - HEAD_AT - 4 - look.size], [line])


def _letterhead_lines(styles: Styles, document: Document) -> list[tuple[Look, str]]:
    head = styles.house.letterhead or Letterhead()
    name = evolve(styles.section, size=styles.section.size + 4)
    small = styles.slanted(styles.small)
    found = [(name, clean(said_by(head.name, document)))]
    found += [(small, clean(said_by(line, document))) for line in head.lines]
    return [(look, words) for look, words in found if words]


def _letterhead_height(styles: Styles, document: Document) -> float:
    head = styles.house.letterhead or Letterhead()
    logo = float(head.logo_height) + 4 if head.logo else 0.0
    return logo + sum(look.size * 1.35 for look, _ in _letterhead_lines(styles, document)) + 10


def _draw_letterhead(sheet: Sheet, styles: Styles, document: Document) -> None:
    house, paper = styles.house, styles.house.paper
    head = house.letterhead or Letterhead()
    left, measure = float(paper.left), float(paper.width - paper.left - paper.right)
    in_middle = house.design.cover is CoverLook.CENTRED
    top = float(paper.height) - HEAD_AT

    def start(wide: float) -> float:
        return left + (measure - wide) / 2 if in_middle else left

    if head.logo:
        reader, high = _reader(head.logo.data), float(head.logo_height)
        across, down = reader.getSize()
        wide = min(high * across / down, measure)
        sheet.drawImage(reader, start(wide), top - high, wide, high, mask="auto")
        top -= high + 4
    for look, words in _letterhead_lines(styles, document):
        line = break_lines([(look, words)], measure)[0]
        sheet.set_lines(start(line_width(line)), [top - look.size], [line])
        top -= look.size * 1.35
    sheet.fill(Box(left, top - 10, measure, 1.4), house.colours.heading)


@lru_cache(maxsize=8)
def _reader(data: bytes) -> ImageReader:
    return ImageReader(BytesIO(data))


# --- tables ----------------------------------------------------------------------------------------------------------


def dressed_header(header: Row, styles: Styles) -> Row:
    """The header of a table as the house has it."""
    colours = styles.house.colours
    match styles.house.design.tables:
        case TableLook.LINES:
            return evolve(header, shade=styles.shade)
        case TableLook.OPEN:
            return evolve(header, rule=colours.heading, above=colours.heading)
        case TableLook.BANDS:
            return evolve(header, shade=colours.heading, rule=colours.accent)


def dressed_rows(rows: Sequence[Row], styles: Styles) -> list[Row]:
    """The rows below it: a line under each, a line under the last, or every second one shaded."""
    colours, last = styles.house.colours, len(rows) - 1
    match styles.house.design.tables:
        case TableLook.LINES:
            return list(rows)
        case TableLook.OPEN:
            return [evolve(row, rule=colours.heading if at == last else "") for at, row in enumerate(rows)]
        case TableLook.BANDS:
            return [
                evolve(row, rule=colours.heading if at == last else "", shade=styles.shade if at % 2 else "")
                for at, row in enumerate(rows)
            ]
