"""Places to fill in: a line of text, or a signature that a program for signing puts there."""

from __future__ import annotations

import enum

from sla_drafter.values import frozen
from sla_drafter.writers.pdf.faces import face
from sla_drafter.writers.pdf.pieces import Piece
from sla_drafter.writers.pdf.sheet import Box, Sheet
from sla_drafter.writers.pdf.spelled import Spelled, SpelledStream, hexadecimal
from sla_drafter.writers.pdf.tags.elements import Element

_ABOVE = 2.0  # a field is a little higher than the line of words beside it
_OF_THE_LINE = 0.8  # how large the letters are that somebody types, as a part of the height of the line
_SIGNATURES_EXIST = 1
_FONT = "Typed"


def form(sheet: Sheet, font: str) -> Spelled:
    """All fields of a file, with the letters in which they are filled in."""
    letters = face(font).for_typing(sheet.document)
    fields = " ".join(str(field) for _, field in sheet.fields)
    signed = f" /SigFlags {_SIGNATURES_EXIST}" if any(signed for signed, _ in sheet.fields) else ""
    parts = f"/Fields [{fields}] /DR <</Font <</{_FONT} {letters}>>>> /DA (/{_FONT} 0 Tf 0 g){signed}"
    return Spelled(sheet.document, f"<<{parts}>>")


class FieldKind(enum.Enum):
    """What is filled in, by the name that a PDF has for it."""

    TEXT = "Tx"
    SIGNATURE = "Sig"


@frozen
class Field:
    """A place to fill in: the words that say to everyone what belongs there, and its element."""

    kind: FieldKind
    words: str
    element: Element

    def piece(self, wide: float, high: float) -> FieldPiece:
        """The field on the page, as large as a line of words."""
        return FieldPiece(field=self, wide=wide, high=high)


@frozen(kw_only=True)
class FieldPiece(Piece):
    """A field on the page. It is drawn by the program that shows the file."""

    field: Field
    wide: float
    high: float

    def height(self) -> float:
        return self.high

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        field = self.field
        field.element.join()
        box = Box(left, top - self.high, self.wide, self.high + _ABOVE)
        name = f"{len(sheet.fields) + 1} {field.words}".replace(".", "")
        parts = f"/FT /{field.kind.value} /T {hexadecimal(name)} /TU {hexadecimal(field.words)}"
        parts += f" /AP <</N {_empty(sheet, box)}>>"
        if field.kind is FieldKind.TEXT:
            parts += f" /DA (/{_FONT} {self.high * _OF_THE_LINE:.2f} Tf 0 g)"
        made = sheet.annotate("Widget", box, field.element, parts)
        if made:
            sheet.fields.append((field.kind is FieldKind.SIGNATURE, made))


def _empty(sheet: Sheet, box: Box) -> Spelled:
    """How a field looks that nobody filled in yet."""
    parts = f"/Type /XObject /Subtype /Form /BBox [0 0 {box.width:.2f} {box.height:.2f}] /Resources <<>>"
    return SpelledStream(sheet.document, parts, b"")
