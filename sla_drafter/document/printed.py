"""What a reader of the printed paper sees, passage by passage: numbers, titles, words, in reading order.

This is what a file is compared with after writing. Page numbers, the contents list, the foot of the page and the
texts inside charts are not part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from sla_drafter.document.kinds import USUAL, Numbering
from sla_drafter.document.nodes import (
    Block,
    Comment,
    Deleted,
    Document,
    Figure,
    Inserted,
    Items,
    Paragraph,
    Section,
    Signature,
    Table,
)
from sla_drafter.document.number import Number, marker, numbers
from sla_drafter.document.walk import block_children, cover_lines, holds_sections, lines_of, words_of
from sla_drafter.values import frozen

BULLET = "•"


@frozen
class Passage:
    """The words of one section, clause, schedule, part or front matter; `id` is empty where a file does not say it."""

    id: str
    words: str


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a paper in the order cover, body, signatures, schedules, with computed numbers and markers."""
    found = [Passage("", " ".join(words_of(line) for line in cover_lines(document)))]
    if document.open_points:
        lines = (document.open_points_title, *map(words_of, document.open_points))
        found.append(Passage("", " ".join(lines)))
    counted = numbers(document)
    for story in document.stories:
        found.extend(_in_order(story.blocks, "", [], _Counted(counted, document.numbering)))
    return tuple(passage for passage in found if passage.words)


@frozen
class _Counted:
    """The numbers of a paper and how those of items are spelled."""

    numbers: Mapping[str, Number]
    scheme: Numbering


def _section(section: Section, counted: _Counted) -> Iterator[Passage]:
    number = counted.numbers[section.id].printed if section.id in counted.numbers else ""
    heading = list(filter(None, (number, words_of(section.title))))
    yield from _in_order(section.blocks, section.id, heading, counted)


def _in_order(blocks: tuple[Block, ...], name: str, lines: list[str], counted: _Counted) -> Iterator[Passage]:
    """The blocks of one holder, which says its own words in several passages when a section stands between them."""
    for block in _opened(blocks):
        if isinstance(block, Section):
            if lines:
                yield Passage(name, " ".join(lines))
                lines = []
            yield from _section(block, counted)
        else:
            lines.extend(printed_lines(block, counted.scheme))
    if lines:
        yield Passage(name, " ".join(lines))


def _opened(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with what stands in a change or remark around whole sections in its place."""
    for block in blocks:
        if isinstance(block, Inserted | Deleted | Comment) and holds_sections(block):
            yield from _opened(block_children(block))
        else:
            yield block


def printed_lines(block: Block, scheme: Numbering = USUAL, depth: int = 0) -> Iterator[str]:
    """The lines of a block as a reader sees them, item markers included."""
    match block:
        case Items(items=items, ordered=ordered):
            for position, item in enumerate(items):
                lines = [line for child in item.blocks for line in printed_lines(child, scheme, depth + 1)]
                yield f"{marker(position, depth, scheme) if ordered else BULLET} {lines[0] if lines else ''}"
                yield from lines[1:]
        case Inserted() | Deleted() | Comment():
            for child in block_children(block):
                yield from printed_lines(child, scheme, depth)
        case Section(title=title, blocks=blocks):
            yield words_of(title)
            for child in blocks:
                yield from printed_lines(child, scheme)
        case Paragraph() | Table() | Figure() | Signature():
            yield from map(words_of, lines_of(block))
        case _:
            assert_never(block)
