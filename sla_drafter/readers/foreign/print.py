"""The pieces of a PDF: the lines of its pages, put together to paragraphs; what every page repeats is said once.

A PDF knows no paragraphs. A new one begins after an empty line, at a number or bullet, and after a line that ends a
sentence short of the margin. Lines with a wide gap that follow each other are the rows of a table. A word that is
divided at the end of a line is put together again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import count

from pypdf import PdfReader

from sla_drafter.document.kinds import StoryKind
from sla_drafter.language.patterns import compiled
from sla_drafter.language.words import known_languages, words
from sla_drafter.readers.foreign.labels import split
from sla_drafter.readers.foreign.pieces import At, Piece
from sla_drafter.readers.foreign.rows import GAP, Rows, parts, set_line
from sla_drafter.readers.foreign.word import heading_level
from sla_drafter.readers.pdf import opened

MOST_PAGES = 2_000
_EDGE = 2
_REPEATED = 3
_BULLET = compiled(r"[•●▪◦‣–-]\s")
_ENDS = compiled(r"[.;:!?][”\"')\]]*\Z")
_SOFT_HYPHEN = "\u00ad"
_DIGITS = compiled(r"\d+")
_SHORT_OF_THE_MARGIN = 5, 6  # a line shorter than five sixths of the longest


def pieces(data: bytes) -> Iterator[Piece]:
    """Every paragraph of the file with its page, then what stands at the top or foot of every page."""
    with opened(data):
        pages = [
            _lines(page.extract_text(extraction_mode="layout")) for page in PdfReader(BytesIO(data)).pages[:MOST_PAGES]
        ]
    repeated, tables = _repeated(pages), count()
    for number, lines in enumerate(pages, 1):
        own = [line for at, line in enumerate(lines) if not (_is_edge(at, lines) and _shape(line) in repeated)]
        for part in parts(own):
            match part:
                case Rows():
                    yield from _cells(part, next(tables), number)
                case _:
                    yield from (_piece(said, number) for said in _paragraphs(part))
    yield from (Piece(said, story=StoryKind.FOOTER) for said in repeated.values())


def _lines(text: str) -> list[str]:
    return list(map(set_line, text.splitlines()))


def _cells(rows: Rows, table: int, page: int) -> Iterator[Piece]:
    for row, cells in enumerate(rows.cells):
        yield from (Piece(said, page=page, at=At(table, row, column)) for column, said in enumerate(cells))


def _piece(said: str, page: int) -> Piece:
    return Piece(said, level=heading_level("", "", said), page=page)


def _is_edge(at: int, lines: list[str]) -> bool:
    return at < _EDGE or at >= len(lines) - _EDGE


def _shape(line: str) -> str:
    """The number of a page without its figures: "Page 3 of 9" is the same on each page; any other line as it is."""
    return _DIGITS.sub("#", line) if _page_number().search(line) else line


@cache
def _page_number() -> re.Pattern[str]:
    """A line that numbers its page as any language does: "7", "Page 3", "Seite 3 von 9", "3/9"."""
    pages = [words(language).message("page_of", page="#", pages="#") for language in known_languages()]
    before = "|".join(sorted({re.escape(page.partition("#")[0].strip()) for page in pages}))
    between = "|".join(sorted({re.escape(page.split("#")[1].strip()) for page in pages} | {"/"}))
    return compiled(rf"\A\W*\d+\W*\Z|\b(?:{before})\W*\d|\d+ *(?:{between}) *\d+\W*\Z", re.IGNORECASE)


def _repeated(pages: list[list[str]]) -> dict[str, str]:
    """The lines at the edges of pages that stand on most of them, by their shape."""
    edges = [(_shape(line), line) for lines in pages for at, line in enumerate(lines) if line and _is_edge(at, lines)]
    counted = Counter(shape for shape, _ in edges)
    often = max(_REPEATED, len(pages) // 2 + 1)
    return {shape: line for shape, line in edges if counted[shape] >= often}


def _paragraphs(lines: list[str]) -> Iterator[str]:
    longest = max(map(len, lines), default=0)
    gathered = ""
    before = ""
    for line in lines:
        if gathered and _begins(line, before, longest):
            yield gathered
            gathered = ""
        divided = gathered.removesuffix(_SOFT_HYPHEN)
        gathered = divided + line if divided != gathered else f"{gathered} {line}".strip()
        before = line
    if gathered:
        yield gathered


def _begins(line: str, before: str, longest: int) -> bool:
    """Whether a line begins a paragraph, given the line before it."""
    part, whole = _SHORT_OF_THE_MARGIN
    if not line or not before or GAP in line + before or _BULLET.match(line) or split(line, heading=False)[0]:
        return True
    is_short = len(before) * whole < longest * part
    return is_short and (bool(_ENDS.search(before)) or line[0].isupper())
