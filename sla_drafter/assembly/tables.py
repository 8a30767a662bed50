"""Tables that read well in every format: the widths of columns from what stands in them, the key of each row.

Widths are shares of the line in whole per cent. A column gets room for its longest word and, beyond that, by the
square root of its longest cell, so that a column of sentences does not starve a column of figures.
"""

from __future__ import annotations

import re
from math import isqrt

from attrs import evolve

from sla_drafter.document.nodes import Cell, Row, Table, Value
from sla_drafter.document.walk import inlines_of, words_of

LINE = 96
"""Characters that about fit a line of the text block."""
BOLD = 1
"""Characters by which a word of a header is wider than the same word below it."""
_BETWEEN_WORDS = re.compile(r"(?<!\d) | (?!\w)")  # a figure and its unit stay on one line: "30 seconds" is one word


def finished(table: Table) -> Table:
    """The table with its widths, and with the path of the thing that each row is about."""
    return evolve(table, widths=widths(table), rows=tuple(Row(row.cells, key(row)) for row in table.rows))


def key(row: Row) -> str:
    """The path of the thing that a row is about: where its first fact stands, without the fact's own name."""
    for cell in row.cells:
        for inline in inlines_of(cell.children):
            if isinstance(inline, Value):
                return inline.field.rpartition(".")[0] or inline.field
    return ""


def widths(table: Table) -> tuple[int, ...]:
    """Shares of the line for each column; they add up to 100."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True)) or [()] * len(table.header)
    needs = [_need(head, cells) for head, cells in zip(table.header, columns, strict=True)]
    floors = [word for word, _ in needs]
    wishes = [isqrt(100 * longest) for _, longest in needs]
    spare = max(LINE - sum(floors), 0)
    room = [floor * sum(wishes) + spare * wish for floor, wish in zip(floors, wishes, strict=True)]
    shares = [max(100 * share // sum(room), 4) for share in room]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)


def _need(head: Cell, cells: tuple[Cell, ...]) -> tuple[int, int]:
    """Characters of the longest word of a column, and of its longest cell."""
    title, *texts = [words_of(cell.children) for cell in (head, *cells)]
    longest_word = max([_longest_word(title) + BOLD, *map(_longest_word, texts)])
    return min(longest_word, 24) + 3, max(1, *map(len, (title, *texts)))


def _longest_word(text: str) -> int:
    return max(map(len, _BETWEEN_WORDS.split(text)))
