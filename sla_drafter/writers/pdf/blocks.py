"""Blocks as pieces of a page: stories, sections, clauses with their run-in titles, items, figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import assert_never

from attrs import evolve

from sla_drafter.document.house import SectionLook
from sla_drafter.document.nodes import (
    Block,
    Comment,
    Deleted,
    Figure,
    Inserted,
    Items,
    Paragraph,
    Section,
    SectionKind,
    Signature,
    Table,
    Text,
)
from sla_drafter.document.number import marker
from sla_drafter.document.printed import BULLET
from sla_drafter.document.walk import block_children, holds_sections, words_of
from sla_drafter.writers.pdf.figures import figure_pieces
from sla_drafter.writers.pdf.pieces import Entry, Piece, Prose
from sla_drafter.writers.pdf.setting import Lead, Place, Setter
from sla_drafter.writers.pdf.signing import signature_rows, signature_stack
from sla_drafter.writers.pdf.tables import table_pieces
from sla_drafter.writers.pdf.tags.elements import (
    BODY,
    BULLETED,
    FIGURE,
    ITEM,
    LABEL,
    LIST,
    PARAGRAPH,
    SECT,
    Element,
    numbered,
)

NO_WORDS = "–"
"""What is said of a picture about which nobody said anything."""

_APART = "\u00a0 "  # a space that stays, and one at which the line may end
_BAR_AT = -9.0
_ITEM_LINES = 1.2
# How many lines of what follows stand on the page of the words that lead into it.
_LEADS_INTO: dict[type[object], float] = {Items: _ITEM_LINES, Table: 5.2, Figure: 4}


def block_pieces(setter: Setter, blocks: tuple[Block, ...], place: Place, lead: Lead | None = None) -> Iterator[Piece]:
    """The pieces of blocks; the lead goes to the first one, or stands alone where that has no words of its own."""
    if not (blocks and _opens_with_words(blocks[0])):
        yield from _lead_alone(setter, lead, place)
        lead = None
    for at, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        match block:
            case Paragraph():
                yield from _kept_with(_block(setter, block, place, lead), after, setter)
            case Table():
                if not (at and isinstance(blocks[at - 1], Table)):
                    yield from table_pieces(setter, tuple(_tables(blocks[at:])), place)
            case _:
                yield from _block(setter, block, place, lead)
        lead = None


def _kept_with(pieces: Iterator[Piece], after: Block | None, setter: Setter) -> Iterator[Piece]:
    """The words that lead into a list or a table stand on the page on which it begins."""
    lines = _LEADS_INTO.get(type(after), 0)
    return (evolve(piece, keep=lines * setter.styles.line_height(setter.styles.text)) for piece in pieces)


def _block(setter: Setter, block: Block, place: Place, lead: Lead | None, section_depth: int = 1) -> Iterator[Piece]:
    match block:
        case Paragraph():
            lead = lead or Lead()
            lead = evolve(lead, anchors=lead.anchors + place.anchor(block.id))
            yield setter.paragraph(block.children, place, lead)
        case Items():
            yield from _items(setter, block, place)
        case Table():
            yield from table_pieces(setter, (block,), place)
        case Figure():
            yield from _figure(setter, block, place)
        case Signature():
            yield signature_stack(setter, block, setter.measure - place.indent, place.element)
        case Inserted() | Deleted() | Comment():
            inside = evolve(place, changes=(*place.changes, block))
            yield from block_pieces(setter, block_children(block), inside, lead)
        case Section():
            yield from section_pieces(setter, block, place, section_depth)
        case _:
            assert_never(block)


def _items(setter: Setter, items: Items, place: Place) -> Iterator[Piece]:
    look = place.look(setter.styles.text)
    scheme = setter.styles.numbering
    numbering = numbered(scheme.items[min(place.depth, len(scheme.items) - 1)]) if items.ordered else BULLETED
    listed = Element(LIST, place.element, attributes=numbering)
    for position, item in enumerate(items.items):
        entry = listed.child(ITEM)
        words = marker(position, place.depth, scheme) if items.ordered else BULLET
        marked = (look.of(entry.child(LABEL)), words)
        lead = Lead((marked,), place.indent, before=1, anchors=place.anchor(item.id))
        indent = place.indent + setter.styles.item_column
        inside = evolve(place, element=entry.child(BODY), indent=indent, depth=place.depth + 1)
        pieces = tuple(block_pieces(setter, item.blocks, inside, lead))
        if pieces and position in (0, len(items.items) - 2) and len(items.items) > 1:
            pieces = (*pieces[:-1], _with_next_item(pieces[-1], setter))
        yield from pieces


def _with_next_item(piece: Piece, setter: Setter) -> Piece:
    """The first item stays with the second, and the last with the one before: none stands alone on a page."""
    return evolve(piece, keep=max(piece.keep, _ITEM_LINES * setter.styles.line_height(setter.styles.text)))


def _figure(setter: Setter, figure: Figure, place: Place) -> Iterator[Piece]:
    caption = figure.caption or (Text(figure.alternative),)
    element = place.element.child(FIGURE, Alt=figure.alternative or words_of(caption) or NO_WORDS)
    yield from figure_pieces(figure, element, setter.styles, place.indent, setter.measure - place.indent)
    look = setter.styles.small
    said = setter.styles.slanted(look).of(place.element.child(PARAGRAPH))
    runs = list(setter.spoken(caption, said, place))
    yield setter.prose(runs, look, place, Lead(before=3))


def story_pieces(setter: Setter, blocks: tuple[Block, ...], part: Element) -> Iterator[Piece]:
    """The pieces of one story, which is a part of the paper: its sections, and what stands loose between them."""
    place = Place(part)
    for kind, group in groupby(blocks, _kind_in_story):
        if kind is Section:
            for block in group:
                yield from _with_sections(setter, block, place, -1)
        elif kind is Signature:
            yield from signature_rows(setter, [block for block in group if isinstance(block, Signature)], part)
        else:
            yield from block_pieces(setter, tuple(group), place)
        yield from setter.notes(part)


def section_pieces(setter: Setter, section: Section, place: Place, depth: int) -> Iterator[Piece]:
    """A section, clause, schedule or part with everything below it."""
    lead: Lead | None = None
    place = evolve(place, element=place.element.child(SECT, **({"ID": section.id} if section.id else {})))
    if section.kind is SectionKind.CLAUSE:
        lead, place = _clause(setter, section, place, depth)
    else:
        heading, place = _heading(setter, section, place, depth)
        yield heading
    yield from _contents(setter, section.blocks, place, lead, depth)


def _contents(
    setter: Setter, blocks: tuple[Block, ...], place: Place, lead: Lead | None, depth: int
) -> Iterator[Piece]:
    """What stands in a section, or in a change around sections in it."""
    for nested, group in groupby(blocks, holds_sections):
        if nested:
            yield from _lead_alone(setter, lead, place)
            for block in group:
                yield from _with_sections(setter, block, place, depth)
        else:
            yield from block_pieces(setter, tuple(group), place, lead)
            yield from setter.notes(place.element)
        lead = None
    yield from _lead_alone(setter, lead, place)
    yield from setter.notes(place.element)


def _with_sections(setter: Setter, block: Block, place: Place, depth: int) -> Iterator[Piece]:
    """A section, or a change or remark around sections, in a holder of this depth."""
    if isinstance(block, Inserted | Deleted | Comment):
        inside = evolve(place, changes=(*place.changes, block))
        yield from _contents(setter, block_children(block), inside, None, depth)
    else:
        yield from _block(setter, block, place, None, depth + 1)


def _lead_alone(setter: Setter, lead: Lead | None, place: Place) -> Iterator[Piece]:
    if lead:
        yield setter.prose([], setter.styles.text, place, lead)


def _arrival(setter: Setter, section: Section, depth: int) -> Lead:
    """What a section begins with."""
    number = setter.number(section)
    words = " ".join(filter(None, (number, words_of(section.title))))
    anchors = (section.id,) if section.id else ()
    return Lead(anchors=anchors, entry=Entry(words, depth) if anchors else None)


def _clause(setter: Setter, section: Section, place: Place, depth: int) -> tuple[Lead, Place]:
    element = place.element.child(setter.headings.role(depth))
    look = place.look(setter.styles.text).of(element)
    number = setter.number(section)
    title = [*setter.speech.runs(section.title, setter.styles.bolder(look))]
    inside = evolve(place, indent=place.indent or setter.styles.number_column, clause=section.id)
    lead = evolve(
        _arrival(setter, section, depth),
        marker=((look, number),) if number else (),
        runs=(*title, (look, _APART)),
        before=3.5,
    )
    return lead, inside


def _heading(setter: Setter, section: Section, place: Place, depth: int) -> tuple[Prose, Place]:
    styles, number = setter.styles, setter.number(section)
    hanging = section.kind is SectionKind.SECTION
    look = place.look(styles.part if section.kind is SectionKind.PART else styles.section)
    look = look.of(place.element.child(setter.headings.role(depth)))
    title = list(setter.speech.runs(section.title, look))
    inside = evolve(place, indent=styles.number_column if hanging else 0, clause=section.id)
    lead = _arrival(setter, section, depth)
    if hanging:
        lead = evolve(lead, marker=((look, number),) if number else (), before=max(9.0, look.size * 1.1 - 4.2))
    else:
        big = section.kind is SectionKind.SCHEDULE
        lead = evolve(lead, runs=((look, f"{number}\u00a0{_APART}"),) if number else (), before=20 if big else 9)
    heading = setter.prose(title, look, inside, lead)
    heading = evolve(heading, keep=(3.2 if hanging else 5) * styles.line_height(styles.text))
    return heading if section.kind is SectionKind.PART else _dressed(heading, setter), inside


def _dressed(heading: Prose, setter: Setter) -> Prose:
    """The heading of a section or schedule with the rule or the bar of the house."""
    house = setter.styles.house
    match house.design.sections:
        case SectionLook.PLAIN:
            return heading
        case SectionLook.CAPITALS:
            return evolve(heading, under=house.colours.rule, measure=setter.measure)
        case SectionLook.BAR:
            return evolve(heading, bar=house.colours.accent, bar_at=_BAR_AT)


def _kind_in_story(block: Block) -> type[Section | Signature] | None:
    return Section if holds_sections(block) else Signature if isinstance(block, Signature) else None


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """The tables with which these blocks begin."""
    for block in blocks:
        if not isinstance(block, Table):
            return
        yield block


def _opens_with_words(block: Block) -> bool:
    match block:
        case Paragraph():
            return True
        case Inserted() | Deleted() | Comment():
            inside = block_children(block)
            return bool(inside) and _opens_with_words(inside[0])
    return False
