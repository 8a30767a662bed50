"""A file that cannot be read is refused in a sentence that says what would be right."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.readers.foreign import LARGEST, read_bytes, read_document
from tests.readers.docx.test_lines import file, p


def locked() -> bytes:
    held = io.BytesIO()
    paper = pikepdf.new()
    paper.add_blank_page()
    paper.save(held, encryption=pikepdf.Encryption(owner="a", user="b"))
    return held.getvalue()


def blank() -> bytes:
    held = io.BytesIO()
    paper = pikepdf.new()
    paper.add_blank_page()
    paper.save(held)
    return held.getvalue()


WORD = file(p("Words"))
REFUSED = {
    "empty": (b"", "a.docx", "It is empty", "Give the file that holds the text"),
    "an encrypted Word file": (
        b"\xd0\xcf\x11\xe0" + b"x" * 600,
        "a.docx",
        "an encrypted Word file",
        "take the password",
    ),
    "a PDF named as a Word file": (b"%PDF-1.7\n", "a.docx", "it begins like a PDF", "the ending .pdf"),
    "a Word file named as a PDF": (WORD, "a.pdf", "it begins like a Word file", "the ending .docx"),
    "a Word file named as Markdown": (WORD, "a.md", "it begins like a Word file", "the ending .docx"),
    "a Word file that is cut off": (WORD[:-30], "a.docx", "cannot be unpacked", "save it as a new .docx"),
    "a PDF that is cut off": (blank()[:60], "a.pdf", "cannot be read as a PDF", "print it to PDF again"),
    "an encrypted PDF": (locked(), "a.pdf", "It is encrypted", "without a password"),
    "a scan": (blank(), "a.pdf", "There are no words in it", "recognition of text"),
    "text that is not UTF-8": ("für".encode("latin-1"), "a.md", "Byte 2 of the file is not UTF-8", "UTF-8 text"),
    "text in UTF-16": ("für".encode("utf-16"), "a.html", "signs that no UTF-8 text has", "UTF-8 text"),
    "a page that is too deep": (b"<div>" * 5_000 + b"x", "a.html", "in part only", "saved as HTML"),
    "a page that is cut off": (b"<html><body><p>The Provider", "a.html", "The page is cut off", "saved as HTML"),
    "a page in another encoding than it says": (
        b'<html><meta charset="utf-8"><p>f\xfcr</p></html>',
        "a.html",
        "It says that it is UTF-8, and its byte 33 is not",
        "in UTF-8",
    ),
    "no paper": (b"words", "a.txt", "It is no paper", ".docx, .pdf, .html, .htm, .md"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_is_refused(case: str) -> None:
    data, name, message, mend = REFUSED[case]
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, Path(name))
    (finding,) = refused.value.findings
    assert refused.value.headline == f"{name} cannot be read"
    assert message in finding.message
    assert finding.mend is not None
    assert mend in finding.mend.words


def test_a_huge_file_is_not_read_and_an_absent_one_is_named(tmp_path: Path) -> None:
    huge = tmp_path / "huge.md"
    with huge.open("wb") as held:
        held.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        read_document(huge)
    with pytest.raises(Unreadable, match="cannot be opened: No such file"):
        read_document(tmp_path / "absent.docx")
