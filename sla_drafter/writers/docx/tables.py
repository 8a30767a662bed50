"""Tables as WordprocessingML: a header row that is repeated on each page, rows that do not break, places to sign."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Cell, Deleted, Inline, Inserted, Row, Signature, Table, Text
from sla_drafter.writers.docx import styles
from sla_drafter.writers.docx.inlines import Inlines
from sla_drafter.writers.docx.markup import from_right, row_bookmark_name

MOST_KEPT = 6
"""Rows up to which a table stands on one page; a longer one goes over the page under its header again."""
_Change = Inserted | Deleted | None


def line_width(house: House) -> int:
    """The width of a line of text in twentieths of a point."""
    return int((house.paper.width - house.paper.left - house.paper.right) * 20)


def column_widths(table: Table, width: int) -> list[int]:
    """The widths of the columns: the shares of the table, equal ones where it has none."""
    columns = max((len(table.header), *(len(row.cells) for row in table.rows)))
    shares = table.widths if len(table.widths) == columns and sum(table.widths) > 0 else (1,) * columns
    return [int(Decimal(width) * share / sum(shares)) for share in shares]


def table(table: Table, house: House, inlines: Inlines, indent: int, change: _Change, *, leads: bool = False) -> str:
    """A table in the table style of the house, `indent` twentieths of a point from the margin.

    One that `leads` into another table has its last row on the page on which that begins.
    """
    widths = column_widths(table, line_width(house) - indent)
    head = _row(table.header, "", widths, inlines, change, styles.TABLE_HEAD) if table.header else ""
    kept = _kept_rows(len(table.rows), leads=leads)
    rows = "".join(
        _row(row.cells, _key(row), widths, inlines, change, styles.TABLE_KEPT if at in kept else styles.TABLE_TEXT)
        for at, row in enumerate(table.rows)
    )
    return _framed(styles.TABLE, widths, head + rows, inlines, indent, bool(table.header))


def _kept_rows(rows: int, *, leads: bool) -> frozenset[int]:
    """The rows that stay with what follows them: all of a short table; of a long one the first, and the last but one.

    The last row of a table stays with the next table, so that this one does not begin a page without its heading.
    """
    last = rows - 1
    kept = range(last) if rows <= MOST_KEPT else (0, last - 1)
    return frozenset((*kept, last) if leads else kept)


def _key(row: Row) -> str:
    return row_bookmark_name(row.key) if row.key else ""


def _framed(style: str, widths: Sequence[int], rows: str, inlines: Inlines, indent: int, has_head: bool) -> str:
    place = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{inlines.ids[style.lower()]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{place}<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0420" if has_head else "0400"}" '
        f'w:firstRow="{int(has_head)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    cells: Sequence[Cell], bookmark: str, widths: Sequence[int], inlines: Inlines, change: _Change, style: str
) -> str:
    head = "<w:tblHeader/>" if style == styles.TABLE_HEAD else ""
    mark = inlines.ledger.mark_of_whole(change) if change is not None else ""
    named = inlines.ids[style.lower()]
    filled = [marked_runs(cell.children, inlines, change) for cell in cells]
    filled += [""] * (len(widths) - len(filled))
    if bookmark:
        filled[0] = inlines.ledger.bookmarked(bookmark, filled[0])
    inside = "".join(_cell(words, width, named) for words, width in zip(filled, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{head}{mark}</w:trPr>{inside}</w:tr>"


def _cell(words: str, width: int, style: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle '
        f'w:val="{style}"/>{from_right(words)}</w:pPr>{words}</w:p></w:tc>'
    )


def marked_runs(children: tuple[Inline, ...], inlines: Inlines, change: _Change) -> str:
    """The runs of a line, as a tracked change where the whole block is one."""
    if change is None or not children:
        return inlines.runs(children)
    return inlines.runs((evolve(change, children=children),))


def signature_table(signatures: Sequence[Signature], house: House, inlines: Inlines, change: _Change) -> str:
    """Places to sign, two side by side; each stands whole in its own cell, so they are read one after the other."""
    half = line_width(house) // 2
    rows = ""
    for at in range(0, len(signatures), 2):
        pair = signatures[at : at + 2]
        mark = inlines.ledger.mark_of_whole(change) if change is not None else ""
        frame = f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        cells = "".join(f"{frame}{_signature(one, inlines, change)}</w:tc>" for one in pair)
        if len(pair) == 1:
            cells += f"{frame}<w:p/></w:tc>"
        rows += f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"
    return _framed(styles.SIGNATURES, (half, half), rows, inlines, 0, False)


def _signature(signature: Signature, inlines: Inlines, change: _Change) -> str:
    lines = [_paragraph(styles.SIGNATURE_HEADING, marked_runs(signature.heading, inlines, change), inlines)]
    for label, filled in signature.lines:
        inside = marked_runs((Text(label),), inlines, change)
        if filled:
            inside += f"<w:r><w:tab/></w:r>{marked_runs(filled, inlines, change)}"
        lines.append(_paragraph(styles.SIGNATURE_LINE, inside, inlines))
    return "".join(lines)


def _paragraph(style: str, inside: str, inlines: Inlines) -> str:
    style = inlines.ids[style.lower()]
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{from_right(inside)}</w:pPr>{inside}</w:p>'
