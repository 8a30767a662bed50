"""A file of measured facts as a table, whatever its format: a header, rows of text, and the place of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Protocol

from sla_drafter.findings import Place
from sla_drafter.model.columns import Same
from sla_drafter.model.measured import Evidence
from sla_drafter.values import frozen

LARGEST = 512 * 1024 * 1024
"""So many bytes of one file are read."""
MOST_ROWS = 5_000_000
"""So many rows of one file are read."""
BATCH = 2_000
"""So many rows are read at once; if one of them is wrong, each of these is read for itself."""
MOST_COLUMNS = 200
"""So many columns a header may have."""

COVERS = "covers"
CLAIMED = ("agreement", "version", COVERS)
"""What a file may say about itself above its rows."""

Row = tuple[Evidence, list[str]]
Wanted = tuple[Evidence, str, str]
"""A place that is asked for: the row, the name of the column (or nothing) and a note."""


@frozen
class Claim:
    """What a file says about itself: of which agreement and version it is, and which days it covers."""

    key: str
    words: str
    line: int


@frozen
class Batch:
    """Rows that follow one another: the line and the column in which each begins, and its cells, column by column."""

    name: str
    lines: Sequence[int]
    positions: Sequence[int]
    columns: Sequence[Sequence[str]]

    def __len__(self) -> int:
        return len(self.lines)

    def rows(self) -> Iterator[Row]:
        """The rows one by one."""
        evidence = map(Evidence, repeat(self.name), self.lines, self.positions)
        return zip(evidence, map(list, zip(*self.columns, strict=True)), strict=True)


def batched(name: str, rows: Iterable[Row], width: int) -> Iterator[Batch | Row]:
    """The rows that have the width of the header in batches, every other one for itself, in their order."""
    held: list[Row] = []
    for row in rows:
        if len(row[1]) == width:
            held.append(row)
        if held and (len(held) == BATCH or len(row[1]) != width):
            yield _batch(name, held)
            held = []
        if len(row[1]) != width:
            yield row
    if held:
        yield _batch(name, held)


def _batch(name: str, rows: Sequence[Row]) -> Batch:
    evidence, cells = zip(*rows, strict=True)
    _, lines, positions = zip(*evidence, strict=True)
    return Batch(name, lines, positions, tuple(zip(*cells, strict=True)))


def consecutive(name: str, first: int, columns: Sequence[Sequence[str]]) -> Batch:
    """Rows of which each has the next line for itself."""
    size = len(columns[0])
    return Batch(name, range(first, first + size), Same(1, size), columns)


class Sheet(Protocol):
    """A table of text. `kind` is the name of the kind if the file itself says it, and empty otherwise."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, as the file writes them."""

    @property
    def header_line(self) -> int:
        """The line in which the header stands."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the file says about its agreement."""

    @property
    def kind(self) -> str:
        """The kind of its facts, if the file names it."""

    @property
    def broken(self) -> int:
        """How many rows could not be divided into cells; known when the rows were read."""

    def batches(self, width: int) -> Iterator[Batch | Row]:
        """Every row once that can be divided into cells, as text: those of this width in batches."""

    def places(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Place]:
        """Where rows and their cells stand, with the line itself."""
