"""Reads the words of a page as somebody who reads it sees them, with the ids that the page gives its clauses.

A page of our own comes back passage by passage. Anybody else's page is read by the same rules: what is not text
(scripts, style sheets, drawings), the navigation and the foot of the page are left out, lists keep their markers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote_to_bytes

from attrs import field

from sla_drafter.document.printed import BULLET, Passage
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.gathered import gathered
from sla_drafter.values import define

if TYPE_CHECKING:
    from lxml.etree import _Element

_SOURCE = "sla-drafter-source"
LARGEST = 16 * 1024 * 1024
_NOT_TEXT = frozenset({"script", "style", "template", "svg", "nav", "footer", "head", "noscript", "object", "iframe"})
# What a page of ours says beside the words of the paper.
UNREAD = {"a": "skip", "aside": "banner", "h1": "only-title", "span": "remark"}
_BACK = "doc-backlink"
# Everything else stands on a line of its own, so its words never touch those before and after it.
INLINE = frozenset(("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"))
INLINE |= frozenset(("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt"))
INLINE |= frozenset(("u", "var"))


def read_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of a page in reading order: title page, open points, text, signatures, schedules."""
    root = root_of(data)
    bodies = root.findall("body") or [root]
    reading = _Reading(_notes(root))
    for body in bodies:
        reading.block(body)
    reading.flush()
    return tuple(reading.passages)


def read_source(data: bytes) -> bytes | None:
    """The source that the page carries, byte for byte; None when it carries none."""
    for meta in root_of(data).iter("meta"):
        if meta.get("name") == _SOURCE:
            return unquote_to_bytes(meta.get("content") or "")
    return None


def root_of(data: bytes) -> _Element:
    """The tree of a page; `Unreadable` where it is no page or could be read in part only."""
    from lxml import etree

    if len(data) > LARGEST:
        raise _unreadable(f"The page has {len(data):,} bytes; at most {LARGEST:,} are read.", _SMALLER)
    if _is_cut_off(data):
        raise _unreadable("The page is cut off: it begins with <html>, and its end is missing.")
    parser = etree.HTMLParser(
        encoding=_encoding(data), no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = cast("_Element | None", etree.fromstring(data, parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise _unreadable(f"The page has no text that can be read ({fault}).") from fault
    if root is None:
        raise _unreadable("The page has no text that can be read (Document is empty).")
    cut_short = parser.error_log.filter_from_fatals()
    if cut_short:
        # The parser stops here without a word, and what follows would be missing.
        raise _unreadable(f"The page can be read in part only: {cut_short[0].message.strip()}.")
    return root


_HEAD = 4096
_SAYS_UTF8 = compiled(rb"charset\s*=\s*[\"']?utf-?8", re.IGNORECASE)
_BEGINS, _ENDS = (compiled(tag, re.IGNORECASE) for tag in (rb"<html[\s>]", rb"</html\s*>"))
_CLOSED = compiled(
    rb"<(/?)(main|div|section|article|header|footer|nav|table|ul|ol|dl|a|span|h[1-6])(?=[\s>])", re.IGNORECASE
)
"""Elements that a page may not leave open; the end of html and body may be left out."""


def _is_cut_off(data: bytes) -> bool:
    """Whether a page that begins as a whole one ends in the middle of its text, or of an element."""
    if not _BEGINS.search(data[:_HEAD]) or _ENDS.search(data):
        return False
    still_open = Counter(name.lower() for ending, name in _CLOSED.findall(data) if not ending)
    still_open.subtract(name.lower() for ending, name in _CLOSED.findall(data) if ending)
    return not data.rstrip().endswith(b">") or any(count > 0 for count in still_open.values())


def _encoding(data: bytes) -> str | None:
    """UTF-8 when the bytes are UTF-8; else what the page says of itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if _SAYS_UTF8.search(data[:_HEAD]):
            message = f"It says that it is UTF-8, and its byte {fault.start + 1} is not."
            raise _unreadable(message) from fault
        return None
    return "utf-8"


_SMALLER = "Give the agreement alone, without pictures that stand in the page and what is bound to it."


def _unreadable(message: str, right: str = "Give a page that is saved as HTML in UTF-8.") -> Unreadable:
    mend = Mend(right)
    return Unreadable(
        "The page cannot be read.", [Finding("DOC-08", "file_unreadable", Severity.ERROR, message, mend=mend)]
    )


def _notes(root: _Element) -> dict[str, _Element]:
    """The notes of a page by id: paragraphs that lead back to the place that they belong to."""
    return {
        element.get("id", ""): element
        for element in root.iter("p")
        if "note" in _classes(element) and any(child.get("role") == _BACK for child in element)
    }


def text_in(element: _Element) -> str:
    """The text of an element and of all that is in it, as it stands there."""
    return "".join(map(str, element.itertext()))


def is_unread(element: _Element) -> bool:
    """Whether the words of an element are none of the paper, so that they are in no passage, or only by a number."""
    classes = _classes(element)
    is_note = element.tag == "p" and "note" in classes
    return element.tag in _NOT_TEXT or UNREAD.get(element.tag) in classes or is_note


def _classes(element: _Element) -> set[str]:
    return set((element.get("class") or "").split())


@define
class _Reading:
    """Words gathered on the way through a page, and the passage that they belong to."""

    notes: dict[str, _Element]
    passages: list[Passage] = field(factory=list)
    name: str = ""
    words: list[str] = field(factory=list)
    open_notes: set[str] = field(factory=set)

    def flush(self) -> None:
        """Ends the passage."""
        self.passages.extend(gathered(self.name, self.words))
        self.words = []

    def block(self, element: _Element) -> None:
        """One element with what is in it; a section or story begins a passage of its own."""
        if element.tag in _NOT_TEXT or element.get("hidden") is not None:
            return
        classes = _classes(element)
        if UNREAD.get(element.tag) in classes or self.notes.get(element.get("id", "")) is element:
            return
        if element.tag in ("section", "header", "main") or "open-points" in classes:
            self._passage(element)
        elif "noteref" in classes:
            self._note((element.get("href") or "").removeprefix("#"))
        else:
            self._inside(element)

    def _passage(self, element: _Element) -> None:
        outer = self.name
        self.flush()
        if element.tag == "section":
            self.name = element.get("id", "")
        self._inside(element)
        self.flush()
        self.name = outer

    def _inside(self, element: _Element) -> None:
        apart = element.tag not in INLINE
        if apart:
            self.words.append(" ")
        self.words.extend(_mark(element))
        self.words.append(element.text or "")
        for child in element:
            self.block(child)
            self.words.append(child.tail or "")
        if apart:
            self.words.append(" ")

    def _note(self, name: str) -> None:
        """The words of a note where its mark stands: that is where the sentence has them."""
        note = self.notes.get(name)
        if note is None or name in self.open_notes:
            return
        self.open_notes.add(name)
        for child in note:
            back = child.get("role") == _BACK
            if not back:
                self.block(child)
            tail = child.tail or ""
            self.words.append(tail.lstrip() if back else tail)
        self.open_notes.discard(name)


def _mark(element: _Element) -> Iterator[str]:
    """The marker of a list item that the page leaves to the reader's program: a bullet, or a number."""
    parent = element.getparent()
    if element.tag != "li" or parent is None:
        return
    classes = _classes(parent)
    if parent.tag == "ul" and "plain" not in classes:
        yield f"{BULLET} "
    elif parent.tag == "ol" and not classes & {"lettered", "plain"}:
        yield f"{1 + sum(1 for before in element.itersiblings('li', preceding=True))}. "
