"""What a file has beside the words of the paper: its foot, tracked changes, hidden words, remarks, programs."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

from sla_drafter.document.index import clause_lines
from sla_drafter.document.nodes import Block, Comment, Deleted, Document, Inserted, Section
from sla_drafter.document.walk import Marked, block_children, inline_children, inlines_of, lines_of, words_of
from sla_drafter.values import frozen


class MarkKind(enum.Enum):
    """What was put on the words of a file."""

    INSERTED = "inserted"
    DELETED = "deleted"
    HIDDEN = "hidden"
    REMARK = "remark"
    PROGRAM = "program"
    MISLEADING = "misleading"


@frozen
class Mark:
    """One such thing: the words it is about, the id of the clause it stands in, and who put it there, where known.

    What is laid over a page of a PDF has the page in place of the clause.
    """

    kind: MarkKind
    words: str
    clause: str = ""
    author: str = ""


@frozen
class Margin:
    """Words around the text: what sort of place it is (header, foot, note), which one of them, and what it says.

    A place that repeats is compared by its sort: a program that saves a file may split one header into several. A place
    that somebody filled in has `filled`, what stands there now, and `blank`, what it says before. `is_text` is true for
    what the text brings along (where a link leads, a tooltip), so that it is the same in every house.
    """

    sort: str
    place: str
    words: str
    blank: str = ""
    filled: str = ""
    is_text: bool = False

    @property
    def kind(self) -> str:
        """The first word of its sort: a rule, a link, a header."""
        return self.sort.partition(" ")[0]


@frozen
class Beside:
    """The words at the foot of the pages, and the marks in the order in which they stand in the file.

    `looks` stands for all that decides how words are shown (a style sheet, the drawing of pages), where a file has it
    apart from them: it can cover or hide what a reader of the file still reads. `margins` are all the words around
    the text, place by place. `veiled` are words that styles keep from being seen on white paper: a title in white on a
    dark panel, or words that somebody hid; which of both is told by what the house writes.
    """

    foot: str = ""
    marks: tuple[Mark, ...] = ()
    looks: str = ""
    margins: tuple[Margin, ...] = ()
    veiled: tuple[Mark, ...] = ()


def beside_of(document: Document) -> Beside:
    """What a paper has beside its words: its foot, and the changes and remarks that it was made with."""
    inside = (
        _mark(inline, words_of(inline_children(inline)), clause)
        for story in document.stories
        for clause, line in clause_lines(story.blocks)
        for inline in inlines_of(line)
        if isinstance(inline, Inserted | Deleted | Comment)
    )
    around = (mark for story in document.stories for mark in _around(story.blocks, ""))
    return Beside(words_of(document.footer), (*around, *inside))


def _around(blocks: Iterable[Block], clause: str) -> Iterator[Mark]:
    """The changes and remarks around whole blocks."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _around(block.blocks, block.id)
        elif isinstance(block, Inserted | Deleted | Comment):
            held = block_children(block)
            yield _mark(block, " ".join(words_of(line) for child in held for line in lines_of(child)), clause)
            yield from _around(held, clause)


def _mark(node: Marked, words: str, clause: str) -> Mark:
    match node:
        case Inserted():
            return Mark(MarkKind.INSERTED, words, clause, node.author)
        case Deleted():
            return Mark(MarkKind.DELETED, words, clause, node.author)
        case Comment():
            return Mark(MarkKind.REMARK, node.remark, clause, node.author)
