"""The same paper with some of its inlines replaced: the one way to change a tree, since no node is ever changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from attrs import evolve

from sla_drafter.document.nodes import (
    Block,
    Cell,
    Comment,
    Deleted,
    Emphasis,
    Figure,
    Inline,
    Inserted,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Row,
    Section,
    Signature,
    Strong,
    Table,
)
from sla_drafter.document.walk import block_children, inline_children

Change = Callable[[Inline], Iterable[Inline]]
"""What becomes of one inline: itself, nothing, or several others. What it holds has been changed before."""


Kinds = frozenset[type[Inline]]
_HOLDING: frozenset[type] = frozenset((Strong, Emphasis, Link, Note, Inserted, Deleted, Comment))


def rewrite_line(line: tuple[Inline, ...], change: Change, kinds: Kinds | None = None) -> tuple[Inline, ...]:
    """A line with each of its inlines replaced, or those of some kinds; a line without any of them stays as it is."""
    if kinds is None:
        return tuple([new for inline in line for new in change(_inside(inline, change, None))])
    for inline in line:
        if type(inline) in kinds or type(inline) in _HOLDING:
            break
    else:
        return line
    new: list[Inline] = []
    for inline in line:
        inside = _inside(inline, change, kinds) if type(inline) in _HOLDING else inline
        new += change(inside) if type(inside) in kinds else (inside,)
    return tuple(new)


def _inside(inline: Inline, change: Change, kinds: Kinds | None) -> Inline:
    if isinstance(inline, Strong | Emphasis | Link | Note | Inserted | Deleted | Comment):
        return evolve(inline, children=rewrite_line(inline_children(inline), change, kinds))
    return inline


def rewrite_blocks(blocks: tuple[Block, ...], change: Change, kinds: Kinds | None = None) -> tuple[Block, ...]:
    """Blocks with each of their inlines replaced, or those of some kinds."""
    return tuple([rewrite_block(block, change, kinds) for block in blocks])


def rewrite_block(block: Block, change: Change, kinds: Kinds | None = None) -> Block:
    """A block with each of its inlines replaced, or those of some kinds."""
    match block:
        case Paragraph():
            return Paragraph(rewrite_line(block.children, change, kinds), block.id)
        case Section():
            title = rewrite_line(block.title, change, kinds)
            return Section(block.id, block.kind, title, rewrite_blocks(block.blocks, change, kinds), block.version)
        case Items():
            items = tuple([Item(rewrite_blocks(item.blocks, change, kinds), item.id) for item in block.items])
            return Items(items, block.ordered)
        case Table():
            rows = tuple([Row(_cells(row.cells, change, kinds), row.key) for row in block.rows])
            caption = rewrite_line(block.caption, change, kinds)
            return Table(_cells(block.header, change, kinds), rows, caption, block.widths)
        case Figure():
            return evolve(block, caption=rewrite_line(block.caption, change, kinds))
        case Signature():
            lines = tuple((label, rewrite_line(filled, change, kinds)) for label, filled in block.lines)
            return Signature(rewrite_line(block.heading, change, kinds), lines, block.party)
        case Inserted() | Deleted() | Comment():
            return evolve(block, children=rewrite_blocks(block_children(block), change, kinds))
        case _:
            assert_never(block)


def _cells(cells: tuple[Cell, ...], change: Change, kinds: Kinds | None) -> tuple[Cell, ...]:
    return tuple([Cell(rewrite_line(cell.children, change, kinds)) for cell in cells])
