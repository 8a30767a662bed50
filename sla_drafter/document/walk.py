"""Going through a paper: every block, every inline, the words of a node, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never, cast

from sla_drafter.document.nodes import (
    Blank,
    Block,
    Break,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Inline,
    Inserted,
    Items,
    Link,
    Note,
    Paragraph,
    Reference,
    Section,
    SectionKind,
    Signature,
    Strong,
    Table,
    Text,
    Use,
    Value,
)


def line_of(words: str) -> tuple[Inline, ...]:
    """A line of plain words; an empty one where there are none."""
    return (Text(words),) if words else ()


def words_of(inlines: Iterable[Inline]) -> str:
    """The words that a reader sees in these inlines, with changes and comments as they are printed."""
    return "".join([inline.words if type(inline) in _WORDED else _inline_words(inline) for inline in inlines])  # type: ignore[union-attr]


_WORDED: frozenset[type] = frozenset((Text, Value, Blank, Definition, Use, Reference))


def _inline_words(inline: Inline) -> str:
    match inline:
        case Text() | Value() | Blank() | Definition() | Use() | Reference():
            return inline.words
        case Strong() | Emphasis() | Link() | Note() | Inserted() | Deleted() | Comment():
            return words_of(inline_children(inline))
        case Break():
            return "\n"
        case _:
            assert_never(inline)


Marked = Inserted | Deleted | Comment


def inline_children(holder: Strong | Emphasis | Link | Note | Marked) -> tuple[Inline, ...]:
    """What an inline holds: a change or comment that stands inside a paragraph holds inlines only."""
    return cast("tuple[Inline, ...]", holder.children)


def block_children(holder: Marked) -> tuple[Block, ...]:
    """What a change or comment around whole blocks holds."""
    return cast("tuple[Block, ...]", holder.children)


def lines_of(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Every line of inlines in a block, in reading order: titles, paragraphs, cells, captions, signature lines."""
    match block:
        case Section():
            yield block.title
            for child in block.blocks:
                yield from lines_of(child)
        case Paragraph():
            yield block.children
        case Items():
            for item in block.items:
                for child in item.blocks:
                    yield from lines_of(child)
        case Table():
            if block.caption:
                yield block.caption
            yield from (cell.children for cell in block.header)
            yield from (cell.children for row in block.rows for cell in row.cells)
        case Figure():
            yield block.caption or (Text(block.alternative),)
        case Signature():
            yield block.heading
            for label, filled in block.lines:
                yield (Text(label), *((Text(" "), *filled) if filled else ()))
        case Inserted() | Deleted() | Comment():
            for child in block_children(block):
                yield from lines_of(child)
        case _:
            assert_never(block)


def sections_of(blocks: Iterable[Block]) -> Iterator[Section]:
    """Every section, clause, schedule and part below these blocks, outermost first; those in a change among them."""
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from sections_of(block.blocks)
        elif isinstance(block, Inserted | Deleted | Comment):
            yield from sections_of(block_children(block))


def listed_sections(document: Document) -> tuple[Section, ...]:
    """What a list of contents names: sections and schedules, those in a change or remark among them."""
    return tuple(
        section
        for story in document.stories
        for section in sections_of(story.blocks)
        if section.kind in (SectionKind.SECTION, SectionKind.SCHEDULE)
    )


def holds_sections(block: Block) -> bool:
    """Whether a block is a section, or a change or remark around whole sections."""
    return any(sections_of((block,)))


def inlines_of(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, and every inline inside it, in reading order."""
    for inline in inlines:
        yield inline
        if type(inline) not in _WORDED and isinstance(
            inline, Strong | Emphasis | Link | Note | Inserted | Deleted | Comment
        ):
            yield from inlines_of(inline_children(inline))


def document_lines(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Every line of the stories of a paper; the cover, the contents and the foot of the page are not among them."""
    for story in document.stories:
        for block in story.blocks:
            yield from lines_of(block)


def cover_lines(document: Document) -> Iterator[tuple[Inline, ...]]:
    """The lines of the title page: title, parties with their roles, labelled facts."""
    cover = document.cover
    if cover is None:
        return
    yield cover.title
    for party in cover.parties:
        yield party.name
        yield party.role
    for label, fact in cover.lines:
        yield (Text(label), Text(" "), *fact)
