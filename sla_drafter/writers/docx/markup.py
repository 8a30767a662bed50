"""WordprocessingML as strings: text escaped, runs, paragraphs, names of bookmarks. No library is needed for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from sla_drafter.language.direction import begins_right
from sla_drafter.language.patterns import compiled

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
LONGEST_BOOKMARK = 40
_PLAIN_ID = compiled(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_POINT = "_A_"
_UNSEEN = compiled(r"<w:instrText.*?</w:instrText>|<[^>]*>|&[#\w]+;")


def text(words: str) -> str:
    """Words as XML text."""
    if "&" in words or "<" in words or ">" in words:
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words


def attribute(words: str) -> str:
    """Words as the value of an XML attribute."""
    return text(words).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def element_of_text(words: str, *, deleted: bool = False) -> str:
    """Words inside a run; deleted words have an element of their own."""
    name = "w:delText" if deleted else "w:t"
    return f'<{name} xml:space="preserve">{text(words)}</{name}>'


def run(inside: str, looks: str = "") -> str:
    """A run: a stretch of words with the same looks."""
    return f"<w:r><w:rPr>{looks}</w:rPr>{inside}</w:r>" if looks else f"<w:r>{inside}</w:r>"


def from_right(inside: str) -> str:
    """What a paragraph says of itself if its words begin at the right."""
    if inside.isascii():
        return ""
    return "<w:bidi/>" if begins_right(_seen(inside)) else ""


def _seen(inside: str) -> Iterator[str]:
    """What a reader sees of markup, piece by piece, as the first letter is mostly enough."""
    at = 0
    for unseen in _UNSEEN.finditer(inside):
        yield inside[at : unseen.start()]
        at = unseen.end()
    yield inside[at:]


def field(instruction: str, result: str, looks: str = "") -> str:
    """A field that Word computes, with the result that is shown until then."""
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run(f'<w:instrText xml:space="preserve"> {attribute(instruction)} </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(element_of_text(result), looks)
        + run('<w:fldChar w:fldCharType="end"/>')
    )


@lru_cache(maxsize=4096)
def bookmark_name(identity: str) -> str:
    """The name of the bookmark that carries the id of a section: at most 40 letters, digits and underscores.

    Names with an underscore in front are hidden in Word's list; those with this prefix survive an edit and a save in
    Word and LibreOffice. A capital A stands for a point. An id that does not fit is spelled by its fingerprint, and
    the properties of the file tell which id that is.
    """
    return _name("_Ref_", identity)


def resuming_bookmark_name(identity: str) -> str:
    """The name of the mark where a section says more after one that stands inside of it."""
    return _name("_Res_", identity)


@lru_cache(maxsize=4096)
def anchor_name(identity: str) -> str:
    """The name of the bookmark of a paragraph or item that can be pointed to."""
    return _name("_Anc_", identity)


def fits_a_bookmark(identity: str) -> bool:
    """Can the id be read from the name of its bookmark?"""
    return _PLAIN_ID.fullmatch(identity) is not None and len(identity.replace(".", _POINT)) <= LONGEST_BOOKMARK - 5


def fingerprint_name(identity: str) -> str:
    """What stands for an id that does not fit."""
    return "H_" + hashlib.sha256(identity.encode()).hexdigest()[:24]


def _name(prefix: str, identity: str) -> str:
    if fits_a_bookmark(identity):
        return prefix + identity.replace(".", _POINT)
    return prefix + fingerprint_name(identity)


def story_bookmark_name(kind: str) -> str:
    """The name of the mark where another story of the paper begins."""
    return f"_Story_{kind}"


def row_bookmark_name(key: str) -> str:
    """The name of the bookmark that carries the key of a table row, by its fingerprint: keys hold signs and points."""
    return "_Row_" + hashlib.sha256(key.encode()).hexdigest()[:24]
