"""Reads the words of a Markdown file as somebody who sees it rendered, with the ids that the file gives its clauses.

A file of ours comes back passage by passage: `<a id="…">` begins a clause, comments name the parts of the paper (see
`writers.markdown`). Anybody else's Markdown is read by the same rules and has no ids.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from attrs import field

from sla_drafter.document.printed import BULLET, Passage
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.gathered import gathered
from sla_drafter.values import define

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST = 16 * 1024 * 1024
_DEEPEST = 200
_SOURCE = compiled(r"<!-- sla-drafter-source\n(.*?)\n-->\s*\Z", re.DOTALL)
_LINE_END = compiled(r"\r\n?")
_PART = compiled(r"<!-- sla-drafter: (.*?) -->")
_TAG = compiled(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_BEGIN = compiled(r'<a id="([^"]*)">')
_NOTE = compiled(r'<a name="(note-\d+)">')
_REMARK = compiled(r"<sub data-author=")
NOT_PAPER = frozenset({"banner", "title", "contents", "chart", "foot"})


def read_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of the text in reading order: title page, open points, body, signatures, schedules."""
    tokens = tokens_of(text_of(data))
    reading = _Reading(_notes(tokens))
    for token in tokens:
        reading.token(token)
    reading.flush()
    return tuple(reading.passages)


@lru_cache(maxsize=1)
def tokens_of(text: str) -> Sequence[Token]:
    """The pieces of a text as programs take it apart that show it; its words and what stands beside them need both."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(text)


def read_source(data: bytes) -> bytes | None:
    """The source that the file carries, byte for byte; None when it carries none."""
    found = _SOURCE.search(text_of(data))
    return unquote_to_bytes(found[1]) if found else None


def text_of(data: bytes) -> str:
    """The text with plain line ends, whatever ends its lines: version control may have changed them."""
    if len(data) > LARGEST:
        raise _unreadable(f"The file has {len(data):,} bytes; at most {LARGEST:,} are read.", _SMALLER)
    try:
        return _LINE_END.sub("\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise _unreadable(f"Byte {fault.start + 1} of the file is not UTF-8.") from fault


_SMALLER = "Give the agreement alone, without pictures that stand in the text and what is bound to it."


def _unreadable(message: str, mend: str = "Save the file as UTF-8 text.") -> Unreadable:
    finding = Finding("DOC-08", "file_unreadable", Severity.ERROR, message, mend=Mend(mend))
    return Unreadable("The Markdown file cannot be read.", [finding])


def _notes(tokens: Sequence[Token]) -> dict[str, Sequence[Token]]:
    """The notes of the file by name: each is a paragraph that begins with its own address and a link back."""
    notes: dict[str, Sequence[Token]] = {}
    for token in tokens:
        children = token.children or []
        found = _NOTE.match(children[0].content) if children and children[0].type == "html_inline" else None
        if found:
            ends = [place for place, child in enumerate(children) if child.content == "</sup>"]
            notes[found[1]] = children[ends[0] + 1 if ends else 1 :]
    return notes


@define
class _Reading:
    """Words gathered on the way through a text, and the passage that they belong to."""

    notes: dict[str, Sequence[Token]]
    passages: list[Passage] = field(factory=list)
    name: str = ""
    words: list[str] = field(factory=list)
    silent: bool = False
    open_notes: set[str] = field(factory=set)

    def flush(self) -> None:
        """Ends the passage."""
        self.passages.extend(gathered(self.name, self.words))
        self.words = []

    def token(self, token: Token) -> None:
        """One token of the text: a comment names a part of the paper, the rest is words and markers."""
        if token.type == "html_block":
            self._html(token.content)
        elif not self.silent:
            self._words(token)

    def _words(self, token: Token) -> None:
        self.words.append(" ")
        match token.type:
            case "list_item_open":
                self.words.append(_marker(token))
            case "inline":
                children = token.children or []
                first = children[0].content if children else ""
                if not _NOTE.match(first):
                    self._line(children)
            case "fence" | "code_block":
                self.words.append(token.content)

    def _html(self, content: str) -> None:
        parts = _PART.findall(content)
        for part in parts:
            self._part(part)
        if not self.silent:
            self.words.append(f" {html.unescape(_TAG.sub(' ', content))} ")

    def _part(self, part: str) -> None:
        if part == "chart":
            self.silent = True
        elif part == "chart ends":
            self.silent = False
        else:
            self.flush()
            self.silent = part in NOT_PAPER
            self.name = part.removeprefix("in ") if part.startswith("in ") else ""

    def _line(self, children: Sequence[Token]) -> None:
        """The words of a line; the number of a note gives way to the note, a remark is left out."""
        skip_to = ""
        for child in children:
            if skip_to:
                skip_to = "" if child.type == skip_to or child.content == skip_to else skip_to
            elif child.type == "link_open" and str(child.attrs.get("href", ""))[1:] in self.notes:
                skip_to = "link_close"
                self._note(str(child.attrs["href"])[1:])
            elif child.type == "html_inline":
                skip_to = "</sub>" if _REMARK.match(child.content) else ""
                self._tag(child.content)
            else:
                self.words.extend(_said(child))

    def _tag(self, tag: str) -> None:
        begun = _BEGIN.match(tag)
        if begun:
            self.flush()
            self.name = html.unescape(begun[1])
        elif tag.startswith("<br"):
            self.words.append("\n")

    def _note(self, name: str) -> None:
        if name not in self.open_notes:
            self.open_notes.add(name)
            start = len(self.words)
            self._line(self.notes[name])
            self.words[start:] = ["".join(self.words[start:]).lstrip()]
            self.open_notes.discard(name)


def _said(token: Token) -> Iterator[str]:
    match token.type:
        case "text" | "text_special" | "code_inline":
            yield token.content
        case "softbreak" | "hardbreak":
            yield "\n"
        case "image":
            for child in token.children or []:
                yield from _said(child)


def _marker(token: Token) -> str:
    """The marker that the rendered list shows; a list with `-` has its markers in the text."""
    if token.info:
        return f"{token.info}{token.markup} "
    return "" if token.markup == "-" else f"{BULLET} "
