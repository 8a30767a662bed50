"""The same paper with some of its inlines replaced: the one way to change a tree, since no node is ever changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import is_
from typing import TypeVar, assert_never

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
One = TypeVar("One")
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
    return _kept(blocks, [rewrite_block(block, change, kinds) for block in blocks])


def rewrite_block(block: Block, change: Change, kinds: Kinds | None = None) -> Block:
    """A block with each of its inlines replaced, or those of some kinds; one without any of them stays as it is."""
    match block:
        case Paragraph():
            children = rewrite_line(block.children, change, kinds)
            return block if children is block.children else Paragraph(children, block.id)
        case Section():
            title, inside = rewrite_line(block.title, change, kinds), rewrite_blocks(block.blocks, change, kinds)
            same = title is block.title and inside is block.blocks
            return block if same else Section(block.id, block.kind, title, inside, block.version)
        case Items():
            items = _kept(block.items, [_item(item, change, kinds) for item in block.items])
            return block if items is block.items else Items(items, block.ordered)
        case Table():
            header, caption = _cells(block.header, change, kinds), rewrite_line(block.caption, change, kinds)
            rows = _kept(block.rows, [_row(row, change, kinds) for row in block.rows])
            same = header is block.header and rows is block.rows and caption is block.caption
            return block if same else Table(header, rows, caption, block.widths)
        case Figure():
            return evolve(block, caption=rewrite_line(block.caption, change, kinds))
        case Signature():
            lines = tuple((label, rewrite_line(filled, change, kinds)) for label, filled in block.lines)
            return Signature(rewrite_line(block.heading, change, kinds), lines, block.party)
        case Inserted() | Deleted() | Comment():
            return evolve(block, children=rewrite_blocks(block_children(block), change, kinds))
        case _:
            assert_never(block)


def _item(item: Item, change: Change, kinds: Kinds | None) -> Item:
    blocks = rewrite_blocks(item.blocks, change, kinds)
    return item if blocks is item.blocks else Item(blocks, item.id)


def _row(row: Row, change: Change, kinds: Kinds | None) -> Row:
    cells = _cells(row.cells, change, kinds)
    return row if cells is row.cells else Row(cells, row.key)


def _cells(cells: tuple[Cell, ...], change: Change, kinds: Kinds | None) -> tuple[Cell, ...]:
    return _kept(cells, [_cell(cell, change, kinds) for cell in cells])


def _cell(cell: Cell, change: Change, kinds: Kinds | None) -> Cell:
    line = rewrite_line(cell.children, change, kinds)
    return cell if line is cell.children else Cell(line)


def _kept(before: tuple[One, ...], after: list[One]) -> tuple[One, ...]:
    """What was there before where nothing was replaced, so that papers share it."""
    return before if all(map(is_, before, after)) else tuple(after)
