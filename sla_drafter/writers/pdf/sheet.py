"""The sheets of a PDF: text with marked content, artifacts, links and destinations; the foot is set when all is known.

Marked content tells a reader of the file what is what. `Artifact` is what no reader wants to hear (rules, the foot of
the page, repeated table headers), `Contents` the table of contents, `Remark` who changed or remarked something. The
point `Passage` says with its id which section or clause begins here. `Mark` is a place whose words stand elsewhere (a
note, the rest of a table cell that runs over the page), `Set` are those words; both carry the same id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any

from attrs import frozen
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from sla_drafter.document.house import Paper
from sla_drafter.writers.pdf.letters import face
from sla_drafter.writers.pdf.lines import Line, run_width
from sla_drafter.writers.pdf.looks import Look

ARTIFACT, CONTENTS, REMARK, PASSAGE, MARK, SET = "Artifact", "Contents", "Remark", "Passage", "Mark", "Set"
_PLAIN = "".join(map(chr, range(32, 127)))
_COLOURS: dict[str, Color] = {}


def ink(colour: str) -> Color:
    """A colour of the PDF library for six hexadecimal digits."""
    found = _COLOURS.get(colour)
    if found is None:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
        found = _COLOURS[colour] = Color(*parts)
    return found


def destination(name: str) -> str:
    """The name of the destination for an id: letters, digits, point, dash and underscore stay, the rest is spelled."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "._-") else f"~{ord(c):x}~" for c in name)


def marked(tag: str, name: str | None = None) -> str:
    """The opening of marked content, with the id that it carries."""
    return f"/{tag} BMC" if name is None else f"/{tag} {_properties(name)} BDC"


def _properties(name: str) -> str:
    return f"<</Id <{name.encode().hex()}>>>"


@frozen
class Box:
    """A rectangle on a page: left, bottom, width and height, in points."""

    left: float
    bottom: float
    width: float
    height: float


class Writing:
    """Text being set, as the operators of a PDF: only what changes from run to run is said again."""

    def __init__(self, spell: Callable[[str, str], Iterator[tuple[str, str]]]) -> None:
        self.code = ["BT"]
        self._spell = spell
        self._look: Look | None = None
        self._font = ""

    def set_line(self, left: float, baseline: float, line: Line) -> None:
        """Sets one line of runs from here on."""
        self.code.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm")
        for look, words in line:
            if look is not self._look:
                self._turn_to(look)
            if look.mark:
                self.code.append(marked(*look.mark))
                self._show(look, words)
                self.code.append("EMC")
            else:
                self._show(look, words)

    def _show(self, look: Look, words: str) -> None:
        for name, shown in self._spell(look.font, words):
            font = f"{name} {look.size:.3f} Tf"
            if font != self._font:
                self._font = font
                self.code.append(font)
            self.code.append(shown)

    def _turn_to(self, look: Look) -> None:
        before, self._look = self._look, look
        if before is None or before.colour != look.colour:
            self.code.append(_fill_colour(look.colour))
        if (before.rise if before else 0) != look.rise:
            self.code.append(f"{look.rise:.3f} Ts")

    def end(self) -> list[str]:
        """The operators, with the words brought back to the line: a rise would outlive the text."""
        if self._look and self._look.rise:
            self.code.append("0 Ts")
        self.code.append("ET")
        return self.code


@lru_cache(maxsize=256)
def _fill_colour(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return f"{red:.4f} {green:.4f} {blue:.4f} rg"


# Every byte of a literal string that is not a plain letter of ASCII is spelled; brackets and the backslash are escaped.
_LITERAL = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *map(ord, "()\\"))}


