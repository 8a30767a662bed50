"""Places to sign: two side by side, each with the words of a party and a ruled line for each thing to fill in.

What is not known yet can be typed into the file, and a place for a signature takes a digital one.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.nodes import Inline, Signature
from sla_drafter.document.walk import words_of
from sla_drafter.writers.pdf.fields import Field, FieldKind
from sla_drafter.writers.pdf.lines import clean
from sla_drafter.writers.pdf.pieces import Piece, Row, Space, Stack
from sla_drafter.writers.pdf.setting import Place, Setter
from sla_drafter.writers.pdf.tags.elements import DIVISION, FORM, PARAGRAPH, Element

_GAP = 24.0
_LABEL_COLUMN = 72.0


def signature_rows(setter: Setter, signatures: list[Signature], holder: Element) -> Iterator[Piece]:
    """Places to sign, two side by side."""
    half = (setter.measure - _GAP) / 2
    for first in range(0, len(signatures), 2):
        pair = [signature_stack(setter, one, half, holder) for one in signatures[first : first + 2]]
        highest = max(one.pieces[0].height() for one in pair)
        pair = [_begun_at(one, highest) for one in pair]
        columns = tuple((number * (half + _GAP), piece) for number, piece in enumerate(pair))
        yield Row(columns=columns, before=22)


def signature_stack(setter: Setter, signature: Signature, measure: float, holder: Element) -> Stack:
    """One place to sign: for whom, and a ruled line for each thing to fill in."""
    place, styles = Place(holder.child(DIVISION)), setter.styles
    look = styles.bolder(styles.text).of(place.element.child(PARAGRAPH))
    narrow = evolve(setter, measure=measure)
    pieces: list[Piece] = [narrow.prose(list(setter.speech.runs(signature.heading, look)), styles.text, place)]
    for number, (label, filled) in enumerate(signature.lines):
        by_hand = signature.signed and not number
        kind = FieldKind.SIGNATURE if by_hand else FieldKind.TEXT
        words = f"{label}: {words_of(signature.heading)}"
        line = place.element.child(PARAGRAPH)
        pieces.append(_line(narrow, label, filled, line, Field(kind, clean(words), line.child(FORM))))
    pieces[1:2] = [evolve(line, before=24) for line in pieces[1:2]]
    return Stack(pieces=tuple(pieces))


def _line(setter: Setter, label: str, filled: tuple[Inline, ...], element: Element, field: Field) -> Row:
    """A label, and beside it what is known, or a place to fill in."""
    styles, place = setter.styles, Place(element)
    column = min(setter.measure * 0.3, _LABEL_COLUMN)
    look = styles.label.of(element)
    labelled = evolve(setter, measure=column - 6).prose([(look, clean(label))], styles.label, place)
    beside = evolve(setter, measure=setter.measure - column)
    runs = list(setter.speech.runs(filled, styles.small.of(element)))
    words: Piece = beside.prose(runs, styles.small, place)
    if not filled:
        words = field.piece(beside.measure, words.height())
    columns = ((0.0, labelled), (column, words))
    return Row(columns=columns, measure=setter.measure, rule=styles.rule, padding=3, before=4)


def _begun_at(signature: Stack, high: float) -> Stack:
    """A place to sign whose lines begin at this height, so that two stand side by side."""
    heading, *lines = signature.pieces
    return Stack(pieces=(heading, Space(high=high - heading.height()), *lines))
