"""One index over a paper: which terms are defined and used where, which clauses are pointed to from where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Any

from sla_drafter.document.nodes import (
    Blank,
    Block,
    Definition,
    Document,
    Inline,
    Items,
    Paragraph,
    Reference,
    Section,
    Use,
    Value,
)
from sla_drafter.document.walk import cover_lines, inlines_of, lines_of, sections_of
from sla_drafter.values import frozen

Spots = Mapping[str, tuple[str, ...]]
_NAMES: Mapping[type[object], Callable[[Any], str]] = {
    Definition: attrgetter("term"),
    Use: attrgetter("term"),
    Reference: attrgetter("target"),
    Value: attrgetter("field"),
    Blank: attrgetter("field"),
}
"""What each kind of inline that an index holds is found by."""


@frozen
class Index:
    """Names of a paper and where they stand: every value is a tuple of clause ids, once for each occurrence."""

    definitions: Spots
    uses: Spots
    references: Spots
    values: Spots
    blanks: Spots
    sections: Mapping[str, Section]
    anchors: frozenset[str]


def index(document: Document) -> Index:
    """The index of a paper, made in one pass."""
    spots: dict[type[object], dict[str, list[str]]] = {kind: defaultdict(list) for kind in _NAMES}
    sections: dict[str, Section] = {}
    anchors: set[str] = set()
    for story in document.stories:
        for clause, line in clause_lines(story.blocks):
            _note(spots, clause, line)
        for section in sections_of(story.blocks):
            sections.setdefault(section.id, section)
            anchors.update(f"{section.id}.{anchor}" for anchor in _anchors(section.blocks))
    for line in cover_lines(document):
        _note(spots, "", line)

    def frozen_spots(kind: type[object]) -> Spots:
        return {name: tuple(where) for name, where in spots[kind].items()}

    return Index(
        frozen_spots(Definition),
        frozen_spots(Use),
        frozen_spots(Reference),
        frozen_spots(Value),
        frozen_spots(Blank),
        sections,
        frozenset(anchors),
    )


def _note(spots: dict[type[object], dict[str, list[str]]], clause: str, line: tuple[Inline, ...]) -> None:
    for inline in inlines_of(line):
        name_of = _NAMES.get(type(inline))
        if name_of is not None:
            spots[type(inline)][name_of(inline)].append(clause)


def clause_lines(blocks: tuple[Block, ...], clause: str = "") -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """Every line of inlines with the id of the clause (or part, or section) that it stands in."""
    for block in blocks:
        if isinstance(block, Section):
            yield block.id, block.title
            yield from clause_lines(block.blocks, block.id)
        else:
            for line in lines_of(block):
                yield clause, line


def values_of(document: Document) -> Iterator[tuple[str, Value]]:
    """Every computed word of a paper with the id of the clause it stands in, the cover first (without one)."""
    body = (spot for story in document.stories for spot in clause_lines(story.blocks))
    for clause, line in chain((("", line) for line in cover_lines(document)), body):
        for inline in inlines_of(line):
            if isinstance(inline, Value):
                yield clause, inline


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(id=anchor) if anchor:
                yield anchor
            case Items(items=items):
                for item in items:
                    if item.id:
                        yield item.id
                    yield from _anchors(item.blocks)
            case _:
                pass
