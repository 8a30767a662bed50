"""What a page is made of: pieces that know their height, can be cut at a line, and draw themselves.

A piece stands in the column of the page from `left` on. Nothing here knows of pages: `press` places pieces on them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from attrs import evolve, field

from sla_drafter.values import frozen
from sla_drafter.writers.pdf.lines import Line, is_divided, line_width
from sla_drafter.writers.pdf.looks import Look
from sla_drafter.writers.pdf.sheet import Box, Sheet
from sla_drafter.writers.pdf.tags.elements import Element

_DESCENT = 0.27  # of the size, below the baseline
_BAR, _BAR_ABOVE = 2.0, 3.0
_LEADER = " ."


@frozen
class Entry:
    """A line of the outline: the words, and the depth from 0. It leads to the first anchor of its piece."""

    words: str
    depth: int


@frozen(kw_only=True)
class Piece(ABC):
    """What all pieces have.

    `before` is the space above (none at the top of a page), `keep` the height of what follows that must be on the same
    page. `anchors` are ids that a link arrives at, `repeat` the table header that is set again where the piece begins a
    page.
    """

    before: float = 0
    keep: float = 0
    anchors: tuple[str, ...] = ()
    entry: Entry | None = None
    repeat: Piece | None = field(default=None, eq=False)

    @abstractmethod
    def height(self) -> float:
        """How high the piece is, without the space above it."""

    def cut(self, room: float, *, fresh: bool) -> tuple[Piece, Piece] | None:  # noqa: ARG002 - for those that can
        """The part that fits into this room and the rest; None when nothing does. `fresh`: the page is empty yet."""
        return None

    @abstractmethod
    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws the piece below this height."""


@frozen(kw_only=True)
class Prose(Piece):
    """Lines of text with a marker that hangs in front of the first (a number, a letter, a bullet).

    `sink` is how far the first line moves in after a marker that is wider than its column; `bar` is the colour of a bar
    beside it, `bar_at` where it stands; `under` is the colour of a rule below, over the column of `measure`. Lines that
    are set from the right end at `right`.
    """

    lines: list[Line] = field(eq=False)
    leading: float
    size: float
    indent: float = 0
    sink: float = 0
    marker: Line = field(factory=list, eq=False)
    marker_indent: float = 0
    bar: str = ""
    bar_at: float = 0
    under: str = ""
    measure: float = 0
    right: float | None = None

    def height(self) -> float:
        return len(self.lines) * self.leading + (_BAR_ABOVE if self.under else 0)

    def cut(self, room: float, *, fresh: bool) -> tuple[Piece, Piece] | None:
        count = len(self.lines)
        fit = int((room + 0.01) / self.leading)
        if count - fit == 1 and fit > 2:
            fit -= 1  # no single line at the top of the next page
        while fit > 1 and is_divided(self.lines[fit - 1]):
            fit -= 1  # no word goes on over the page
        if fit < 1 or fit >= count or (not fresh and (fit == 1 or count - fit == 1)):
            return None
        tail = Prose(
            lines=self.lines[fit:],
            leading=self.leading,
            size=self.size,
            indent=self.indent,
            bar=self.bar,
            right=self.right,
        )
        return evolve(self, lines=self.lines[:fit], keep=0), tail

    def baselines(self, top: float) -> list[float]:
        """The height of the baseline of each line."""
        first = top - self.leading + self.size * _DESCENT
        return [first - number * self.leading for number in range(len(self.lines))]

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        baselines = self.baselines(top)
        if self.bar:
            above = min(self.before, _BAR_ABOVE)
            sheet.fill(Box(left + self.bar_at, top - self.height(), _BAR, self.height() + above), self.bar)
        if self.under:
            sheet.rule(left, top - self.height() + 1, left + self.measure, self.under)
        if self.marker:
            sheet.set_lines(left + self.marker_indent, baselines[:1], [self.marker])
        if self.right is not None:
            sheet.set_from_right(left + self.right, baselines, self.lines)
            return
        left += self.indent
        if self.sink:
            sheet.set_lines(left + self.sink, baselines[:1], self.lines[:1])
            sheet.set_lines(left, baselines[1:], self.lines[1:])
        else:
            sheet.set_lines(left, baselines, self.lines)


@frozen(kw_only=True)
class Space(Piece):
    """White space, with a rule over the column at its top if it has a colour."""

    high: float
    measure: float = 0
    colour: str = ""

    def height(self) -> float:
        return self.high

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        if self.colour:
            sheet.rule(left, top, left + self.measure, self.colour)


