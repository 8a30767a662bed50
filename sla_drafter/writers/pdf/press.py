"""Places the pieces of a paper on pages from first to last, and says on which page everything stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from attrs import Factory, evolve

from sla_drafter.document.house import Paper
from sla_drafter.document.nodes import Document, StoryKind
from sla_drafter.document.pages import Pages
from sla_drafter.values import define
from sla_drafter.writers.foot import divided_foot
from sla_drafter.writers.pdf.dress import draw_head
from sla_drafter.writers.pdf.inlines import Speech
from sla_drafter.writers.pdf.lines import break_lines, clean, line_width
from sla_drafter.writers.pdf.looks import Styles
from sla_drafter.writers.pdf.pieces import Listed, Piece
from sla_drafter.writers.pdf.places import Mark
from sla_drafter.writers.pdf.sheet import FOOT, HEAD, Box, Sheet, destination

FRONT = "front"
# Text of a higher rank decides what a page is counted as: a page with body text and signatures is a body page.
_RANK = {StoryKind.SIGNATURES: 1, StoryKind.SCHEDULES: 0, FRONT: -1}
_BODY_RANK = 2
_FOOT_LINES = 3
_BEFORE_NUMBER = 18
_BEFORE_OWN = 4
_EDGE = 12  # no printer reaches further
_ALMOST = 0.01
_WORTH_BEGINNING = 80.0  # the room in which a table row that is higher than any page may begin
_ON_BANNER = "FFFFFF"


@define
class Press:
    """The page at hand and what is known of the pages done."""

    sheet: Sheet
    paper: Paper
    styles: Styles
    zone: StoryKind | str = FRONT
    zones: dict[int, StoryKind | str] = Factory(dict)
    page_of: dict[str, int] = Factory(dict)
    listed: list[tuple[int, float, Listed]] = Factory(list)
    top: float = 0
    empty: bool = True
    depth: int = -1

    def __attrs_post_init__(self) -> None:
        self.top = self.first

    @property
    def first(self) -> float:
        """The height at which a page begins."""
        return float(self.paper.height - self.paper.top)

    @property
    def left(self) -> float:
        """Where the column begins."""
        return float(self.paper.left)

    @property
    def room(self) -> float:
        """The height that is left on the page."""
        return self.top - float(self.paper.bottom)

    @property
    def full(self) -> float:
        """The height of an empty page."""
        return self.first - float(self.paper.bottom)

    def turn(self) -> None:
        """Begins a new page."""
        self.sheet.showPage()
        self.top, self.empty = self.first, True

    def fresh(self) -> None:
        """Begins a new page unless this one is empty."""
        if not self.empty:
            self.turn()

    def place(self, pieces: Iterable[Piece], zone: StoryKind | str) -> None:
        """Places the pieces of one story after what stands already."""
        self.zone = zone
        in_order = tuple(pieces)
        for piece, after, then in zip_longest(in_order, in_order[1:], in_order[2:]):
            self._place(self._in_company(piece, _leading_into(after, then)) if piece else None)

    def _in_company(self, piece: Piece, after: Piece | None) -> Piece:
        """What leads into other words goes to the next page with them, when no line of them stays on this one."""
        if not piece.keep or after is None:
            return piece
        left = self.room - (0 if self.empty else piece.before) - piece.height() - after.before + _ALMOST
        together = after.height() + after.keep
        if together <= left or piece.height() + after.before + together > self.full:
            return piece
        alone = after.height() <= left or after.cut(left, fresh=False) is None
        return evolve(piece, keep=after.before + together) if alone else piece

    def _place(self, piece: Piece | None) -> None:
        while piece:
            space = 0 if self.empty else piece.before
            room, high = self.room - space + _ALMOST, piece.height()
            if high + piece.keep <= room or (self.empty and high <= room):
                self._draw(piece, space)
                return
            piece = self._over_the_page(piece, space, room)

    def _over_the_page(self, piece: Piece, space: float, room: float) -> Piece | None:
        """What of a piece that does not fit here has to be placed on the next page."""
        header = piece.repeat.height() if piece.repeat else 0
        endless = header and piece.height() > self.full - header and room > _WORTH_BEGINNING
        parts = piece.cut(room, fresh=self.empty or bool(endless)) if piece.height() > room else None
        if parts:
            self._draw(parts[0], space)
        elif self.empty:
            self._draw(piece, space)
            return None
        rest = parts[1] if parts else piece
        self.turn()
        if piece.repeat and not self.full - header < rest.height() <= self.full:
            self._repeat(piece.repeat)
        return rest

    def _repeat(self, header: Piece) -> None:
        with self.sheet.artifact(HEAD):
            header.draw(self.sheet, self.left, self.top)
        self.top -= header.height()

    def _draw(self, piece: Piece, space: float) -> None:
        self.top -= space
        self._arrive(piece)
        piece.draw(self.sheet, self.left, self.top)
        if isinstance(piece, Listed):
            self.listed.append((self.sheet.page, self.top, piece))
        high = piece.height()
        self.top -= high
        self.empty = self.empty and not high
        if high:
            self._count()

    def _arrive(self, piece: Piece) -> None:
        for name in piece.anchors:
            if name not in self.page_of:
                self.page_of[name] = self.sheet.page
                self.sheet.arrive(name, self.top)
        if piece.entry:
            self.depth = min(piece.entry.depth, self.depth + 1)
            self.sheet.marks.append(Mark(self.depth, piece.entry.words, destination(piece.anchors[0])))

    def _count(self) -> None:
        page = self.sheet.page
        known = self.zones.get(page)
        if known is None or _RANK.get(self.zone, _BODY_RANK) > _RANK.get(known, _BODY_RANK):
            self.zones[page] = self.zone

    def finish(self, document: Document, speech: Speech) -> Pages:
        """Ends the last page, sets what needs the number of all pages, and says what stands where."""
        if not (self.empty and self.sheet.sheets):
            self.turn()
        total = len(self.sheet.sheets)
        for page, top, piece in self.listed:
            with self.sheet.add_to(page):
                piece.draw_page(self.sheet, self.left, top, self.page_of[piece.target])
        for page in range(1, total + 1):
            words = document.page_of.replace("{page}", str(page)).replace("{pages}", str(total))
            with self.sheet.add_to(page):
                with self.sheet.artifact(FOOT):
                    self._foot(document, speech, clean(words))
                with self.sheet.artifact(HEAD):
                    self._banner(document)
                draw_head(self.sheet, self.styles, document, page)
        return self._pages(total)

    def _foot(self, document: Document, speech: Speech, page_of: str) -> None:
        look, measure = self.styles.foot, float(self.paper.width - self.paper.left - self.paper.right)
        leading = self.styles.line_height(look)
        height = float(self.paper.bottom) - 18
        self.sheet.fill(Box(self.left, height + 2, measure, 0.5), self.styles.rule)
        number = [(look, page_of)]
        wide = line_width(number)
        room = measure - wide - _BEFORE_NUMBER

        def fits(said: str) -> bool:
            return line_width([(look, clean(said))]) <= room

        foot = divided_foot(document.footer, fits, fits)
        words = break_lines(speech.silent().runs(foot, look), room)[:_FOOT_LINES]
        baselines = [height - leading * (line + 1) + 2 for line in range(len(words))]
        self._own_foot(height - leading * max(len(words), 1) - _BEFORE_OWN, measure)
        self.sheet.set_lines(self.left, baselines, words)
        self.sheet.set_lines(self.left + measure - wide, [height - leading + 2], [number])

    def _own_foot(self, height: float, measure: float) -> None:
        """What the letterhead says at the foot of each page, as far as there is room below the line of the paper."""
        look, head = self.styles.foot, self.styles.house.letterhead
        leading = self.styles.line_height(look)
        lines = [line for own in (head.foot if head else ()) for line in break_lines([(look, clean(own))], measure)]
        baselines = [height - leading * (line + 1) + 2 for line in range(len(lines))]
        fitting = [baseline for baseline in baselines if baseline > _EDGE]
        self.sheet.set_lines(self.left, fitting, lines[: len(fitting)])

    def _banner(self, document: Document) -> None:
        if not document.banner:
            return
        measure = float(self.paper.width - self.paper.left - self.paper.right)
        look = self.styles.banner
        words = break_lines([(look, clean(document.banner))], measure - 12)[:2]
        leading = self.styles.line_height(look)
        height = leading * len(words) + 5
        bottom = self.first + 9
        self.sheet.fill(Box(self.left, bottom, measure, height), look.colour)
        lines = [[(evolve(run, colour=_ON_BANNER), word) for run, word in line] for line in words]
        first = bottom + height - 3.2 - leading + look.size * 0.27
        baselines = [first - leading * number for number in range(len(lines))]
        self.sheet.set_lines(self.left + 6, baselines, lines)

    def _pages(self, total: int) -> Pages:
        counted = Counter(self.zones.get(page, FRONT) for page in range(1, total + 1))
        front, schedules = counted[FRONT], counted[StoryKind.SCHEDULES]
        signatures = counted[StoryKind.SIGNATURES]
        return Pages(front, total - front - schedules - signatures, signatures, schedules, dict(self.page_of))


def _leading_into(piece: Piece | None, after: Piece | None) -> Piece | None:
    """A piece that stays with what it leads into, such as words with the header of a table and its first rows."""
    if piece is None or after is None or not piece.keep or not after.keep:
        return piece
    return evolve(piece, keep=max(piece.keep, after.before + after.height() + after.keep))
