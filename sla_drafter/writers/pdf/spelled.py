"""Objects of a PDF that are spelled here and not by the PDF library, which is slow for a thousand small ones."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject


class Spelled(PDFObject):
    """An object of the file: its words can be set until the file is made, its number is known at once."""

    def __init__(self, document: Any, words: str = "") -> None:
        self.words = words
        self.reference = document.Reference(self)
        self.number = int(document.idToObjectNumberAndVersion[self.reference.name][0])

    def format(self, document: object) -> bytes:  # noqa: ARG002 - the library asks every object in this way
        return self.words.encode("ascii")

    def __str__(self) -> str:
        return f"{self.number} 0 R"


class SpelledStream(Spelled):
    """A stream that is kept as it is."""

    def __init__(self, document: Any, parts: str, data: bytes) -> None:
        super().__init__(document, f"<<{parts} /Length {len(data)}>>\nstream\n")
        self.data = data

    def format(self, document: object) -> bytes:
        return super().format(document) + self.data + b"endstream\n"


def hexadecimal(words: str) -> str:
    """Words as a string of a PDF, whatever letters they have."""
    return f"<feff{words.encode('utf-16-be').hex()}>"


def name_string(name: str) -> str:
    """A name that only programs read, as a string of a PDF."""
    return f"<{name.encode().hex()}>"


def page_number(document: Any, page: int) -> str:
    """The reference of a page, counted from 1, once it is done."""
    return f"{document.idToObjectNumberAndVersion[f'Page{page}'][0]} 0 R"
