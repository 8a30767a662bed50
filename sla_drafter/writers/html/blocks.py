"""Sections, paragraphs, lists, tables, figures and places to sign as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import assert_never

from sla_drafter.document.nodes import (
    Block,
    Cell,
    Chart,
    Comment,
    Deleted,
    Figure,
    Image,
    Inserted,
    Item,
    Items,
    Paragraph,
    Section,
    SectionKind,
    Signature,
    Table,
)
from sla_drafter.document.number import marker
from sla_drafter.document.walk import block_children, words_of
from sla_drafter.writers.html.chart import svg
from sla_drafter.writers.html.columns import columns_svg
from sla_drafter.writers.html.inlines import Page, attribute, inlines, marks, take_notes
from sla_drafter.writers.links import fragment

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_HEADINGS = {SectionKind.SECTION: "h2", SectionKind.SCHEDULE: "h2", SectionKind.CLAUSE: "h3", SectionKind.PART: "h3"}


def blocks(nodes: Iterable[Block], page: Page, depth: int = 0) -> str:
    """Blocks, one below the other."""
    return "".join(_block(node, page, depth) for node in nodes)


def _block(node: Block, page: Page, depth: int) -> str:
    match node:
        case Section():
            return _section(node, page)
        case Paragraph():
            return f"<p{_id(node.id, page)}>{_take_label(page)}{inlines(node.children, page)}</p>\n"
        case Items():
            return _items(node, page, depth)
        case Table():
            return _table(node, page)
        case Figure():
            return _figure(node, page)
        case Signature():
            return _signature(node, page)
        case Inserted() | Deleted() | Comment():
            opening, closing = marks(node, "whole")
            return f"{opening}\n{blocks(block_children(node), page, depth)}{closing}\n"
        case _:
            assert_never(node)


def _id(anchor: str, page: Page) -> str:
    name = f"{page.clause}.{anchor}" if page.clause else anchor
    return attribute("id", fragment(name)) if anchor else ""


def _section(node: Section, page: Page) -> str:
    outer, linked = page.clause, page.linked
    page.clause, page.linked = node.id, set()
    heading = _heading(node, page)
    text = blocks(node.blocks, page) + take_notes(page)
    page.clause, page.linked = outer, linked
    return f'<section class="{node.kind.value}"{attribute("id", fragment(node.id))}>\n{heading}{text}</section>\n'


def _heading(node: Section, page: Page) -> str:
    """The number, which is a link to its own clause so that the address can be copied, and the title."""
    number = page.counted[node.id].printed if node.id in page.counted else ""
    link = f'<a class="number" href="#{escape(fragment(node.id))}">{escape(number)}</a>' if number else ""
    words = " ".join(filter(None, (link, inlines(node.title, page))))
    level = _HEADINGS[node.kind]
    return f"<{level}>{words}</{level}>\n" if words else ""


def _items(node: Items, page: Page, depth: int) -> str:
    if not node.ordered:
        return f"<ul>\n{''.join(_item(item, '', page, depth) for item in node.items)}</ul>\n"
    items = (
        _item(item, marker(position, depth, page.numbering), page, depth) for position, item in enumerate(node.items)
    )
    return f'<ol class="lettered">\n{"".join(items)}</ol>\n'


def _item(node: Item, label: str, page: Page, depth: int) -> str:
    """One item; its label is real text at the head of its first paragraph, so that it is copied with the words."""
    page.label = f'<span class="marker">{label}</span> ' if label else ""
    alone = f"<p>{_take_label(page)}</p>\n" if not node.blocks or not isinstance(node.blocks[0], Paragraph) else ""
    return f"<li{_id(node.id, page)}>{alone}{blocks(node.blocks, page, depth + 1)}</li>\n"


def _take_label(page: Page) -> str:
    label, page.label = page.label, ""
    return label


def _table(node: Table, page: Page) -> str:
    """A table in a box of its own, which scrolls on a narrow screen and can be reached with the keyboard."""
    label = words_of(node.caption) or ", ".join(words_of(cell.children) for cell in node.header) or page.clause
    caption = f"<caption>{inlines(node.caption, page)}</caption>\n" if node.caption else ""
    columns = len(node.header) or max((len(row.cells) for row in node.rows), default=0)
    widths = "".join(f'<col class="w{width}">' for width in node.widths)
    group = f"<colgroup>{widths}</colgroup>\n" if node.widths else ""
    titles = _cells(node.header, page, "th", ' scope="col"')
    head = f"<thead>\n<tr>{titles}</tr>\n</thead>\n" if node.header else ""
    rows = "".join(f"<tr>{_cells(row.cells, page, 'td', '')}</tr>\n" for row in node.rows)
    box = f'<div class="scroll" role="group" tabindex="0"{attribute("aria-label", " ".join(label.split()))}>'
    body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
    return f'{box}\n<table class="c{columns}">\n{caption}{group}{head}{body}</table>\n</div>\n'


def _cells(cells: tuple[Cell, ...], page: Page, tag: str, more: str) -> str:
    return "".join(f"<{tag}{more}>{inlines(cell.children, page)}</{tag}>" for cell in cells)


def _figure(node: Figure, page: Page) -> str:
    """A chart or a picture; below it the caption, or else the words that say what it shows."""
    caption = inlines(node.caption, page) if node.caption else escape(node.alternative, quote=False)
    match node.content:
        case Chart():
            draw = columns_svg if node.content.target else svg
            shown = draw(node.content, node.alternative)
        case Image():
            shown = _picture(node.content, node.alternative)
        case _:
            assert_never(node.content)
    return f"<figure>\n{shown}\n<figcaption>{caption}</figcaption>\n</figure>\n"


def _picture(image: Image, alternative: str) -> str:
    """A picture inside the page; a kind of picture that can hold a program is not shown, its words are."""
    if image.media_type not in PICTURES:
        return ""
    data = b64encode(image.data).decode("ascii")
    return f'<img src="data:{image.media_type};base64,{data}" alt="{escape(alternative)}">'


def _signature(node: Signature, page: Page) -> str:
    lines = "".join(
        f"<div><dt>{escape(label, quote=False)}</dt> <dd>{inlines(filled, page)}</dd></div>\n"
        for label, filled in node.lines
    )
    group = f'<div class="signature" role="group"{attribute("aria-label", node.party or words_of(node.heading))}>'
    return f"{group}\n<p>{inlines(node.heading, page)}</p>\n<dl>\n{lines}</dl>\n</div>\n"
