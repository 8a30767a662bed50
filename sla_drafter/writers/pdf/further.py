"""Further letters: faces for scripts that the typeface of a house lacks, from font packages that may be installed.

Greek and Cyrillic come with the package; Arabic and the scripts of East Asia with `pip install sla-drafter[fonts]`. A
face is opened when a letter of its script is printed. The faces of East Asia hold every weight in one file: what is
embedded is the weight that is wanted, cut to the letters that are used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

from attrs import field
from reportlab.pdfbase.ttfonts import TTFontFace

from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.faces import Font, face, known

_REGULAR, _BOLD = "regular", "bold"
_WEIGHTS = {_REGULAR: 400, _BOLD: 700}
_KANA, _HANGUL = compiled("[\u3041-\u30ff\u31f0-\u31ff]"), compiled("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_EAST_ASIA = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U000323af"


@frozen
class Further:
    """The faces of one further script: the package, the file of each weight, and the letters that are asked of it.

    One file for both weights is a variable face. `wants` are letters that must be in the word as well.
    """

    package: str
    files: Mapping[str, str] = field(hash=False)
    letters: re.Pattern[str]
    wants: re.Pattern[str] | None = None

    def font(self, weight: str) -> Font | None:
        """The face in this weight; None where the package is not installed."""
        return _opened(self.package, self.files[weight], weight if self.is_variable else "")

    @property
    def is_variable(self) -> bool:
        """Whether one file holds both weights."""
        return self.files[_REGULAR] == self.files[_BOLD]


def _east_asia(name: str, wants: re.Pattern[str] | None = None) -> Further:
    file = f"{name.lower()}/{name}[wght].ttf"
    files = {_REGULAR: file, _BOLD: file}
    return Further("justmytype_intl_cjk/fonts/ofl", files, compiled(f"[{_EAST_ASIA}]"), wants)


FURTHER = (
    Further(
        "font_source_serif_pro/files",
        {_REGULAR: "SourceSerifPro-Regular.ttf", _BOLD: "SourceSerifPro-Bold.ttf"},
        compiled("[\u0370-\u052f\u1f00-\u1fff]"),
    ),
    Further(
        "fontpkg_ibm_plex_sans_arabic/files",
        {_REGULAR: "IBMPlexSansArabic-Regular.ttf", _BOLD: "IBMPlexSansArabic-Bold.ttf"},
        compiled("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"),
    ),
    _east_asia("NotoSansJP", _KANA),
    _east_asia("NotoSansKR", _HANGUL),
    _east_asia("NotoSansSC"),
    _east_asia("NotoSansTC"),
    _east_asia("NotoSansJP"),
    _east_asia("NotoSansKR"),
)
"""In the order in which they are asked: a word with kana is Japanese, one with hangul Korean."""


@lru_cache(maxsize=65_536)
def further_face(letter: str, word: str, *, bold: bool) -> str:
    """The name of the face that has a letter of a word; empty where no face that is installed has it."""
    for one in FURTHER:
        if one.letters.match(letter) and (one.wants is None or one.wants.search(word)):
            font = one.font(_BOLD if bold else _REGULAR)
            if font and ord(letter) in font.face.charToGlyph:
                return font.fontName
    return ""


def face_with(font: str, letter: str, word: str) -> str:
    """The name of the face in which a letter of a word is set: this one if it has it; empty where none has."""
    own = face(font)
    if ord(letter) in own.face.charToGlyph or letter.isspace():
        return font
    return further_face(letter, word, bold=own.is_bold)


@lru_cache(maxsize=32)
def _opened(package: str, file: str, weight: str) -> Font | None:
    try:
        top, _, inside = package.partition("/")
        place: Traversable = resources.files(import_module(top)) / inside / file
        data = place.read_bytes()
    except (ImportError, OSError):
        return None
    name = f"{package}/{file}/{weight}".rstrip("/")
    font = Font(name, BytesIO(data))
    if weight:
        font.face = _Weighed(data, weight)
    return known(font)


class _Weighed(TTFontFace):
    """A variable face in one weight."""

    def __init__(self, data: bytes, weight: str) -> None:
        super().__init__(BytesIO(data))
        self._data, self._weight = data, weight
        family = self.name.decode("ascii").partition("-")[0]
        self.name = f"{family}-{weight.title()}".encode("ascii")

    def makeSubset(self, subset: Sequence[Any]) -> Any:  # noqa: N802 - the name is the PDF library's
        face = TTFontFace(BytesIO(_instance(self._data, frozenset(subset) - {0}, self._weight)))
        return face.makeSubset(subset)


@lru_cache(maxsize=32)
def _instance(data: bytes, letters: frozenset[int], weight: str) -> bytes:
    """The face with these letters in this weight and no other."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont as Whole
    from fontTools.varLib.instancer import instantiateVariableFont

    whole = Whole(BytesIO(data), recalcTimestamp=False, lazy=True)
    subsetter = Subsetter(Options(layout_features=[], notdef_outline=True, recalc_timestamp=False))
    subsetter.populate(unicodes=sorted(letters))
    subsetter.subset(whole)
    made = BytesIO()
    instantiateVariableFont(whole, {"wght": _WEIGHTS[weight]}).save(made)
    return made.getvalue()
