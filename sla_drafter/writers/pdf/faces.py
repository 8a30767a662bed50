"""The letters of a house for PDF: four embedded faces, how wide each letter is, what each code stands for.

A face is read once per process.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sla_drafter.document.house import Typeface
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.spelled import Spelled, SpelledStream

STYLES = ("regular", "bold", "italic", "bold_italic")
_MOST_IN_A_BLOCK = 100
_SYMBOLIC = 4  # the codes of the font are its own
_TYPED = "cp1252"  # what a program takes for the codes of letters that are typed into a field


class Font(TTFont):
    """A face whose file says rightly which letter every code stands for, those beyond the first 65,536 included."""

    is_bold = False
    _dynamicFont = 1  # noqa: N815 - the name is the PDF library's: the letters of a file are added as they are used

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name is the PDF library's
        """Embeds the letters of one file, 256 at most together."""
        fonts = doc.idToObject["BasicFonts"].dict
        for number, letters in enumerate(self.state[doc].subsets):
            name = f"{_tag(number)}+{self._name}"
            internal = self.getSubsetInternalName(number, doc)[1:]
            fonts[internal] = self._spelled(doc, name, _embedded(self, tuple(letters))).reference
        del self.state[doc]

    def for_typing(self, doc: Any) -> Spelled:
        """A font with the letters of western Europe, each at the code at which programs type it."""
        return self._spelled(doc, f"FIELDS+{self._name}", _for_typing(self))

    @property
    def _name(self) -> str:
        return str(self.face.name.decode("ascii"))

    def _spelled(self, doc: Any, name: str, font: _Embedded) -> Spelled:
        face: Any = self.face
        file = SpelledStream(doc, f"/Length1 {font.length} /Filter /FlateDecode", font.file)
        table = SpelledStream(doc, "/Filter /FlateDecode", font.table)
        box = " ".join(f"{value:.0f}" for value in face.bbox)
        heights = f"/Ascent {face.ascent:.0f} /Descent {face.descent:.0f} /CapHeight {face.capHeight:.0f}"
        looks = f"/ItalicAngle {face.italicAngle:.0f} /StemV {face.stemV:.0f} /Flags {_SYMBOLIC}"
        about = f"<</Type /FontDescriptor /FontName /{name} /FontBBox [{box}] {heights} {looks} /FontFile2 {file}>>"
        codes = f"/FirstChar 0 /LastChar {font.last} /Widths [{font.widths}]"
        parts = f"/Type /Font /Subtype /TrueType /BaseFont /{name} {codes}"
        return Spelled(doc, f"<<{parts} /ToUnicode {table} /FontDescriptor {Spelled(doc, about)}>>")


def _tag(number: int) -> str:
    """The six letters that tell the parts of one face apart."""
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(5, -1, -1))


@frozen
class _Embedded:
    """Letters of a face as they are embedded: file and table deflated, the length of the file, widths, last code."""

    file: bytes
    length: int
    table: bytes
    widths: str
    last: int


@lru_cache(maxsize=64)
def _embedded(font: Font, letters: tuple[int, ...]) -> _Embedded:
    """Most papers of one language use the same letters, so their fonts are cut once."""
    face: Any = font.face
    file = face.makeSubset(list(letters))
    widths = " ".join(f"{face.getCharWidth(letter):.0f}" for letter in letters)
    table = zlib.compress(letter_table(letters).encode())
    return _Embedded(zlib.compress(file), len(file), table, widths, len(letters) - 1)


@lru_cache(maxsize=8)
def _for_typing(font: Font) -> _Embedded:
    known: Any = font.face.charToGlyph
    codes = bytes(range(256)).decode(_TYPED, "replace")
    letters = [ord(letter) if ord(letter) in known and letter > " " else 0 for letter in codes]
    letters[ord(" ")] = ord(" ")
    return _embedded(font, tuple(letters))


def letter_table(letters: Sequence[int]) -> str:
    """What each code of a font stands for, as a PDF spells it; a code that stands for nothing is left out."""
    pairs = [f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex()}>" for code, letter in enumerate(letters) if letter]
    blocks = [pairs[start : start + _MOST_IN_A_BLOCK] for start in range(0, len(pairs), _MOST_IN_A_BLOCK)]
    lines = (f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{chr(10).join(lines)}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


@frozen
class Faces:
    """The registered names of the four faces of one typeface, and the letters that every one of them has."""

    regular: str
    bold: str
    italic: str
    bold_italic: str
    letters: frozenset[int]

    def bolder(self, name: str) -> str:
        """The bold face that goes with a face."""
        return self.bold_italic if name in {self.italic, self.bold_italic} else self.bold

    def slanted(self, name: str) -> str:
        """The italic face that goes with a face."""
        return self.bold_italic if name in {self.bold, self.bold_italic} else self.italic


@lru_cache(maxsize=8)
def faces_of(typeface: Typeface) -> Faces:
    """The faces of a typeface, read from its font package and made known to the PDF library."""
    folder = resources.files(typeface.package) / "files"
    names, letters = [], []
    for style in STYLES:
        name = f"{typeface.package}/{typeface.faces[style]}"
        font = Font(name, BytesIO((folder / typeface.faces[style]).read_bytes()))
        font.is_bold = style.startswith("bold")
        names.append(known(font).fontName)
        letters.append(frozenset(font.face.charToGlyph))
    return Faces(names[0], names[1], names[2], names[3], frozenset.intersection(*letters))


def known(font: Font) -> Font:
    """The face, made known to the PDF library.

    The library takes the face of a file that somebody registered before under another name; only ours does what we ask.
    """
    font._dynamicFont = 0  # noqa: SLF001  # this says so, and there is no other way to say it
    pdfmetrics.registerFont(font)
    font._dynamicFont = 1  # noqa: SLF001
    return font


def face(name: str) -> Font:
    """The face of this name, which was made known."""
    return cast("Font", pdfmetrics.getFont(name))
