"""Places to sign: two side by side, each with the words of a party and a ruled line for each thing to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.nodes import Signature
from sla_drafter.writers.pdf.lines import clean
from sla_drafter.writers.pdf.pieces import Piece, Row, Space, Stack
from sla_drafter.writers.pdf.setting import Place, Setter

_GAP = 24.0
_LABEL_COLUMN = 72.0


def signature_rows(setter: Setter, signatures: list[Signature]) -> Iterator[Piece]:
    """Places to sign, two side by side."""
    half = (setter.measure - _GAP) / 2
    for first in range(0, len(signatures), 2):
        pair = [signature_stack(setter, one, half) for one in signatures[first : first + 2]]
        highest = max(one.pieces[0].height() for one in pair)
        pair = [_begun_at(one, highest) for one in pair]
        columns = tuple((number * (half + _GAP), piece) for number, piece in enumerate(pair))
        yield Row(columns=columns, before=22)


def signature_stack(setter: Setter, signature: Signature, measure: float) -> Stack:
    """One place to sign: for whom, and a ruled line for each thing to fill in."""
    styles, narrow = setter.styles, evolve(setter, measure=measure)
    heading = narrow.prose(
        list(setter.speech.runs(signature.heading, styles.bolder(styles.text))), styles.text, Place()
    )
    label_measure = min(measure * 0.3, _LABEL_COLUMN)
    pieces: list[Piece] = [heading]
    for number, (label, filled) in enumerate(signature.lines):
        labelled = evolve(setter, measure=label_measure - 6).prose(
            [(styles.label, clean(label))], styles.label, Place()
        )
        line = evolve(setter, measure=measure - label_measure).prose(
            list(setter.speech.runs(filled, styles.small)), styles.small, Place()
        )
        columns = ((0.0, labelled), (label_measure, line))
        pieces.append(Row(columns=columns, measure=measure, rule=styles.rule, padding=3, before=4 if number else 24))
    return Stack(pieces=tuple(pieces))


def _begun_at(signature: Stack, high: float) -> Stack:
    """A place to sign whose lines begin at this height, so that two stand side by side."""
    heading, *lines = signature.pieces
    return Stack(pieces=(heading, Space(high=high - heading.height()), *lines))
