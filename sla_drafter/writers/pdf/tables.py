"""Tables as rows of a page: a caption, a header that is repeated on every page, rows with thin rules below."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.nodes import Cell, Table
from sla_drafter.writers.pdf.lines import break_lines
from sla_drafter.writers.pdf.looks import Look
from sla_drafter.writers.pdf.pieces import Piece, Prose, Row, Space
from sla_drafter.writers.pdf.setting import Lead, Place, Setter

_CELL_SIDE, _CELL_ABOVE = 4.0, 2.5
_LARGEST_HEADER = 200.0
_LEAST_BELOW_HEADER = 90.0


def table_pieces(setter: Setter, table: Table, place: Place) -> Iterator[Piece]:
    """A table: a caption, a header that is repeated, rows with thin rules."""
    if table.caption:
        look = setter.styles.bolder(setter.styles.small)
        caption = setter.prose(setter.spoken(table.caption, look, place), look, place, Lead(before=5))
        yield evolve(caption, keep=4 * caption.leading)
    columns = _columns(table, setter.measure - place.indent)
    header = _row(setter, table.header, columns, place, setter.styles.header)
    header = evolve(header, before=2 if table.caption else 5, shade=setter.styles.shade)
    rows = [_row(setter, row.cells, columns, place, setter.styles.cell) for row in table.rows]
    yield evolve(header, keep=min(rows[0].height(), _LEAST_BELOW_HEADER) if rows else 0)
    repeat = header if header.height() <= _LARGEST_HEADER else None
    yield from (evolve(row, repeat=repeat) for row in rows)
    yield Space(high=3)


def _row(setter: Setter, cells: tuple[Cell, ...], columns: list[tuple[float, float]], place: Place, look: Look) -> Row:
    marks = place.changes if look is setter.styles.header else ()
    set_cells: list[tuple[float, Piece]] = []
    for number, (cell, (at, wide)) in enumerate(zip(cells, columns, strict=False)):
        runs = list(setter.speech.runs(cell.children, place.look(look)))
        runs += [setter.speech.remark_mark(change, look) for change in marks if not number]
        lines = break_lines(runs, wide - 2 * _CELL_SIDE)
        leading = setter.styles.line_height(look)
        prose = Prose(lines=lines, leading=leading, size=look.size, serial=setter.speech.serial())
        set_cells.append((at + _CELL_SIDE, prose))
    return Row(
        columns=tuple(set_cells),
        indent=place.indent,
        measure=setter.measure - place.indent,
        padding=_CELL_ABOVE,
        rule=setter.styles.rule,
    )


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
