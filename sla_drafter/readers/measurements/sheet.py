"""A file of measured facts as a table, whatever its format: a header, rows of text, and the place of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from attrs import frozen

from sla_drafter.findings import Place
from sla_drafter.model.measured import Evidence

LARGEST = 512 * 1024 * 1024
"""So many bytes of one file are read."""
MOST_ROWS = 5_000_000
"""So many rows of one file are read."""
MOST_COLUMNS = 200
"""So many columns a header may have."""

Row = tuple[Evidence, list[str]]
Wanted = tuple[Evidence, str, str]
"""A place that is asked for: the row, the name of the column (or nothing) and a note."""


@frozen
class Claim:
    """What a file says about the agreement that it belongs to: `key` is agreement or version."""

    key: str
    words: str
    line: int


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

    def rows(self) -> Iterator[Row]:
        """Every row once that can be divided into cells, as text."""

    def places(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Place]:
        """Where rows and their cells stand, with the line itself."""