class Sheet(Canvas):
    """The pages of one file, written from the first to the last; `finish` adds what needs the number of all pages."""

    _code: list[str]
    _destinations: dict[str, Any]
    _doc: Any  # the PDF library's own document; its types are not published

    def __init__(self, paper: Paper, font: str, language: str) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(float(paper.width), float(paper.height)),
            pageCompression=1,
            invariant=1,
            initialFontName=font,  # type: ignore[arg-type]  # the published types take the name for a number
            lang=language,
            pdfVersion=(1, 7),
        )
        self.sheets: list[PDFPage] = []
        self._plain: dict[str, bool] = {}
        self.arrivals: set[str] = set()
        self.names: dict[str, PDFDictionary] = {}
        self.highest = float(paper.height)
        self._add_page = self._doc.addPage
        self._doc.addPage = self._keep_page

    def _keep_page(self, page: PDFPage) -> None:
        self.sheets.append(page)
        self._add_page(page)

    @property
    def page(self) -> int:
        """The number of the page at hand, from 1."""
        return len(self.sheets) + 1

    # --- marked content

    @contextmanager
    def marked(self, tag: str, name: str | None = None) -> Iterator[None]:
        """Everything that is drawn inside is marked content of this kind."""
        self._code.append(marked(tag, name))
        yield
        self._code.append("EMC")

    def passage(self, name: str) -> None:
        """From here on stand the words of this section, clause or part; an empty id is front matter."""
        self._code.append(f"/{PASSAGE} {_properties(name)} DP")

    # --- drawing

    def set_lines(self, left: float, baselines: Iterable[float], lines: Iterable[Line]) -> None:
        """Sets lines of text, with the shades behind them, the rules under or through them, and their links."""
        writing = Writing(self._spell)
        for baseline, line in zip(baselines, lines, strict=True):
            if any(look.shade or look.rule or look.link for look, _ in line):
                self._trimmings(left, baseline, line)
            writing.set_line(left, baseline, line)
        if len(writing.code) > 1:
            self._code += writing.end()

    def _spell(self, font: str, words: str) -> Iterator[tuple[str, str]]:
        """The name of the part of a font and the operator that shows words with it, for each part that is needed."""
        letters = face(font)
        if font not in self._plain:
            self._plain[font] = letters.splitString(_PLAIN, self._doc) == [(0, _PLAIN.encode())]
        if self._plain[font] and words.isascii() and words.isprintable():
            parts = [(0, words)]
        else:
            parts = [(part, data.decode("latin-1")) for part, data in letters.splitString(words, self._doc)]
        for part, data in parts:
            yield letters.getSubsetInternalName(part, self._doc), f"({data.translate(_LITERAL)}) Tj"

    def _trimmings(self, left: float, baseline: float, line: Line) -> None:
        for look, words in line:
            wide = run_width((look, words))
            if look.shade:
                self.fill(Box(left, baseline - 0.24 * look.size, wide, 1.18 * look.size), look.shade)
            if look.rule:
                height = baseline + look.size * (0.28 if look.rule == "through" else -0.14)
                self.rule(left, height, left + wide, look.colour, look.size * 0.055)
            if look.link:
                self.link_to(look.link, Box(left, baseline - 0.22 * look.size, wide, 1.1 * look.size))
            left += wide

    def rule(self, left: float, height: float, right: float, colour: str, thickness: float = 0.5) -> None:
        """A horizontal rule."""
        with self.marked(ARTIFACT):
            self.setStrokeColor(ink(colour))
            self.setLineWidth(thickness)
            self.line(left, height, right, height)

    def fill(self, box: Box, colour: str) -> None:
        """A filled rectangle."""
        with self.marked(ARTIFACT):
            self.setFillColor(ink(colour))
            self.rect(box.left, box.bottom, box.width, box.height, stroke=0, fill=1)

    def link_to(self, target: str, box: Box) -> None:
        """A link on a rectangle: to an address, or with "#" to a destination of this file."""
        corners = (box.left, box.bottom, box.left + box.width, box.bottom + box.height)
        if target.startswith("#"):
            self.linkRect("", destination(target[1:]), corners, relative=0, thickness=0)
        else:
            self.linkURL(target, corners, relative=0, thickness=0)

    def arrive(self, name: str, top: float) -> None:
        """A destination of this file: the page at hand at this height."""
        self.arrivals.add(destination(name))
        self.bookmarkPage(destination(name), fit="XYZ", left=0, top=min(top + 6, self.highest), zoom=0)

    # --- finishing

    def add_to(self, page: int) -> _Later:
        """What is drawn inside is added to a page that is done."""
        return _Later(self, self.sheets[page - 1])

    def take_code(self) -> list[str]:
        """What was drawn since the last page was done; it is no longer on the page at hand."""
        code, self._code = self._code, []
        return code

    def attach(self, name: str, media_type: str, data: bytes) -> None:
        """Attaches a file, as the source that the paper was made from."""
        stream = PDFStream(
            PDFDictionary(
                {
                    "Type": PDFName("EmbeddedFile"),
                    "Subtype": "/" + media_type.replace("/", "#2F"),
                    "Params": PDFDictionary({"Size": len(data)}),
                }
            ),
            data,
            [PDFZCompress],
        )
        held = self._doc.Reference(stream)
        parts: dict[str, Any] = {"Type": PDFName("Filespec"), "F": PDFString(name), "UF": PDFString(name)}
        parts |= {"AFRelationship": PDFName("Source"), "EF": PDFDictionary({"F": held, "UF": held})}
        file = self._doc.Reference(PDFDictionary(parts))
        catalog = self._doc.Catalog
        self.names["EmbeddedFiles"] = PDFDictionary({"Names": PDFArray([PDFString(name), file])})
        catalog.AF = PDFArray([file])
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]

    def data(self) -> bytes:
        """The bytes of the file; every destination has its name, so that an address can end in `#nameddest=…`."""
        if self.arrivals:
            pairs = [part for name in sorted(self.arrivals) for part in (PDFString(name), self._destinations[name])]
            self.names["Dests"] = PDFDictionary({"Names": PDFArray(pairs)})
        if self.names:
            self._doc.Catalog.Names = PDFDictionary(self.names)
        for page in self.sheets:
            page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        return bytes(self.getpdfdata())  # type: ignore[no-untyped-call]


class _Later:
    """Draws on a page that is done."""

    def __init__(self, sheet: Sheet, page: PDFPage) -> None:
        self.sheet, self.page = sheet, page

    def __enter__(self) -> None:
        self.sheet.take_code()

    def __exit__(self, *_: object) -> None:
        self.page.stream += "\n".join(self.sheet.take_code()) + "\n"
