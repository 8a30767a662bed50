"""Reads the words of a PDF in the order in which they are set, and the source that our own files carry.

Our files mark in their content where each section and clause begins, what no reader wants to hear (the foot of the
page, repeated table headers, the contents) and which words stand elsewhere (notes). A file of somebody else has no such
marks; there each page is one passage, and its words come as the PDF library finds them.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from attrs import Factory, define
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream

from sla_drafter.document.printed import Passage
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.readers.pdf_letters import Letters, letters_of, text_bytes

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings are for its own developers

SOURCE_NAME = "source.json"
LARGEST = 50_000_000
# What the PDF library is seen to raise on damaged files beside its own errors.
_FAULTS = (
    PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, EOFError,
    NotImplementedError, RecursionError, OSError, struct.error, zlib.error,
)  # fmt: skip
_UNHEARD = frozenset({"/Artifact", "/Contents", "/Remark"})
_MARK, _SET, _PASSAGE = "/Mark", "/Set", "/Passage"
_NEW_LINE = frozenset({b"Td", b"TD", b"Tm", b"T*", b"BT", b"ET", b"'", b'"'})


def read_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of a PDF in reading order, with the id that the file says for each. Raises `Unreadable`."""
    with reading():
        reader = opened(data)
        heard = _Hearing()
        for page in reader.pages:
            heard.page(page)
        if not heard.marked:
            return tuple(Passage("", words) for page in reader.pages if (words := page.extract_text()))
        return tuple(heard.passages())


def read_source(data: bytes) -> bytes | None:
    """The source that a file of ours carries as an attachment; None in a file without one. Raises `Unreadable`."""
    with reading():
        found = opened(data).attachments.get(SOURCE_NAME)
        return bytes(found[0]) if found else None


@contextmanager
def reading() -> Iterator[None]:
    """Says of a broken file that it is one."""
    try:
        yield
    except _FAULTS as fault:
        reason = str(fault) or type(fault).__name__
        raise _unreadable("pdf_broken", f"It cannot be read as a PDF: {reason}.") from fault


def opened(data: bytes) -> PdfReader:
    """The PDF in these bytes, if it can be read without a password."""
    if len(data) > LARGEST:
        raise _unreadable("pdf_too_large", f"It has {len(data):,} bytes; at most {LARGEST:,} are read.")
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise _unreadable("pdf_locked", "It is encrypted.")
    return reader


def _unreadable(name: str, message: str) -> Unreadable:
    code, mend = _REFUSALS[name]
    return Unreadable("The PDF was not read.", (Finding(code, name, Severity.ERROR, message, mend=Mend(mend)),))


_REFUSALS = {
    "pdf_broken": ("PDF-11", "Give the file as it was written, or print it to PDF again."),
    "pdf_locked": ("PDF-12", "Save it without a password, and give that file."),
    "pdf_too_large": ("PDF-13", "Give the agreement alone, without what is bound to it."),
}


_Sink = list["str | _Elsewhere"]


@define(frozen=True)
class _Elsewhere:
    """A place whose words stand elsewhere under this id."""

    name: str


@define
class _Hearing:
    """What was heard so far: the words of each passage, the words that stand elsewhere, the marked content at hand."""

    found: list[tuple[str, _Sink]] = Factory(list)
    elsewhere: dict[str, _Sink] = Factory(dict)
    sink: _Sink = Factory(list)
    open: list[tuple[str, str]] = Factory(list)
    marked: bool = False

    def page(self, page: PageObject) -> None:
        """Hears the content of one page; marked content ends with it."""
        contents = page.get_contents()
        if contents is None:
            return
        letters = letters_of(page)
        font: Letters | None = None
        self.open = []
        for operands, operator in ContentStream(contents, page.pdf).operations:
            match operator:
                case b"Tf":
                    font = letters.get(str(operands[0]))
                case b"BMC" | b"BDC":
                    self._begin(str(operands[0]), _name(operands))
                case b"EMC":
                    if self.open:
                        self.open.pop()
                case b"DP" if operands[0] == _PASSAGE:
                    self._passage(_name(operands))
                case b"Tj" | b"TJ" | b"'" | b'"':
                    self._hear(operands, font)
                case _ if operator in _NEW_LINE:
                    self._say(" ")

    def _begin(self, tag: str, name: str) -> None:
        if tag == _MARK and name:
            self._target().append(_Elsewhere(name))
        self.open.append((tag, name))

    def _passage(self, name: str) -> None:
        self.marked, self.sink = True, []
        self.found.append((name, self.sink))

    def _hear(self, operands: list[Any], font: Letters | None) -> None:
        if font is None:
            return
        for data in text_bytes(operands):
            self._say(font.words(data))

    def _say(self, words: str) -> None:
        if not any(tag in _UNHEARD or tag == _MARK for tag, _ in self.open):
            self._target().append(words)

    def _target(self) -> _Sink:
        for tag, name in reversed(self.open):
            if tag == _SET:
                return self.elsewhere.setdefault(name, [])
        return self.sink

    def passages(self) -> Iterator[Passage]:
        """The passages with the words that stand elsewhere put in their places."""
        for name, sink in self.found:
            words = " ".join("".join(self._spoken(sink, frozenset())).split())
            if words:
                yield Passage(name, words)

    def _spoken(self, sink: _Sink, inside: frozenset[str]) -> Iterator[str]:
        for part in sink:
            if isinstance(part, str):
                yield part
            elif part.name not in inside:
                yield from self._spoken(self.elsewhere.get(part.name, []), inside | {part.name})


def _name(operands: list[Any]) -> str:
    properties = operands[1] if len(operands) > 1 else None
    found = properties.get("/Id") if isinstance(properties, dict) else None
    original = getattr(found, "original_bytes", found)
    return original.decode("utf-8", "replace") if isinstance(original, bytes) else ""
