"""A filled clause text becomes blocks: CommonMark with tables, where a slot is two private-use characters.

The tree of a text is kept under the text itself: two agreements that fill a clause alike differ only in the table of
slots, so the text is parsed once (in a bounded cache) and the slots take their places afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sla_drafter.assembly.sheet import QUOTE, UNQUOTE
from sla_drafter.document.nodes import (
    Block,
    Break,
    Cell,
    Definition,
    Emphasis,
    Inline,
    Item,
    Items,
    Link,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from sla_drafter.language.patterns import compiled
from sla_drafter.sandbox import TemplateFault
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

KEPT_TEXTS = 4096
_ANCHOR = compiled(r"\[#([a-z][a-z0-9_]{0,30})\]\s*")
_QUOTED = compiled(r'["“]([^"”]+)["”]\Z')
_FLAT = compiled(r"[ \t\r\n]+")


@frozen(eq=False)
class Parsed:
    """The blocks of a clause, the title of its schedule part, and the blocks of that part.

    It is compared by identity: what is made of one is kept under it.
    """

    body: tuple[Block, ...]
    schedule_title: tuple[Inline, ...] = ()
    schedule: tuple[Block, ...] = ()


@lru_cache(maxsize=KEPT_TEXTS)
def parsed(text: str) -> Parsed:
    """The blocks of a filled text; what a clause may not hold is a `TemplateFault` with its line."""
    from markdown_it.tree import SyntaxTreeNode

    nodes = SyntaxTreeNode(_parser().parse(text)).children
    cut = next((place for place, node in enumerate(nodes) if node.type == "heading"), len(nodes))
    title: tuple[Inline, ...] = ()
    if cut < len(nodes):
        if nodes[cut].tag != "h2":
            raise _fault(nodes[cut], "the only heading of a clause is '## Title', which begins its schedule part")
        title = _line(nodes[cut])
    return Parsed(_blocks(nodes[:cut]), title, _blocks(nodes[cut + 1 :]))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.parse("words")  # its lists of rules are made one by one with the first text: no thread may see half of them
    return parser


def _fault(node: SyntaxTreeNode, message: str) -> TemplateFault:
    """The fault with its line; what stands inside a line has the place of the block around it."""
    around: SyntaxTreeNode | None = node
    while around is not None and not around.map:
        around = around.parent
    return TemplateFault(message, around.map[0] + 1 if around is not None and around.map else 1)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
    return tuple(map(_block, nodes))


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "paragraph":
            anchor, children = _anchored(_line(node))
            return Paragraph(children, anchor)
        case "ordered_list" | "bullet_list":
            return Items(tuple(map(_item, node.children)), node.type == "ordered_list")
        case "table":
            return _table(node)
        case _:
            raise _fault(node, f"a clause may not hold a {node.type.replace('_', ' ')}")


def _item(node: SyntaxTreeNode) -> Item:
    blocks = _blocks(node.children)
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.id:
        return Item((Paragraph(first.children), *blocks[1:]), first.id)
    return Item(blocks)


def _anchored(children: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    first = children[0] if children else None
    match = _ANCHOR.match(first.words) if isinstance(first, Text) else None
    if match is None or not isinstance(first, Text):
        return "", children
    return match[1], (Text(first.words[match.end() :]), *children[1:])


def _table(node: SyntaxTreeNode) -> Table:
    head, *body = node.children
    (header,) = (_cells(row) for row in head.children)
    return Table(header, tuple(Row(_cells(row)) for part in body for row in part.children))


def _cells(row: SyntaxTreeNode) -> tuple[Cell, ...]:
    return tuple(Cell(_line(cell)) for cell in row.children)


def _line(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    """The inlines of a paragraph, heading or cell, runs of text joined."""
    inlines = [child for inline in node.children for child in inline.children]
    return _joined(_inlines(inlines))


def _joined(inlines: Iterator[Inline]) -> tuple[Inline, ...]:
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and line and isinstance(line[-1], Text):
            line[-1] = Text(line[-1].words + inline.words)
        elif inline != Text(""):
            line.append(inline)
    return tuple(line)


def _inlines(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
    for node in nodes:
        match node.type:
            case "text":
                yield Text(_FLAT.sub(" ", node.content))
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "em":
                yield Emphasis(_joined(_inlines(node.children)))
            case "strong":
                yield from _strong(_joined(_inlines(node.children)))
            case "link":
                yield from _link(node)
            case _:
                raise _fault(node, f"a clause may not hold {node.type.replace('_', ' ')}")


def _strong(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Bold words; bold words in quotation marks are a definition, in the marks of its language once it is filled."""
    match children:
        case (Text(words=words),) if quoted := _QUOTED.match(words):
            yield from (Text(QUOTE), Definition(term_id(quoted[1]), quoted[1]), Text(UNQUOTE))
        case _:
            yield Strong(children)


def term_id(words: str) -> str:
    """The id of a term that a clause defines itself: its words in small letters."""
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")


def _link(node: SyntaxTreeNode) -> Iterator[Inline]:
    target = str(node.attrs.get("href", ""))
    if target.startswith("#"):
        if node.children:
            raise _fault(node, "the words of a reference are computed: write [](#clause)")
        yield Reference(target[1:])
    else:
        yield Link(target, _joined(_inlines(node.children)))
