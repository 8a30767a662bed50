"""Reads anybody's Word file, page, Markdown or PDF as a paper; what cannot be read is refused in one clear sentence."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from sla_drafter.document.foreign import Foreign
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.readers.changes import Changes

__all__ = ["ENDINGS", "Changes", "check_beginning", "read_bytes", "read_document"]

ENDINGS = (".docx", ".pdf", ".html", ".htm", ".md")
LARGEST = 64 << 20
MOST_PARAGRAPHS = 200_000
_BEGINNINGS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word file or another packed file",
    b"\xd0\xcf\x11\xe0": "an encrypted Word file or one of the old format .doc",
    b"{\\rtf": "Rich Text",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_TRUE = {".docx": "a Word file or another packed file", ".pdf": "a PDF"}
_SAVE = {
    "a PDF": "If it is one, give it the ending .pdf; else give the file meant.",
    "a Word file or another packed file": "If it is a Word file, give it the ending .docx; else give the file meant.",
    "an encrypted Word file or one of the old format .doc": (
        "Open it in Word, take the password off, save it as .docx, and give that file."
    ),
    "Rich Text": "Open it in Word, save it as .docx, and give that file.",
    "a picture": "Give the file that holds the text.",
}
"""What is right for a file whose name does not say what it is, by what it begins like."""


def read_document(file: Path, changes: Changes = Changes.ACCEPTED) -> Foreign:
    """The paper in a file, its tracked changes accepted or rejected. Raises `Unreadable` with what would be right."""
    try:
        if file.stat().st_size > LARGEST:
            raise refused(file, f"It is larger than {LARGEST >> 20} MB.", _ALONE)
        data = file.read_bytes()
    except OSError as fault:
        raise refused(file, f"It cannot be opened: {fault.strerror}.", "Give a file that can be read.") from fault
    return read_bytes(data, file, changes)


def read_bytes(data: bytes, file: Path, changes: Changes = Changes.ACCEPTED) -> Foreign:
    """The paper in these bytes; the ending of the name says what they are."""
    ending = file.suffix.lower()
    check_beginning(data, file, ending)
    try:
        found = _READERS[ending](data, file, changes)
    except Unreadable as fault:
        placed = [evolve(finding, places=(Place(file, 1, 1, ""),)) for finding in fault.findings]
        raise Unreadable(f"{file} cannot be read", placed) from fault
    if not found.marks:
        mend = "Run the recognition of text over a scan, and give that file." if ending == ".pdf" else _OTHER
        raise refused(file, "There are no words in it.", mend)
    if len(found.marks) > MOST_PARAGRAPHS:
        raise refused(file, f"It has more than {MOST_PARAGRAPHS:,} paragraphs.", _ALONE)
    return found


_OTHER = "Give the file that holds the text."
_ALONE = "Give the agreement alone, without what is bound to it."


def check_beginning(data: bytes, file: Path, ending: str) -> None:
    """A file that is empty, or is what its name does not say."""
    if ending not in _READERS:
        raise refused(file, "It is no paper.", f"Give a file that ends in {', '.join(ENDINGS)}.")
    if not data.strip():
        raise refused(file, "It is empty.", _OTHER)
    kind = next((kind for beginning, kind in _BEGINNINGS.items() if data.startswith(beginning)), "")
    if ending in _TRUE and kind != _TRUE[ending]:
        said = f"it begins like {kind}" if kind else "it does not begin like one"
        mend = _SAVE.get(kind, f"Give the {ending} file as it was saved, or give this one the ending of what it is.")
        raise refused(file, f"Its name says that it is {_NAMES[ending]}, and {said}.", mend)
    if ending not in _TRUE and (kind or b"\0" in data):
        said = f"it begins like {kind}" if kind else "it holds signs that no UTF-8 text has"
        raise refused(file, f"Its name says that it is text, and {said}.", _SAVE.get(kind, "Save it as UTF-8 text."))


_NAMES = {".docx": "a Word file", ".pdf": "a PDF"}


def refused(file: Path, message: str, mend: str) -> Unreadable:
    """The refusal of one file."""
    place = Place(file, 1, 1, "")
    finding = Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=(place,), mend=Mend(mend))
    return Unreadable(f"{file} cannot be read", [finding])


def _word(data: bytes, file: Path, changes: Changes) -> Foreign:
    from sla_drafter.readers.docx import read_source
    from sla_drafter.readers.foreign import word
    from sla_drafter.readers.foreign.gather import gather

    return evolve(gather(word.pieces(data, changes), file.stem), is_ours=read_source(data) is not None)


def _pdf(data: bytes, file: Path, changes: Changes) -> Foreign:  # noqa: ARG001 - a PDF has no tracked changes
    from sla_drafter.readers.foreign import print as printed
    from sla_drafter.readers.foreign.gather import gather
    from sla_drafter.readers.pdf import read_source

    return evolve(gather(printed.pieces(data), file.stem), is_ours=read_source(data) is not None)


def _page(data: bytes, file: Path, changes: Changes) -> Foreign:  # noqa: ARG001 - a page has no tracked changes
    from sla_drafter.readers.foreign import page
    from sla_drafter.readers.foreign.gather import gather
    from sla_drafter.readers.html import read_source

    return evolve(gather(page.pieces(data), file.stem), is_ours=read_source(data) is not None)


def _markdown(data: bytes, file: Path, changes: Changes) -> Foreign:  # noqa: ARG001 - Markdown has no tracked changes
    from sla_drafter.readers.foreign import marked
    from sla_drafter.readers.foreign.gather import gather
    from sla_drafter.readers.markdown import read_source, text_of

    text = text_of(data)
    found = gather(marked.pieces(text), file.stem, tuple(text.split("\n")))
    document = evolve(found.document, language=clause_language(file) or found.document.language)
    return evolve(found, document=document, is_ours=read_source(data) is not None)


def clause_language(file: Path) -> str:
    """The language of the text of a clause, which its name says: de.md or de.customer.md beside a clause.yaml."""
    language = file.name.partition(".")[0]
    return language if language in LANGUAGES and (file.parent / "clause.yaml").is_file() else ""


_READERS = {".docx": _word, ".pdf": _pdf, ".html": _page, ".htm": _page, ".md": _markdown}
