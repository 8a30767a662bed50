"""Where each defined term gets its meaning, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sla_drafter.document.nodes import Block, Definition, Document, Inline, Items, Section, Table
from sla_drafter.document.walk import cover_lines, inlines_of, lines_of, words_of
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

LONGEST = 400
_NOT_IN_AN_ADDRESS = compiled(r"[^A-Za-z0-9_]+")


@frozen
class Meaning:
    """The address of a definition on the page, its words, and the clause that it stands in."""

    anchor: str
    words: str
    clause: str


def meanings(document: Document) -> Mapping[str, Meaning]:
    """The first definition of each term; a term that is defined in a table row has the words of the whole row."""
    found: dict[str, Meaning] = {}
    taken: set[str] = set()
    for clause, lines in _statements(document):
        for inline in inlines_of(inline for line in lines for inline in line):
            if isinstance(inline, Definition) and inline.term not in found:
                words = " ".join(" ".join(map(words_of, lines)).split())
                found[inline.term] = Meaning(_free(inline.term, taken), _short(words), clause)
    return found


Lines = tuple[tuple[Inline, ...], ...]


def _statements(document: Document) -> Iterator[tuple[str, Lines]]:
    yield from (("", (line,)) for line in cover_lines(document))
    for story in document.stories:
        yield from _said(story.blocks, "")


def _said(blocks: Iterable[Block], clause: str) -> Iterator[tuple[str, Lines]]:
    for block in blocks:
        match block:
            case Section():
                yield block.id, (block.title,)
                yield from _said(block.blocks, block.id)
            case Items():
                for item in block.items:
                    yield from _said(item.blocks, clause)
            case Table():
                yield from ((clause, tuple(cell.children for cell in row.cells)) for row in block.rows)
            case _:
                yield from ((clause, (line,)) for line in lines_of(block))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …"


def _free(term: str, taken: set[str]) -> str:
    """An address made from the term, with a number after it when another term has it already."""
    address = free = f"term-{_NOT_IN_AN_ADDRESS.sub('-', term).strip('-').lower()}"
    count = 2
    while free in taken:
        free = f"{address}-{count}"
        count += 1
    taken.add(free)
    return free
