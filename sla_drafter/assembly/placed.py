"""A parsed clause gets what its slots hold: values in their places, quotation marks, ids of terms, widths of tables.

Most clauses say the same in many drafts, so what was placed is kept under everything that it is made of. A slot is kept
as its words, its field and its form: two nodes are equal when a reader sees the same words, wherever they come from.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial

from attrs import evolve

from sla_drafter.assembly.sheet import OPEN, QUOTE, SLOT, UNQUOTE, Slot
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.assembly.tables import finished
from sla_drafter.document.nodes import Blank, Block, Definition, Inline, Item, Items, Table, Text, Value
from sla_drafter.document.rewrite import rewrite_blocks, rewrite_line
from sla_drafter.values import frozen

KEPT_CLAUSES = 512
_TO_PLACE = frozenset((Text, Definition))


@frozen
class Surroundings:
    """What a clause is placed into: the quotation marks of the language, and the terms that it defines in place.

    Those are words and ids: one id in every language, where the library holds the term.
    """

    quotation_marks: tuple[str, str]
    terms: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=KEPT_CLAUSES)
def placed(found: Parsed, slots: tuple[Slot, ...], around: Surroundings) -> Parsed:
    """The blocks of a clause with the nodes of its slots in their places."""
    nodes = tuple(map(_node, slots))
    quotes = str.maketrans(dict(zip((QUOTE, UNQUOTE), around.quotation_marks, strict=True)))
    place = partial(_placed, nodes, quotes, around.terms)
    return Parsed(
        tuple(map(_finish, rewrite_blocks(found.body, place, _TO_PLACE))),
        rewrite_line(found.schedule_title, place, _TO_PLACE),
        tuple(map(_finish, rewrite_blocks(found.schedule, place, _TO_PLACE))),
    )


def _node(slot: Slot) -> Inline:
    words, field, form = slot
    return Value(words, field, form) if form else Blank(words, field)


def _finish(block: Block) -> Block:
    match block:
        case Table():
            return finished(block)
        case Items():
            return evolve(block, items=tuple(Item(tuple(map(_finish, item.blocks)), item.id) for item in block.items))
        case _:
            return block


def _placed(
    nodes: tuple[Inline, ...], quotes: dict[int, str], terms: tuple[tuple[str, str], ...], inline: Inline
) -> Iterable[Inline]:
    """A run of text with the nodes of its slots in their places; a definition under the id of its term."""
    match inline:
        case Definition():
            term = next((identity for words, identity in terms if words == inline.words), inline.term)
            return (Definition(term, inline.words),)
        case Text():
            return _filled(nodes, inline.words.translate(quotes))
        case _:
            return (inline,)


def _filled(nodes: tuple[Inline, ...], words: str) -> Iterable[Inline]:
    if OPEN not in words:
        return (Text(words),) if words else ()
    line: list[Inline] = []
    for place, part in enumerate(SLOT.split(words)):
        if place % 2:
            line.append(nodes[int(part)])
        elif part:
            line.append(Text(part))
    return line
