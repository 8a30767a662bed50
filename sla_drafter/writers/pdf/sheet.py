"""The sheets of a PDF: text with marked content, artifacts, links and destinations.

Everything that is drawn is marked: as words of an element of the structure (`tags`), or as an artifact, which no
reader wants to hear: rules, shades, the foot of the page, repeated table headers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import md5
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFPage
from reportlab.pdfgen.canvas import Canvas

from sla_drafter.document.house import Paper
from sla_drafter.language.direction import runs_right
from sla_drafter.values import frozen
from sla_drafter.writers.pdf.drawn import arranged, in_elements
from sla_drafter.writers.pdf.faces import face
from sla_drafter.writers.pdf.lines import Line, line_width, run_width
from sla_drafter.writers.pdf.measure import parts
from sla_drafter.writers.pdf.places import Mark
from sla_drafter.writers.pdf.spelled import Spelled, hexadecimal, name_string
from sla_drafter.writers.pdf.tags.elements import DOCUMENT, Element, Held, Words
from sla_drafter.writers.pdf.writing import Writing, colour_code

FOOT, HEAD, DECORATION = "/Type /Pagination /Subtype /Footer", "/Type /Pagination /Subtype /Header", "/Type /Layout"
_PLAIN = "".join(map(chr, range(32, 127)))
_PRINTED = 4  # an annotation is printed with its page


@lru_cache(maxsize=4096)
def destination(name: str) -> str:
    """The name of the destination for an id: letters, digits, point, dash and underscore stay, the rest is spelled."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "._-") else f"~{ord(c):x}~" for c in name)


