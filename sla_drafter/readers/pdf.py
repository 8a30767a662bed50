"""Reads the words of a PDF in the order in which they are heard, and the source that our own files carry.

Our files are tagged and read along their tags (`pdf_tags`). The tags of somebody else's file may leave out anything;
there each page is one passage, and its words come as the PDF library finds them.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pikepdf import PasswordError, Pdf, PdfError
from pikepdf.settings import get_qpdf_limits, set_qpdf_limits
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sla_drafter.document.printed import Passage
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.pdf_tags import is_ours, tagged_passages

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings are for its own developers

PROGRAM = "/SlaDrafter"
LARGEST = 50_000_000
LARGEST_STREAM = 200_000_000  # bytes unpacked: a year of statements has a hundredth of it
# What the PDF libraries are seen to raise on damaged files beside their own errors.
_FAULTS = (
    PyPdfError, PdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, EOFError,
    NotImplementedError, RecursionError, OSError, MemoryError, RuntimeError, struct.error, zlib.error,
)  # fmt: skip


def read_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of a PDF in reading order, with the id that the file says for each. Raises `Unreadable`."""
    with opened(data) as file:
        if is_ours(file):
            return tuple(tagged_passages(file))
        pages = PdfReader(BytesIO(data)).pages
        return tuple(Passage("", words) for page in pages if (words := page.extract_text()))


def read_source(data: bytes) -> bytes | None:
    """The source that a file of ours carries; None in a file without one. Raises `Unreadable`."""
    with opened(data) as file:
        kept = file.Root.get("/PieceInfo", {}).get(PROGRAM, {}).get("/Private")
        return None if kept is None else bytes(kept.read_bytes())


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The file while it is read, with a limit to what is unpacked; says of a broken file that it is one."""
    if len(data) > LARGEST:
        raise _unreadable("pdf_too_large", f"It has {len(data):,} bytes; at most {LARGEST:,} are read.")
    limits: dict[str, Any] = get_qpdf_limits()
    try:
        set_qpdf_limits(flate_max_memory=LARGEST_STREAM)
        with Pdf.open(BytesIO(data)) as file:
            if file.is_encrypted:
                raise _unreadable("pdf_locked", "It is encrypted.")
            yield file
    except PasswordError as fault:
        raise _unreadable("pdf_locked", "It is encrypted.") from fault
    except _FAULTS as fault:
        reason = _IN_MEMORY.sub("", str(fault)) or type(fault).__name__
        raise _unreadable("pdf_broken", f"It cannot be read as a PDF: {reason}.") from fault
    finally:
        set_qpdf_limits(**limits)


_IN_MEMORY = compiled(r"\A(?:stream )?<[^>]*>: ")
"""What a fault calls the bytes that were given: nothing that anybody can open."""


def _unreadable(name: str, message: str) -> Unreadable:
    code, mend = _REFUSALS[name]
    return Unreadable("The PDF was not read.", (Finding(code, name, Severity.ERROR, message, mend=Mend(mend)),))


_REFUSALS = {
    "pdf_broken": ("PDF-11", "Give the file as it was written, or print it to PDF again."),
    "pdf_locked": ("PDF-12", "Save it without a password, and give that file."),
    "pdf_too_large": ("PDF-13", "Give the agreement alone, without what is bound to it."),
}