@frozen(kw_only=True)
class Stack(Piece):
    """Pieces below one another that are kept together where they fit on one page."""

    pieces: tuple[Piece, ...] = field(eq=False)

    def height(self) -> float:
        return sum(piece.height() + (piece.before if at else 0) for at, piece in enumerate(self.pieces))

    def cut(self, room: float, *, fresh: bool) -> tuple[Piece, Piece] | None:
        if not fresh:
            return None
        for count, piece in enumerate(self.pieces):
            high = piece.height() + (piece.before if count else 0)
            if high > room:
                parts = piece.cut(room - (piece.before if count else 0), fresh=not count)
                middle = parts or ((), piece)
                head = (*self.pieces[:count], *middle[:1]) if parts else self.pieces[:count]
                tail = (middle[1], *self.pieces[count + 1 :])
                return (Stack(pieces=head), Stack(pieces=tail)) if head else None
            room -= high
        return None

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        for at, piece in enumerate(self.pieces):
            top -= piece.before if at else 0
            piece.draw(sheet, left, top)
            top -= piece.height()


@frozen(kw_only=True)
class Row(Piece):
    """Pieces side by side, each at its own indent, read one after the other: a row of a table, two signatures.

    A row is cut only where it begins a page and does not fit on it. `padding` is above and below, `shade` a
    background, `rule` and `above` the colours of the rules below and above; `cells` are there although no word stands
    in them.
    """

    columns: tuple[tuple[float, Piece], ...] = field(eq=False)
    indent: float = 0
    measure: float = 0
    padding: float = 0
    shade: str = ""
    rule: str = ""
    above: str = ""
    cells: tuple[Element, ...] = ()

    def height(self) -> float:
        return max((piece.height() for _, piece in self.columns), default=0) + 2 * self.padding

    def cut(self, room: float, *, fresh: bool) -> tuple[Piece, Piece] | None:
        if not fresh:
            return None
        heads: list[tuple[float, Piece]] = []
        tails: list[tuple[float, Piece]] = []
        for indent, piece in self.columns:
            head, tail = _divided(piece, room - 2 * self.padding)
            heads.append((indent, head))
            if tail:
                tails.append((indent, tail))
        if not tails:
            return None
        rest = evolve(self, columns=tuple(tails), keep=0, before=0, anchors=(), entry=None)
        return evolve(self, columns=tuple(heads), keep=0), rest

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        left += self.indent
        if self.shade:
            sheet.fill(Box(left, top - self.height(), self.measure, self.height()), self.shade)
        if self.above:
            sheet.rule(left, top, left + self.measure, self.above, 1)
        for cell in self.cells:
            cell.join()
        for indent, piece in self.columns:
            piece.draw(sheet, left + indent, top - self.padding)
        if self.rule:
            sheet.rule(left, top - self.height(), left + self.measure, self.rule)


def _divided(piece: Piece, room: float) -> tuple[Piece, Piece | None]:
    parts = piece.cut(room, fresh=True) if piece.height() > room + 0.01 else None
    return parts or (piece, None)


@frozen(kw_only=True)
class Listed(Piece):
    """A line of the contents: number and title, and a place where the number of the page will stand."""

    title: Prose = field(eq=False)
    measure: float
    target: str
    look: Look
    words: str

    def height(self) -> float:
        return self.title.height()

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        self.title.draw(sheet, left, top)
        if self.look.element:
            box = Box(left, top - self.height(), self.measure, self.height())
            sheet.link_to(f"#{self.target}", box, self.look.element, self.words)

    def draw_page(self, sheet: Sheet, left: float, top: float, page: int) -> None:
        """The leader and the number of the page, set when it is known."""
        baseline = self.title.baselines(top)[-1]
        number = [(self.look, str(page))]
        right = left + self.measure
        end = right - max(line_width(number), 1.5 * self.look.size)
        start = left + self.title.indent + line_width(self.title.lines[-1]) + self.look.size / 2
        dots = self.look.of(None)
        leader = [(dots, _LEADER * max(int((end - start) / line_width([(dots, _LEADER)])), 0))]
        sheet.set_lines(end - line_width(leader), [baseline], [leader])
        sheet.set_lines(right - line_width(number), [baseline], [number])


def total_height(pieces: Sequence[Piece]) -> float:
    """How high these pieces are below one another."""
    return sum(piece.before + piece.height() for piece in pieces)
