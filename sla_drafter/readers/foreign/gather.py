"""Pieces of a foreign file, put together to a paper: headings hold what follows them, cells stand in their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sla_drafter.document.foreign import Foreign, Mark
from sla_drafter.document.kinds import SectionKind, StoryKind
from sla_drafter.document.nodes import Block, Cell, Document, Paragraph, Row, Section, Story, Table, Text
from sla_drafter.language.guess import guess
from sla_drafter.readers.foreign.labels import Counter, split
from sla_drafter.readers.foreign.pieces import Piece

_STORIES = (StoryKind.BODY, StoryKind.NOTES, StoryKind.HEADER, StoryKind.FOOTER)
Marked = tuple[str, Piece]


def gather(pieces: Iterable[Piece], title: str, source: tuple[str, ...] = ()) -> Foreign:
    """The paper of these pieces, in their order; its language is told from its words."""
    marks: dict[str, Mark] = {}
    named = list(_named(pieces, marks))
    stories = tuple(
        Story(kind, _blocks([one for one in named if one[1].story is kind]))
        for kind in _STORIES
        if any(piece.story is kind for _, piece in named)
    )
    language = guess(piece.words for _, piece in named)
    return Foreign(Document((Text(title),), language, stories), marks, source)


def _named(pieces: Iterable[Piece], marks: dict[str, Mark]) -> Iterator[Marked]:
    """Each piece that says something, with its id; a typed number goes from its words to its mark."""
    counter = Counter()
    for position, piece in enumerate((piece for piece in pieces if piece.words.strip() or piece.label), 1):
        name = f"p{position}"
        label, words = piece.label, " ".join(piece.words.split())
        if not label and piece.at is None:
            label, words = split(words, heading=piece.level > 0)
        number = piece.number or (counter.in_full(label) if label and piece.at is None else "")
        if piece.number:
            counter.in_full(piece.number)
        marks[name] = Mark(position, label, number, piece.page, piece.line, piece.lost)
        as_read = (piece.words, piece.label) == (words, label)
        yield name, piece if as_read else piece.read_as(words, label)


def _blocks(named: list[Marked]) -> tuple[Block, ...]:
    """The blocks of these pieces; what follows a heading, up to the next of its level or above, is inside of it."""
    blocks: list[Block] = []
    at = 0
    while at < len(named):
        name, piece = named[at]
        end = at + 1
        if piece.level:
            while end < len(named) and not 0 < named[end][1].level <= piece.level:
                end += 1
            kind = SectionKind.SECTION if piece.level == 1 else SectionKind.CLAUSE
            blocks.append(Section(name, kind, (Text(piece.words),), _blocks(named[at + 1 : end])))
        elif piece.at is not None:
            table = piece.at.table
            while end < len(named) and (there := named[end][1].at) is not None and there.table == table:
                end += 1
            blocks.append(_table(named[at:end]))
        else:
            blocks.append(Paragraph((Text(piece.words),), name))
        at = end
    return tuple(blocks)


def _table(named: list[Marked]) -> Table:
    """A table; the key of a row is the id of the first paragraph in it."""
    rows = [list(row) for _, row in groupby(named, key=lambda one: one[1].at.row if one[1].at else 0)]
    cells = [_cells([piece for _, piece in row]) for row in rows]
    keys = [row[0][0] for row in rows]
    return Table(cells[0], tuple(map(Row, cells[1:], keys[1:])))


def _cells(pieces: list[Piece]) -> tuple[Cell, ...]:
    columns = groupby(pieces, key=lambda piece: piece.at.column if piece.at else 0)
    return tuple(
        Cell((Text("\n".join(" ".join(filter(None, (one.label, one.words))) for one in column)),))
        for _, column in columns
    )
