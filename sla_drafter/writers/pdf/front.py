"""The front of a paper: title, parties and labelled facts, the open points of an unfinished paper, the contents."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.nodes import Cover, Document, Inline, Section, StoryKind
from sla_drafter.writers.pdf.lines import break_lines, clean, run_width
from sla_drafter.writers.pdf.looks import Look
from sla_drafter.writers.pdf.pieces import Listed, Piece, Prose, Row, Space
from sla_drafter.writers.pdf.setting import Lead, Place, Setter
from sla_drafter.writers.pdf.sheet import CONTENTS

_LABEL_COLUMN = 104.0


def front_pieces(document: Document, setter: Setter) -> list[Piece]:
    """Everything before the text: cover, open points, contents; empty for a paper that has none of them."""
    found: list[Piece] = []
    if document.cover:
        found += _cover(document.cover, setter)
    if document.open_points:
        found += _open_points(document, setter)
    found += setter.notes()
    if document.contents_title:
        found += _contents(document, setter)
    return found


def _cover(cover: Cover, setter: Setter) -> Iterator[Piece]:
    styles = setter.styles
    title = setter.prose(setter.speech.runs(cover.title, styles.title), styles.title, Place(), Lead(before=0))
    yield evolve(title, passages=("",))
    yield Space(high=0, before=12, measure=setter.measure, colour=styles.rule)
    for party in cover.parties:
        name = _beside(setter, party.name, styles.bolder(styles.text))
        role = _label(setter, party.role)
        # The name is read before the role, although the role stands to the left of it.
        yield Row(columns=((_LABEL_COLUMN, name), (0, role)), before=6)
    if cover.parties and cover.lines:
        yield Space(high=0, before=10, measure=setter.measure, colour=styles.rule)
    for label, fact in cover.lines:
        left = _label_words(setter, clean(label))
        yield Row(columns=((0, left), (_LABEL_COLUMN, _beside(setter, fact, styles.text))), before=4)
    yield Space(high=0, before=10, measure=setter.measure, colour=styles.rule)


def _beside(setter: Setter, words: tuple[Inline, ...], look: Look) -> Prose:
    narrow = evolve(setter, measure=setter.measure - _LABEL_COLUMN)
    return evolve(narrow.prose(setter.speech.runs(words, look), look, Place()), serial=setter.speech.serial())


def _label(setter: Setter, words: tuple[Inline, ...]) -> Prose:
    return _labelled(setter, break_lines(setter.speech.runs(words, setter.styles.label), _LABEL_COLUMN - 8))


def _label_words(setter: Setter, words: str) -> Prose:
    return _labelled(setter, break_lines([(setter.styles.label, words)], _LABEL_COLUMN - 8))


def _labelled(setter: Setter, lines: list[list[tuple[Look, str]]]) -> Prose:
    styles = setter.styles
    leading = styles.line_height(styles.text)
    return Prose(lines=lines, leading=leading, size=styles.text.size, serial=setter.speech.serial())


def _open_points(document: Document, setter: Setter) -> Iterator[Piece]:
    styles, place = setter.styles, Place(10)
    colour = styles.banner.colour
    heading = setter.prose([(styles.banner, clean(document.open_points_title))], styles.text, place, Lead(before=14))
    yield evolve(heading, bar=colour, passages=("",), keep=heading.height(), before=0 if not document.cover else 14)
    for point in document.open_points:
        yield evolve(setter.paragraph(point, place, Lead(before=2)), bar=colour)


def _contents(document: Document, setter: Setter) -> Iterator[Piece]:
    styles = setter.styles
    title = setter.prose([(styles.section, clean(document.contents_title))], styles.section, Place(), Lead(before=24))
    yield evolve(title, tag=(CONTENTS, None), keep=30)
    listed = [
        block
        for kind in (StoryKind.BODY, StoryKind.SCHEDULES)
        for block in document.story(kind)
        if isinstance(block, Section) and block.id
    ]
    numbers = [setter.number(section) for section in listed]
    column = max((run_width((styles.text, number)) for number in numbers), default=0) + styles.text.size
    for section, number in zip(listed, numbers, strict=True):
        yield _entry(section, number, setter, min(column, setter.measure / 3))


def _entry(section: Section, number: str, setter: Setter, column: float) -> Listed:
    look = setter.styles.text
    room = evolve(setter, measure=setter.measure - 30)
    words = setter.speech.silent().runs(section.title, look)
    title = room.prose(words, look, Place(column), Lead(((look, number),) if number else ()))
    return Listed(title=title, measure=setter.measure, target=section.id, look=look, before=4, tag=(CONTENTS, None))
