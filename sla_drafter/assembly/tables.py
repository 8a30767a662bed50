"""Tables that read well in every format: the widths of columns from what stands in them, the key of each row.

Widths are shares of the line in whole per cent. A column gets room for its longest word. What is left of the line goes,
piece by piece, to the column whose cells make rows high, so that a column of sentences does not starve beside a column
of figures; the rest is shared by the square root of the longest cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isqrt

from attrs import evolve

from sla_drafter.document.nodes import Cell, Row, Table, Value
from sla_drafter.document.walk import inlines_of, words_of
from sla_drafter.language.patterns import compiled
from sla_drafter.language.typography import unbroken

LINE = 100
"""Characters that about fit a line of the text block."""
BOLD = 1
"""Characters by which a word of a header is wider than the same word below it."""
SIDES, CLOSE = 3, 2
"""Characters that the white space beside the words of a cell takes: freely, and where the columns are crowded."""
CROWDED = 24
"""The longest word that gets its room even where not every column can have its own: an address may be divided."""
PIECE = 4
"""Characters that a column is given at a time."""
_NARROW, _WIDE = compiled(r"[fijlrtI.,:;'|!()\[\]/-]"), compiled("[mwA-Z\u00c0-\u00de@%\u2026]")
_BETWEEN_WORDS = compiled(r"(?<!\d) | (?!\w)")  # a figure and its unit stay on one line: "30 seconds" is one word


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
    return _shares(tuple(tuple(map(_words, (head, *cells))) for head, cells in zip(table.header, columns, strict=True)))


def _words(cell: Cell) -> str:
    """The words of a cell as a page has them, with the spaces at which no line ends."""
    return "".join(
        unbroken(inline.words, inline.form) if isinstance(inline, Value) else words_of((inline,))
        for inline in cell.children
    )


@lru_cache(maxsize=1024)
def _shares(columns: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """The shares of columns with these words, the header first; most tables are the same in many drafts."""
    wide = _least([_longest_word(*column) for column in columns])
    lengths = [list(map(len, column)) for column in columns]
    spare = max(LINE - sum(wide), 0)
    while spare >= PIECE:
        needing = _highest(lengths, wide)
        if needing is None:
            break
        wide[needing] += PIECE
        spare -= PIECE
    wishes = [isqrt(100 * max(1, *column)) for column in lengths]
    room = [one * sum(wishes) + spare * wish for one, wish in zip(wide, wishes, strict=True)]
    shares = [max(100 * share // sum(room), 4) for share in room]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)


def _least(words: Sequence[int]) -> list[int]:
    """What columns need for their longest words, with the white space that there is room for beside them."""
    for sides in (SIDES, CLOSE):
        if sum(words) + sides * len(words) <= LINE:
            return [word + sides for word in words]
    return [min(word, CROWDED) + CLOSE for word in words]


def _highest(lengths: Sequence[Sequence[int]], wide: Sequence[int]) -> int | None:
    """The column that makes the rows of a table higher than the others do by the most lines; None where none does."""
    beyond = [0] * len(wide)
    lines = [[-(-length // (room - CLOSE)) for length in column] for column, room in zip(lengths, wide, strict=True)]
    for row in zip(*lines, strict=True):
        highest, *others = sorted(row, reverse=True)
        beyond[row.index(highest)] += highest - max(others, default=1)
    most = max(beyond, default=0)
    return beyond.index(most) if most > 0 else None


def _longest_word(title: str, *texts: str) -> int:
    """Characters of the longest word of a column."""
    return max([_longest(title) + BOLD, *map(_longest, texts)])


def _longest(text: str) -> int:
    return max(map(_characters, _BETWEEN_WORDS.split(text)))


def _characters(word: str) -> int:
    """How many characters of a line a word takes: "illicit" takes fewer than it has letters, "Anwendungen" more."""
    tenths = 11 * len(word) - 4 * len(_NARROW.findall(word)) + 3 * len(_WIDE.findall(word))
    return -(-tenths // 10)
