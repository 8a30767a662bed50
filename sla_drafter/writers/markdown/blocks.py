"""Sections, paragraphs, lists, tables, figures and places to sign as Markdown: a list of pieces, a blank line apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from sla_drafter.document.nodes import (
    Block,
    Chart,
    Comment,
    Deleted,
    Figure,
    Inline,
    Inserted,
    Item,
    Items,
    Paragraph,
    Section,
    SectionKind,
    Signature,
    Table,
    Text,
)
from sla_drafter.document.number import marker
from sla_drafter.document.walk import block_children
from sla_drafter.writers.links import fragment
from sla_drafter.writers.markdown.inlines import (
    Sheet,
    escaped,
    marks,
    one_line,
    paragraph,
    strong,
    take_notes,
)

_HEADINGS = {SectionKind.SECTION: "##", SectionKind.SCHEDULE: "##", SectionKind.PART: "###", SectionKind.CLAUSE: ""}


def part(name: str) -> str:
    """The comment that says which part of the paper follows."""
    return f"<!-- sla-drafter: {re.sub(r'-{2,}|[<>]', '-', name)} -->"


def blocks(nodes: Iterable[Block], sheet: Sheet, depth: int = 0) -> Iterator[str]:
    """The pieces of blocks; what follows a section inside its holder is said to belong to the holder."""
    after_section = False
    for node in nodes:
        if isinstance(node, Section):
            after_section = True
        elif after_section:
            yield part(f"in {fragment(sheet.clause)}")
            after_section = False
        yield from _block(node, sheet, depth)


def _block(node: Block, sheet: Sheet, depth: int) -> Iterator[str]:
    match node:
        case Section():
            yield from _section(node, sheet)
        case Paragraph():
            yield _place(node.id, sheet) + paragraph(node.children, sheet)
        case Items():
            yield _items(node, sheet, depth)
        case Table():
            yield from _table(node, sheet)
        case Figure():
            yield from _figure(node, sheet)
        case Signature():
            yield _signature(node, sheet)
        case Inserted() | Deleted() | Comment():
            opening, closing = marks(node)
            yield opening
            yield from blocks(block_children(node), sheet, depth)
            yield closing
        case _:
            assert_never(node)


def _place(name: str, sheet: Sheet) -> str:
    whole = f"{sheet.clause}.{name}" if sheet.clause else name
    return f'<a name="{escape(fragment(whole))}"></a>' if name else ""


def _section(node: Section, sheet: Sheet) -> Iterator[str]:
    """A clause runs on after its number and title; a section, schedule or part has them on a line of their own."""
    outer, sheet.clause = sheet.clause, node.id
    number = sheet.counted[node.id].printed if node.id in sheet.counted else ""
    title = " ".join(filter(None, (escaped(number), one_line(node.title, sheet))))
    start = f'<a id="{escape(fragment(node.id))}"></a>' if node.id else ""
    rest = node.blocks
    if _HEADINGS[node.kind]:
        yield f"{_HEADINGS[node.kind]} {start}{title}".rstrip()
    else:
        first = rest[0] if rest and isinstance(rest[0], Paragraph) else None
        words = _place(first.id, sheet) + paragraph(first.children, sheet) if first else ""
        rest = rest[1:] if first else rest
        yield " ".join(filter(None, (f"{start}{strong(title)}", words)))
    yield from blocks(rest, sheet)
    yield from take_notes(sheet)
    sheet.clause = outer


def _items(node: Items, sheet: Sheet, depth: int) -> str:
    sign = "-" if node.ordered else "*"
    labels = (marker(position, depth, sheet.numbering) if node.ordered else "" for position in range(len(node.items)))
    return "\n".join(_item(item, sign, label, sheet, depth) for item, label in zip(node.items, labels, strict=True))


def _item(node: Item, sign: str, label: str, sheet: Sheet, depth: int) -> str:
    """One item: its own words on the line of its marker, what else it holds below it, indented."""
    held = node.blocks
    first = ""
    if held and isinstance(held[0], Paragraph):
        first = _place(held[0].id, sheet) + paragraph(held[0].children, sheet)
        held = held[1:]
    # A marker without words would end the list, so an empty comment keeps its place.
    own = " ".join(filter(None, (_place(node.id, sheet) + label, first))) or "<!-- -->"
    pieces = [_indented(own)[2:], *(_indented(piece) for piece in blocks(held, sheet, depth + 1))]
    between = "\n" if held and isinstance(held[0], Items) else "\n\n"
    return f"{sign} {between.join(pieces[:2])}" + "".join(f"\n\n{piece}" for piece in pieces[2:])


def _indented(piece: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in piece.split("\n"))


def _table(node: Table, sheet: Sheet) -> Iterator[str]:
    if node.caption:
        yield strong(paragraph(node.caption, sheet))
    rows = [[one_line(cell.children, sheet) for cell in row.cells] for row in node.rows]
    yield grid([one_line(cell.children, sheet) for cell in node.header], rows)


def grid(header: list[str], rows: list[list[str]]) -> str:
    """A table of cells that are Markdown already; every row is as wide as the widest, or cells would be dropped."""
    width = max((1, len(header), *map(len, rows)))
    lines = [header, ["---"] * width, *rows]
    return "\n".join(f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |" for cells in lines)


def _figure(node: Figure, sheet: Sheet) -> Iterator[str]:
    """The caption, or the words that say what the figure shows; the values of a chart stand in a table."""
    caption: tuple[Inline, ...] = node.caption or (Text(node.alternative),)
    if isinstance(node.content, Chart):
        yield part("chart")
        points = zip(node.content.labels, node.content.values, strict=False)
        yield grid(["", escaped(node.content.unit)], [[escaped(label), escaped(value)] for label, value in points])
        if node.content.target_words:
            yield escaped(node.content.target_words)
        yield part("chart ends")
    yield paragraph(caption, sheet)


def _signature(node: Signature, sheet: Sheet) -> str:
    lines = [paragraph((Text(label), Text(" "), *filled), sheet) for label, filled in node.lines]
    return "\n".join((strong(paragraph(node.heading, sheet)), "", *(f"- {line}" for line in lines)))
