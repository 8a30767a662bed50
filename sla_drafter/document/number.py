"""The numbers of sections, clauses, items and schedules: computed from their order, never typed.

Level 1 is a section ("1"), level 2 a clause ("1.1"), its items "(a)", items of items "(i)", unless the numbering scheme
of the paper spells them otherwise; schedules count for themselves ("Schedule 1"), their parts anew in each schedule
("Part 1"). `numbers` maps each id to its number; anchors are `clause.anchor`, and the number of an item is said in full
("5.2(a)").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import Factory

from sla_drafter.document.kinds import USUAL, Numbering
from sla_drafter.document.nodes import (
    Block,
    Comment,
    Document,
    Inserted,
    Items,
    Paragraph,
    Section,
    SectionKind,
    StoryKind,
)
from sla_drafter.document.walk import block_children
from sla_drafter.values import frozen


@frozen
class Number:
    """The number of one thing, and what kind of thing it is ("clause", "section", "schedule", "part").

    `words` are what a reference says; `printed` stands at the thing itself and may end in a point.
    """

    kind: str
    words: str
    printed: str = Factory(lambda number: number.words, takes_self=True)


def numbers(document: Document) -> Mapping[str, Number]:
    """The number of every section, clause, schedule, part and anchored item of a paper, by id."""
    found = dict(_body(document.story(StoryKind.BODY), document.numbering))
    words = (document.schedule_word, document.part_word)
    found.update(_schedules(document.story(StoryKind.SCHEDULES), words))
    return found


def _body(blocks: tuple[Block, ...], scheme: Numbering) -> Iterator[tuple[str, Number]]:
    for outer, section in enumerate(_of_kind(blocks, SectionKind.SECTION), 1):
        yield section.id, Number("section", str(outer), scheme.section.replace("1", str(outer)))
        for inner, clause in enumerate(_of_kind(section.blocks, SectionKind.CLAUSE), 1):
            yield clause.id, Number("clause", f"{outer}.{inner}")
            yield from _anchors(clause.blocks, clause.id, f"{outer}.{inner}", 0, scheme)


def _schedules(blocks: tuple[Block, ...], words: tuple[str, str]) -> Iterator[tuple[str, Number]]:
    for outer, schedule in enumerate(_of_kind(blocks, SectionKind.SCHEDULE), 1):
        yield schedule.id, Number("schedule", f"{words[0]} {outer}")
        for inner, part in enumerate(_of_kind(schedule.blocks, SectionKind.PART), 1):
            yield part.id, Number("part", f"{words[1]} {inner}")


def _of_kind(blocks: tuple[Block, ...], kind: SectionKind) -> Iterator[Section]:
    """The sections of a kind that count: one that is put in does, one that is taken out does not."""
    for block in blocks:
        if isinstance(block, Section) and block.kind is kind:
            yield block
        elif isinstance(block, Inserted | Comment):
            yield from _of_kind(block_children(block), kind)


def _anchors(
    blocks: tuple[Block, ...], clause: str, words: str, depth: int, scheme: Numbering
) -> Iterator[tuple[str, Number]]:
    for block in blocks:
        match block:
            case Paragraph(id=anchor) if anchor:
                yield f"{clause}.{anchor}", Number("clause", words)
            case Items(items=items, ordered=ordered):
                for position, item in enumerate(items):
                    label = f"{words}{marker(position, depth, scheme).rstrip('.')}" if ordered else words
                    if item.id:
                        yield f"{clause}.{item.id}", Number("clause", label)
                    yield from _anchors(item.blocks, clause, label, depth + 1, scheme)
            case _:
                pass


def letters(position: int) -> str:
    """a, b … z, aa, bb … as Word counts lower-case letters."""
    return chr(ord("a") + position % 26) * (position // 26 + 1)


_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """The number in small Roman numerals, for numbers from 1."""
    words = ""
    for value, numeral in _ROMAN:
        while number >= value:
            words += numeral
            number -= value
    return words


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "a": lambda number: letters(number - 1),
    "A": lambda number: letters(number - 1).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
    "1": str,
}


def marker(position: int, depth: int, scheme: Numbering = USUAL) -> str:
    """The label of an ordered item, counted from 0: (a), (b) … on the first level, (i), (ii) … below."""
    example = scheme.items[min(depth, len(scheme.items) - 1)]
    sign = next(sign for sign in example if sign in _COUNTED)
    return example.replace(sign, _COUNTED[sign](position + 1))
