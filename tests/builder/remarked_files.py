"""Word files with comments, read by other means than those that wrote them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from attrs import frozen
from lxml import etree

from sla_drafter.builder.remarked import remarked
from sla_drafter.findings import Finding, Place, Severity
from sla_drafter.readers.docx import Changes
from tests.readers.docx.test_lines import file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ANNOUNCED = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)


@frozen
class Remark:
    """A comment with the words that it is on."""

    on: str
    author: str
    says: tuple[str, ...]


def whole(body: str, **parts: str) -> bytes:
    """A Word file with this text, whose parts are announced."""
    held = io.BytesIO(file(body, **parts))
    with zipfile.ZipFile(held, "a") as package:
        package.writestr(TYPES, _ANNOUNCED)
    return held.getvalue()


def found(quote: str, paragraph: int = 1, *, words: str = "words of the paragraph", where: str = "") -> Finding:
    """A finding on words of a paragraph; without a paragraph, on the file as a whole."""
    place = Place(Path("their.docx"), paragraph, 1, words) if paragraph else Place(Path("their.docx"), 1, 1, "")
    return Finding("AMB-01", "vague", Severity.INFO, "Vague.", quote=quote, clause_words=where, places=(place,))


def marked(data: bytes, *findings: Finding, changes: Changes = Changes.ACCEPTED) -> list[Remark]:
    """The comments of the copy with these findings."""
    return remarks(remarked(data, findings, changes, is_ours=False))


def remarks(data: bytes) -> list[Remark]:
    """The comments of a Word file in the order of their marks, each on the words between its start and its end."""
    told = {
        str(comment.comment_id): (comment.author, tuple(one.text for one in comment.paragraphs))
        for comment in docx.Document(io.BytesIO(data)).comments
    }
    begun: dict[str, list[str]] = {}
    ended: dict[str, str] = {}
    kept: list[Remark] = []
    for element in etree.fromstring(parts(data)["word/document.xml"]).iter("*"):
        identity = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            begun[identity] = []
        elif element.tag == f"{W}commentRangeEnd":
            ended[identity] = "".join(begun.pop(identity))
        elif element.tag == f"{W}commentReference":
            kept.append(Remark(ended.pop(identity, ""), *told.pop(identity)))
        elif element.tag in {f"{W}t", f"{W}delText", f"{W}tab"}:
            for words in begun.values():
                words.append(element.text or " ")
    assert not begun
    assert not ended
    assert not told
    return kept


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