@frozen
class Box:
    """A rectangle on a page: left, bottom, width and height, in points."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def corners(self) -> str:
        """Left, bottom, right and top, as a PDF spells them."""
        right, top = self.left + self.width, self.bottom + self.height
        return f"[{self.left:.2f} {self.bottom:.2f} {right:.2f} {top:.2f}]"


class _OneDay:
    """The day that every file says it was made on, as the PDF library asks for it."""

    YMDhms = (2000, 1, 1, 0, 0, 0)
    dhh = dmm = 0


class Sheet(Canvas):
    """The pages of one file, written from the first to the last; a page that is done can be added to."""

    _code: list[str]
    _annotationrefs: list[Any]
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
        # The library would take the day of the file from an environment variable, if one is set.
        self._doc._timeStamp = _OneDay  # noqa: SLF001  # it offers no other way
        self._doc.signature = md5(b"sla-drafter", usedforsecurity=False)
        self.font = font
        self.root = Element(DOCUMENT)
        self.sheets: list[PDFPage] = []
        self.spoken: list[list[Element]] = [[]]
        self.annotations: list[tuple[Spelled, Element]] = []
        self.marks: list[Mark] = []
        self.fields: list[tuple[bool, Spelled]] = []
        self.arrivals: dict[str, tuple[int, float]] = {}
        self.highest = float(paper.height)
        self._plain: dict[str, str] = {}
        self._marking = False
        self._later = 0
        self._add_page = self._doc.addPage
        self._doc.addPage = self._keep_page

    def _keep_page(self, page: PDFPage) -> None:
        self.sheets.append(page)
        self.spoken.append([])
        self._add_page(page)

    @property
    def document(self) -> Any:
        """The PDF library's document, for those who add to the file what stands on no page."""
        return self._doc

    @property
    def page(self) -> int:
        """The number of the page at hand, from 1."""
        return self._later or len(self.sheets) + 1

    # --- marked content

    @contextmanager
    def artifact(self, kind: str = DECORATION) -> Iterator[None]:
        """Everything that is drawn inside is heard by nobody, unless it stands in marked content already."""
        with self._marked("" if self._marking else f"/Artifact <<{kind}>> BDC"):
            yield

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Everything that is drawn inside is this element: a picture, a chart."""
        with self._marked("" if self._marking else self._begin(element)):
            yield

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        if not opening:
            yield
            return
        self._code.append(opening)
        self._marking = True
        yield
        self._marking = False
        self._code.append("EMC")

    def _begin(self, element: Element | None) -> str:
        """The opening of the marked content that holds words of this element; without one they are an artifact."""
        if element is None:
            return "/Artifact BMC"
        element.join()
        spoken = self.spoken[self.page - 1]
        element.kids.append(Words(self.page, len(spoken)))
        spoken.append(element)
        return f"/{element.role} <</MCID {len(spoken) - 1}>> BDC"

    # --- drawing

    def set_from_right(self, right: float, baselines: Iterable[float], lines: Iterable[Line]) -> None:
        """Sets lines that begin at the right; they are heard in the order in which they were written."""
        for baseline, line in zip(baselines, lines, strict=True):
            end = right
            for runs in in_elements(line):
                is_seen_whole = runs[-1] is not line[-1] or any(runs_right(words) for _, words in runs)
                end -= sum(map(run_width, runs)) if is_seen_whole else line_width(runs)
                self.set_lines(end, [baseline], [runs], "R")

    def set_lines(self, left: float, baselines: Iterable[float], lines: Iterable[Line], base: str = "L") -> None:
        """Sets lines of text, with the shades behind them, the rules under or through them, and their links."""
        writing = Writing(self._spell, None if self._marking else self._begin)
        for baseline, line in zip(baselines, lines, strict=True):
            runs = arranged(line, base)
            if any(look.shade or look.rule or look.link for look, _ in runs):
                self._trimmings(left, baseline, runs)
            writing.set_line(left, baseline, runs)
        if len(writing.code) > 1:
            self._code += writing.end()

    def _spell(self, font: str, words: str) -> Sequence[tuple[str, str]]:
        """The name of the part of a font and the bytes that show letters with it, for each part that is needed."""
        if font not in self._plain:
            is_plain = face(font).splitString(_PLAIN, self._doc) == [(0, _PLAIN.encode())]
            self._plain[font] = face(font).getSubsetInternalName(0, self._doc) if is_plain else ""
        if self._plain[font] and words.isascii() and words.isprintable():
            return ((self._plain[font], words),)
        return [
            (face(name).getSubsetInternalName(part, self._doc), data.decode("latin-1"))
            for name, shown in parts(font, words)
            for part, data in face(name).splitString(shown, self._doc)
        ]

    def _trimmings(self, left: float, baseline: float, line: Line) -> None:
        for look, words in line:
            wide = run_width((look, words))
            if look.shade:
                self.fill(Box(left, baseline - 0.24 * look.size, wide, 1.18 * look.size), look.shade)
            if look.rule:
                height = baseline + look.size * (0.28 if look.rule == "through" else -0.14)
                self.rule(left, height, left + wide, look.colour, look.size * 0.055)
            if look.link and look.element:
                self.link_to(
                    look.link, Box(left, baseline - 0.22 * look.size, wide, 1.1 * look.size), look.element, words
                )
            left += wide

    def rule(self, left: float, height: float, right: float, colour: str, thickness: float = 0.5) -> None:
        """A horizontal rule."""
        with self.artifact():
            ends = f"{left:.2f} {height:.2f} m {right:.2f} {height:.2f} l S"
            self._code.append(f"{colour_code(colour)} RG {thickness:.3f} w {ends}")

    def fill(self, box: Box, colour: str) -> None:
        """A filled rectangle."""
        with self.artifact():
            corner = f"{box.left:.2f} {box.bottom:.2f} {box.width:.2f} {box.height:.2f}"
            self._code.append(f"{colour_code(colour)} rg {corner} re f")

    # --- links and places

    def link_to(self, target: str, box: Box, element: Element, words: str) -> None:
        """A link on a rectangle: to an address, or with "#" to a destination of this file; `words` say where."""
        if target.startswith("#"):
            leads = f"/Dest {name_string(destination(target[1:]))}"
        else:
            leads = f"/A <</S /URI /URI {name_string(target)}>>"
        self.annotate("Link", box, element, f"{leads} /Contents {hexadecimal(words)} /Border [0 0 0]")

    def annotate(self, kind: str, box: Box, element: Element, parts: str) -> Spelled | None:
        """Something on a rectangle to press or to fill in, which belongs to this element."""
        if self._marking:
            return None
        annotation = Spelled(self._doc, f"/Type /Annot /Subtype /{kind} /Rect {box.corners} /F {_PRINTED} {parts}")
        self.annotations.append((annotation, element))
        element.kids.append(Held(str(annotation), self.page))
        self._annotationrefs.append(annotation.reference)
        return annotation

    def arrive(self, name: str, top: float) -> None:
        """A destination of this file: the page at hand at this height."""
        self.arrivals[destination(name)] = (self.page, min(top + 6, self.highest))

    @contextmanager
    def add_to(self, page: int) -> Iterator[None]:
        """What is drawn inside is added to a page that is done."""
        self._code, self._later = [], page
        yield
        self.sheets[page - 1].stream += "\n".join(self._code) + "\n"
        self._code, self._later = [], 0
