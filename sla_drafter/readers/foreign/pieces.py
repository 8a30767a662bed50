"""What a foreign file is made of before it is a paper: one piece for each heading, paragraph and table cell."""

from __future__ import annotations

from sla_drafter.document.kinds import StoryKind
from sla_drafter.values import frozen


@frozen
class At:
    """The cell that a piece stands in: table, row and column, each counted from 0 within the file."""

    table: int
    row: int
    column: int


@frozen
class Piece:
    """One paragraph as a reader sees it, without its number.

    `label` is the number that the program printed or computed, `number` the same in full where the format knows it.
    `level` is that of a heading, counted from 1; 0 for other text. `lost` are the words of its references whose target
    the file does not have.
    """

    words: str
    label: str = ""
    number: str = ""
    level: int = 0
    story: StoryKind = StoryKind.BODY
    page: int | None = None
    line: int | None = None
    at: At | None = None
    lost: tuple[str, ...] = ()

    def read_as(self, words: str, label: str) -> Piece:
        """The same with other words and another number; a paper has hundreds, and `evolve` takes five times as long."""
        return Piece(words, label, self.number, self.level, self.story, self.page, self.line, self.at, self.lost)
