"""Tables as rows of a page: a caption, a header that is repeated on every page, rows with thin rules below."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.house import Paper
from sla_drafter.document.nodes import Cell, Table
from sla_drafter.language.direction import begins_right
from sla_drafter.writers.pdf.dress import dressed_header, dressed_rows
from sla_drafter.writers.pdf.lines import break_lines
from sla_drafter.writers.pdf.looks import Look, Run
from sla_drafter.writers.pdf.pieces import Piece, Prose, Row, Space
from sla_drafter.writers.pdf.setting import Lead, Place, Setter
from sla_drafter.writers.pdf.tags.elements import CAPTION, CELL, HEADER, OVER_A_COLUMN, ROW, TABLE, Element

_CELL_SIDE, _CELL_ABOVE = 4.0, 2.5
_LARGEST_HEADER = 200.0
_LEAST_BELOW_HEADER = 90.0
_SHORT = 1 / 3  # of a page: a table that is no higher is not divided


def table_pieces(setter: Setter, table: Table, place: Place, then: float = 0) -> Iterator[Piece]:
    """A table: a caption, a header that is repeated, rows with thin rules.

    `then` is how much of a table that follows stays with the last row, so that it begins no page without its heading.
    """
    whole = place.element.child(TABLE)
    if table.caption:
        look = setter.styles.bolder(setter.styles.small)
        said = look.of(whole.child(CAPTION))
        caption = setter.prose(setter.spoken(table.caption, said, place), look, place, Lead(before=5))
        yield evolve(caption, keep=4 * caption.leading)
    columns = _columns(table, setter.measure - place.indent)
    header = _row(setter, table.header, columns, place, setter.styles.header, whole.child(ROW), HEADER)
    header = dressed_header(evolve(header, before=2 if table.caption else 5), setter.styles)
    look = setter.styles.cell
    rows = [_row(setter, row.cells, columns, place, look, whole.child(ROW), CELL) for row in table.rows]
    space = Space(high=3)
    then += space.high if then else 0
    yield evolve(header, keep=_below_header(rows, setter.styles.house.paper, then))
    repeat = header if header.height() <= _LARGEST_HEADER else None
    dressed = [evolve(row, repeat=repeat) for row in dressed_rows(rows, setter.styles)]
    yield from (*dressed[:-1], *(evolve(row, keep=then) for row in dressed[-1:]), space)


def _below_header(rows: list[Row], paper: Paper, then: float) -> float:
    """What stays with the header of a table: all of a short one, else two rows, as one at the foot looks lost.

    Of high rows one is enough; with a short table stays what follows it.
    """
    whole = sum(row.height() for row in rows)
    if whole <= float(paper.height - paper.top - paper.bottom) * _SHORT:
        return whole + then
    two = sum(row.height() for row in rows[:2])
    return two if two <= _LEAST_BELOW_HEADER else min(rows[0].height(), _LEAST_BELOW_HEADER)


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
