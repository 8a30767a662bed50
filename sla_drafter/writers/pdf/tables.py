"""Tables as rows of a page: a caption, a header that is repeated on every page, rows with thin rules below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import evolve

from sla_drafter.document.nodes import Cell, Table
from sla_drafter.language.direction import begins_right
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.dress import dressed_header, dressed_rows
from sla_drafter.writers.pdf.lines import break_lines
from sla_drafter.writers.pdf.looks import Look, Run
from sla_drafter.writers.pdf.pieces import Piece, Prose, Row, Space, total_height
from sla_drafter.writers.pdf.setting import Lead, Place, Setter
from sla_drafter.writers.pdf.tags.elements import CAPTION, CELL, HEADER, OVER_A_COLUMN, ROW, TABLE, Element

_CELL_SIDE, _CELL_ABOVE = 4.0, 2.5
_LARGEST_HEADER = 200.0
_LEAST_BELOW_HEADER = 90.0
_FEW = 3  # rows that are too few to be divided
_SHORT = 1 / 3  # of a page: a table that is no higher is not divided


@frozen
class _SetTable:
    """A table of which every word is set. One that `follows` another has no heading of its own."""

    caption: tuple[Prose, ...]
    header: Row
    rows: list[Row]
    short: float
    follows: bool

    def keeps(self, then: float) -> float:
        """What stays with the header, and with a table that stays whole what follows it.

        A short table is not divided, but for one that follows another and would begin the next page without a heading.
        Below a header stand two rows, as one at the foot looks lost; of high rows one is enough.
        """
        whole = sum(row.height() for row in self.rows)
        is_whole = whole <= _LEAST_BELOW_HEADER and len(self.rows) <= _FEW if self.follows else whole <= self.short
        if is_whole:
            return whole + then
        two = sum(row.height() for row in self.rows[:2])
        return two if two <= _LEAST_BELOW_HEADER else min(self.rows[0].height(), _LEAST_BELOW_HEADER)

    def beginning(self) -> float:
        """How high it is down to the rows that stay with its header."""
        return total_height((*self.caption, self.header)) + self.keeps(0)


def table_pieces(setter: Setter, tables: Sequence[Table], place: Place) -> Iterator[Piece]:
    """Tables one after the other, each with its caption, a header that is repeated, and rows with thin rules.

    The end of each stays with what the next begins with, so that this begins no page without its heading.
    """
    every = [_set_table(setter, table, place, follows=number > 0) for number, table in enumerate(tables)]
    for table, after in zip_longest(every, every[1:]):
        space = Space(high=3)
        then = space.high + after.beginning() if after else 0
        yield from (evolve(line, keep=4 * line.leading) for line in table.caption)
        yield evolve(table.header, keep=table.keeps(then))
        repeat = table.header if table.header.height() <= _LARGEST_HEADER else None
        rows = [evolve(row, repeat=repeat) for row in dressed_rows(table.rows, setter.styles)]
        yield from (*_ending(rows, then), space)


def _set_table(setter: Setter, table: Table, place: Place, *, follows: bool) -> _SetTable:
    whole, styles = place.element.child(TABLE), setter.styles
    caption: tuple[Prose, ...] = ()
    if table.caption:
        look = styles.bolder(styles.small)
        said = look.of(whole.child(CAPTION))
        caption = (setter.prose(setter.spoken(table.caption, said, place), look, place, Lead(before=5)),)
    columns = _columns(table, setter.measure - place.indent)
    header = _row(setter, table.header, columns, place, styles.header, whole.child(ROW), HEADER)
    header = dressed_header(evolve(header, before=2 if caption else 5), styles)
    rows = [_row(setter, row.cells, columns, place, styles.cell, whole.child(ROW), CELL) for row in table.rows]
    paper = styles.house.paper
    return _SetTable(caption, header, rows, float(paper.height - paper.top - paper.bottom) * _SHORT, follows)


def _ending(rows: list[Row], then: float) -> list[Row]:
    """The rows, of which the last two stay together, and with so much of what follows the table."""
    if len(rows) > 1 and rows[-1].height() <= _LEAST_BELOW_HEADER:
        rows[-2] = evolve(rows[-2], keep=rows[-1].height() + then)
    return [*rows[:-1], *(evolve(row, keep=then) for row in rows[-1:])]


def _row(
    setter: Setter,
    cells: tuple[Cell, ...],
    columns: list[tuple[float, float]],
    place: Place,
    look: Look,
    row: Element,
    role: str,
) -> Row:
    """One row; every column has a cell, so that who hears the table is told its columns rightly."""
    marks = place.changes if role is HEADER else ()
    attributes = OVER_A_COLUMN if role is HEADER else ""
    elements = tuple(Element(role, row, attributes=attributes) for _ in columns)
    set_cells: list[tuple[float, Piece]] = []
    for number, (cell, element, (at, wide)) in enumerate(zip(cells, elements, columns, strict=False)):
        said = place.look(look).of(element)
        runs = list(setter.speech.runs(cell.children, said))
        runs += [setter.speech.remark_mark(change, said) for change in marks if not number]
        set_cells.append((at + _CELL_SIDE, _words(setter, runs, wide - 2 * _CELL_SIDE, look)))
    return Row(
        columns=tuple(set_cells),
        indent=place.indent,
        measure=setter.measure - place.indent,
        padding=_CELL_ABOVE,
        rule=setter.styles.rule,
        cells=elements,
    )


def _words(setter: Setter, runs: list[Run], measure: float, look: Look) -> Prose:
    """The lines of a cell: words are divided where they are too long, and set from the right where they run so."""
    right = measure if begins_right(words for _, words in runs) else None
    lines = break_lines(runs, measure, parts=setter.parts if right is None else None)
    return Prose(lines=lines, leading=setter.styles.line_height(look), size=look.size, right=right)


def _columns(table: Table, measure: float) -> list[tuple[float, float]]:
    count = max([len(table.header), *(len(row.cells) for row in table.rows)])
    told = len(table.widths) == count and sum(table.widths) > 0
    shares = list(table.widths) if told else [1] * count
    total = sum(shares)
    columns, at = [], 0.0
    for share in shares:
        wide = measure * share / total
        columns.append((at, wide))
        at += wide
    return columns
