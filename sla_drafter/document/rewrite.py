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


def rewrite_line(line: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    """A line with each of its inlines replaced."""
    return tuple(new for inline in line for new in change(_inside(inline, change)))


def _inside(inline: Inline, change: Change) -> Inline:
    if isinstance(inline, Strong | Emphasis | Link | Note | Inserted | Deleted | Comment):
        return evolve(inline, children=rewrite_line(inline_children(inline), change))
    return inline


def rewrite_blocks(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """Blocks with each of their inlines replaced."""
    return tuple(rewrite_block(block, change) for block in blocks)


def rewrite_block(block: Block, change: Change) -> Block:
    """A block with each of its inlines replaced."""
    match block:
        case Section():
            title = rewrite_line(block.title, change)
            return Section(block.id, block.kind, title, rewrite_blocks(block.blocks, change), block.version)
        case Paragraph():
            return Paragraph(rewrite_line(block.children, change), block.id)
        case Items():
            items = tuple(Item(rewrite_blocks(item.blocks, change), item.id) for item in block.items)
            return Items(items, block.ordered)
        case Table():
            rows = tuple(Row(_cells(row.cells, change), row.key) for row in block.rows)
            caption = rewrite_line(block.caption, change)
            return Table(_cells(block.header, change), rows, caption, block.widths)
        case Figure():
            return evolve(block, caption=rewrite_line(block.caption, change))
        case Signature():
            lines = tuple((label, rewrite_line(filled, change)) for label, filled in block.lines)
            return Signature(rewrite_line(block.heading, change), lines, block.party)
        case Inserted() | Deleted() | Comment():
            return evolve(block, children=rewrite_blocks(block_children(block), change))
        case _:
            assert_never(block)


def _cells(cells: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    return tuple(Cell(rewrite_line(cell.children, change)) for cell in cells)
