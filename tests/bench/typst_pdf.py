"""The peer of the benchmark for PDF in another language: typst with its compiler kept, on the same content.

It sets what the stock peer sets: a title page with the contents, numbered headings, titles and defined terms in bold,
list markers that hang, tables with repeated headers, page x of y at the foot, the same typeface embedded. Its file is
tagged, as typst leaves it. The time is that of the compiler alone: the source is written beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module, resources
from importlib.util import find_spec

from sla_drafter.document.house import House
from sla_drafter.document.nodes import (
    Block,
    Cell,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Items,
    Link,
    Note,
    Section,
    Strong,
    Table,
)
from sla_drafter.document.number import marker, numbers
from sla_drafter.document.printed import BULLET
from sla_drafter.document.walk import cover_lines, inline_children, lines_of, listed_sections, words_of

TYPST = "typst"


def is_installed() -> bool:
    """Whether the peer can be compared with."""
    return find_spec(TYPST) is not None


def typst_render(documents: Iterable[Document], house: House) -> Callable[[], bytes]:
    """What sets one of these papers after another, with one compiler; it keeps every paragraph that it has set."""
    folder = str(resources.files(house.typeface.package) / "files")
    compiler = import_module(TYPST).Compiler(font_paths=[folder], ignore_system_fonts=True)
    sources = iter([source_of(document, house).encode() for document in documents])
    return lambda: bytes(compiler.compile(input=next(sources), format="pdf"))


def source_of(document: Document, house: House) -> str:
    """The paper in typst's language, in the letters of a house."""
    return "\n".join(_Source(document, house).all())


class _Source:
    """The lines of the source of one paper."""

    def __init__(self, document: Document, house: House) -> None:
        self.document = document
        self.family = house.typeface.web.split(",")[0].strip('"')
        self.counted = numbers(document)

    def all(self) -> Iterator[str]:
        yield f"#set document(title: {_string(words_of(self.document.title))}, date: none)"
        yield f"#set text(font: {_string(self.family)}, size: 10.5pt, lang: {_string(self.document.language[:2])})"
        foot = f'{_words(self.document.footer)} #h(1fr) Page #counter(page).display("1 of 1", both: true)'
        yield f'#set page(paper: "a4", margin: (x: 25mm, y: 22mm), footer: context text(size: 8pt)[{foot}])'
        for line in cover_lines(self.document):
            yield f"{_line(line)}\n"
        for section in listed_sections(self.document):
            yield f"{self.number(section)} {_line(section.title)}\n"
        yield "#pagebreak()"
        for story in self.document.stories:
            yield from self.blocks(story.blocks)

    def number(self, section: Section) -> str:
        return f"#{_string(self.counted[section.id].printed)}" if section.id in self.counted else ""

    def blocks(self, blocks: Iterable[Block], depth: int = 1, left: str = "12mm", mark: str = "") -> Iterator[str]:
        for block in blocks:
            match block:
                case Section():
                    yield f"#heading(level: {depth})[{self.number(block)} {_line(block.title)}]"
                    yield from self.blocks(block.blocks, depth + 1)
                case Items():
                    for position, item in enumerate(block.items):
                        sign = marker(position, 0, self.document.numbering) if block.ordered else BULLET
                        yield from self.blocks(item.blocks, depth, "19mm", f"#{_string(sign)} ")
                case Table():
                    yield self.table(block)
                case _:
                    yield from (f"#pad(left: {left})[{mark}{_line(line)}]" for line in lines_of(block))

    def table(self, table: Table) -> str:
        shares = ", ".join(f"{share}fr" for share in table.widths or [1] * len(table.header))
        head, rows = _cells(table.header), ", ".join(_cells(row.cells) for row in table.rows)
        return f"#text(size: 9pt, table(columns: ({shares}), stroke: 0.5pt + gray, table.header({head}), {rows}))"


def _cells(cells: Iterable[Cell]) -> str:
    return ", ".join(f"[{_line(cell.children)}]" for cell in cells)


def _line(line: Iterable[Inline]) -> str:
    """A line of typst's markup; letters that are bold in our file are bold in it."""
    return "".join(map(_one, line))


def _one(inline: Inline) -> str:
    match inline:
        case Definition() | Strong():
            return f"#strong({_string(words_of((inline,)))})"
        case Emphasis() | Link() | Note() | Inserted() | Deleted() | Comment():
            return _line(inline_children(inline))
        case _:
            return _words((inline,))


def _words(line: Iterable[Inline]) -> str:
    return f"#{_string(words_of(tuple(line)))}"


def _string(words: str) -> str:
    """Words that typst takes as they are."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
