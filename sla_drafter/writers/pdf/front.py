"""The front of a paper: title, parties and labelled facts, the open points of an unfinished paper, the contents."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.nodes import Cover, Document, Inline, Section, StoryKind
from sla_drafter.document.walk import words_of
from sla_drafter.writers.pdf.dress import title_piece
from sla_drafter.writers.pdf.lines import break_lines, clean, run_width
from sla_drafter.writers.pdf.looks import Look, Run
from sla_drafter.writers.pdf.pieces import Listed, Piece, Prose, Row, Space
from sla_drafter.writers.pdf.setting import Lead, Place, Setter
from sla_drafter.writers.pdf.tags.elements import (
    BODY,
    CAPTION,
    CONTENTS,
    ITEM,
    LABEL,
    LINK,
    LIST,
    LISTED,
    PARAGRAPH,
    PART,
    REFERENCE,
    Element,
)

_LABEL_COLUMN = 104.0


def front_pieces(document: Document, setter: Setter, paper: Element) -> list[Piece]:
    """Everything before the text: cover, open points, contents; empty for a paper that has none of them."""
    found: list[Piece] = []
    if document.cover:
        part = paper.child(PART)
        found += _cover(document.cover, setter, part)
        found += setter.notes(part)
    if document.open_points:
        part = paper.child(PART)
        found += _open_points(document, setter, Place(part, 10))
        found += setter.notes(part)
    if document.contents_title:
        found += _contents(document, setter, paper.child(CONTENTS))
    return found


def _cover(cover: Cover, setter: Setter, part: Element) -> Iterator[Piece]:
    styles, place = setter.styles, Place(part)
    look = styles.title.of(part.child(setter.headings.role(0)))
    runs = list(setter.speech.runs(cover.title, look))
    dressed = title_piece(runs, styles, setter.measure)
    yield dressed or setter.prose(runs, look, place, Lead(before=0))
    yield Space(high=0, before=12 if dressed is None else 24, measure=setter.measure, colour=styles.rule)
    for party in cover.parties:
        name = _beside(setter, party.name, styles.bolder(styles.text), part.child(PARAGRAPH))
        role = _label(setter, list(setter.speech.runs(party.role, _said(styles.label, part.child(PARAGRAPH)))))
        # The name is read before the role, although the role stands to the left of it.
        yield Row(columns=((_LABEL_COLUMN, name), (0, role)), before=6)
    if cover.parties and cover.lines:
        yield Space(high=0, before=10, measure=setter.measure, colour=styles.rule)
    facts = part.child(LIST)
    for label, fact in cover.lines:
        entry = facts.child(ITEM)
        left = _label(setter, [(_said(styles.label, entry.child(LABEL)), clean(label))])
        yield Row(columns=((0, left), (_LABEL_COLUMN, _beside(setter, fact, styles.text, entry.child(BODY)))), before=4)
    yield Space(high=0, before=10, measure=setter.measure, colour=styles.rule)


def _said(look: Look, element: Element) -> Look:
    return look.of(element)


def _beside(setter: Setter, words: tuple[Inline, ...], look: Look, element: Element) -> Prose:
    narrow = evolve(setter, measure=setter.measure - _LABEL_COLUMN)
    return narrow.prose(setter.speech.runs(words, _said(look, element)), look, Place(element))


def _label(setter: Setter, runs: list[Run]) -> Prose:
    styles = setter.styles
    lines = break_lines(runs, _LABEL_COLUMN - 8)
    return Prose(lines=lines, leading=styles.line_height(styles.text), size=styles.text.size)


def _open_points(document: Document, setter: Setter, place: Place) -> Iterator[Piece]:
    styles = setter.styles
    colour = styles.banner.colour
    title = _said(styles.banner, place.element.child(setter.headings.role(1 if document.cover else 0)))
    runs = [(title, clean(document.open_points_title))]
    heading = setter.prose(runs, styles.text, place, Lead(before=14))
    yield evolve(heading, bar=colour, keep=heading.height(), before=0 if not document.cover else 14)
    for point in document.open_points:
        yield evolve(setter.paragraph(point, place, Lead(before=2)), bar=colour)


def _contents(document: Document, setter: Setter, contents: Element) -> Iterator[Piece]:
    styles = setter.styles
    runs = [(_said(styles.section, contents.child(CAPTION)), clean(document.contents_title))]
    title = setter.prose(runs, styles.section, Place(contents), Lead(before=24))
    yield evolve(title, keep=30)
    listed = [
        block
        for kind in (StoryKind.BODY, StoryKind.SCHEDULES)
        for block in document.story(kind)
        if isinstance(block, Section) and block.id
    ]
    numbers = [setter.number(section) for section in listed]
    column = max((run_width((styles.text, number)) for number in numbers), default=0) + styles.text.size
    for section, number in zip(listed, numbers, strict=True):
        link = contents.child(LISTED).child(REFERENCE).child(LINK)
        yield _entry(section, number, setter, Place(link, min(column, setter.measure / 3)))


def _entry(section: Section, number: str, setter: Setter, place: Place) -> Listed:
    look = _said(setter.styles.text, place.element)
    room = evolve(setter, measure=setter.measure - 30)
    runs = setter.speech.silent().runs(section.title, look)
    title = room.prose(runs, look, place, Lead(((look, number),) if number else ()))
    words = " ".join(filter(None, (number, words_of(section.title))))
    return Listed(title=title, measure=setter.measure, target=section.id, look=look, words=words, before=4)
