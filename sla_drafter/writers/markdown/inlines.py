"""Words inside a paragraph as Markdown: what Markdown or a code host could take for a sign is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import assert_never
from urllib.parse import quote

from attrs import field

from sla_drafter.document.index import index
from sla_drafter.document.kinds import Numbering
from sla_drafter.document.nodes import (
    Blank,
    Break,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Link,
    Note,
    Reference,
    Strong,
    Text,
    Use,
    Value,
)
from sla_drafter.document.number import Number, numbers
from sla_drafter.document.walk import Marked, inline_children
from sla_drafter.language.patterns import compiled
from sla_drafter.values import define
from sla_drafter.writers.links import fragment, may_lead_to

NEW_LINE = "\\\n"
# `!` only before a bracket, `:` only where a code host would put a picture for the word between two of them.
_SIGNS = compiled(r"[\\`*_\[\]<&{|~$]|!(?=$)|:(?=[A-Za-z0-9_+-]*[A-Za-z][A-Za-z0-9_+-]*(?::|$))")
_LINE_START = compiled(r"^(?:(?=[#+\-=>])|(\d{1,9})(?=[.)]))", re.MULTILINE)
_UNKNOWN = "?"


@define
class Sheet:
    """What is known of the text while it is written: addresses, numbers, and the notes that wait for their place."""

    anchors: frozenset[str]
    counted: Mapping[str, Number]
    numbering: Numbering
    clause: str = ""
    in_link: bool = False
    one_line: bool = False
    notes: list[str] = field(factory=list)
    note_count: int = 0


def sheet_of(document: Document) -> Sheet:
    """An empty sheet for a paper."""
    names = index(document)
    return Sheet(names.anchors | frozenset(names.sections), numbers(document), document.numbering)


def escaped(words: str) -> str:
    """Words as they are: every sign that could mean something has a backslash before it."""
    return _SIGNS.sub(r"\\\g<0>", re.sub(r"\s*[\r\n]\s*", " ", words))


def paragraph(nodes: Iterable[Inline], sheet: Sheet) -> str:
    """The words of a paragraph; nothing at the start of a line begins a heading, a list or a quotation."""
    text = inlines(nodes, sheet)
    while text.endswith(NEW_LINE):
        text = text.removesuffix(NEW_LINE)
    lines = "\n".join(line.strip(" \t") for line in text.split("\n"))
    return _LINE_START.sub(lambda found: f"{found[1] or ''}\\", lines)


def one_line(nodes: Iterable[Inline], sheet: Sheet) -> str:
    """Words that have to stay on one line: a heading, a cell of a table."""
    outer, sheet.one_line = sheet.one_line, True
    text = inlines(nodes, sheet)
    sheet.one_line = outer
    text = text.strip(" \t")
    # Number signs at the end of a heading would close it and be lost.
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def inlines(nodes: Iterable[Inline], sheet: Sheet, before: str = "") -> str:
    """A line of words; `before` is the letter that stands before it."""
    text = ""
    for node in nodes:
        text += _inline(node, sheet, text[-1:] or before)
    return text


def _inline(node: Inline, sheet: Sheet, before: str) -> str:
    match node:
        case Text() | Value() | Use():
            return escaped(node.words)
        case Blank():
            return f"<strong><mark>{escaped(node.words)}</mark></strong>"
        case Strong():
            return strong(inlines(node.children, sheet, _UNKNOWN), before, _UNKNOWN)
        case Emphasis():
            return _marked("*", "em", inlines(node.children, sheet, _UNKNOWN), before, _UNKNOWN)
        case Definition():
            return strong(escaped(node.words), before, _UNKNOWN)
        case Link():
            return _link(node, sheet, before)
        case Reference():
            target = f"#{quote(fragment(node.target))}" if node.target in sheet.anchors else ""
            return escaped(node.words) if sheet.in_link or not target else f"[{escaped(node.words)}]({target})"
        case Note():
            return _note(node, sheet, before)
        case Break():
            return "<br>" if sheet.one_line else NEW_LINE
        case Inserted() | Deleted() | Comment():
            opening, closing = marks(node)
            return f"{opening}{inlines(inline_children(node), sheet, _UNKNOWN)}{closing}"
        case _:
            assert_never(node)


def strong(inner: str, before: str = "", after: str = "") -> str:
    """Words in bold; `before` and `after` are the neighbouring letters, which decide whether stars are understood."""
    return _marked("**", "strong", inner, before, after)


def _marked(stars: str, tag: str, inner: str, before: str, after: str) -> str:
    """Words between stars where every program understands them so: no stars inside, letters or spaces around them."""
    words = inner.strip()
    if not words:
        return inner
    opens = words[0].isalnum() or not before.strip()
    closes = words[-1].isalnum() or not after.strip()
    nested = "*" in re.sub(r"\\.", "", words)
    if words != inner or nested or not opens or not closes or before == "*":
        return f"<{tag}>{inner}</{tag}>"
    return f"{stars}{inner}{stars}"


def marks(node: Marked) -> tuple[str, str]:
    """The tags around a tracked change or a remark."""
    who = f'data-author="{_attribute(node.author)}"'
    when = f'datetime="{node.on.isoformat()}"'
    match node:
        case Inserted():
            return f"<ins {who} {when}>", "</ins>"
        case Deleted():
            return f"<del {who} {when}>", "</del>"
        case Comment():
            said = escaped(f"{node.author}, {node.on.date().isoformat()}: {node.remark}")
            return "<mark>", f"</mark><sub {who} {when}>{said}</sub>"
        case _:
            assert_never(node)


def _attribute(words: str) -> str:
    return escape(" ".join(words.split())).replace("|", "&#124;")


def _link(node: Link, sheet: Sheet, before: str) -> str:
    if sheet.in_link or not may_lead_to(node.target):
        return inlines(node.children, sheet, before)
    sheet.in_link = True
    words = inlines(node.children, sheet, _UNKNOWN)
    sheet.in_link = False
    target = node.target.replace("&", "&amp;").replace("(", "%28").replace(")", "%29").replace("*", "%2A")
    return f"[{words}]({target.replace('_', '%5F')})"


def _note(node: Note, sheet: Sheet, before: str) -> str:
    """A number that leads to the note, which is set at the end of the clause; inside a link the words themselves."""
    if sheet.in_link:
        return inlines(node.children, sheet, before)
    sheet.note_count += 1
    mark = sheet.note_count
    place = len(sheet.notes)
    sheet.notes.append("")
    words = one_line(node.children, sheet)
    sheet.notes[place] = f'<a name="note-{mark}"></a><sup>[{mark}](#noteref-{mark})</sup> {words}'
    return f'<a name="noteref-{mark}"></a><sup>[{mark}](#note-{mark})</sup>'


def take_notes(sheet: Sheet) -> list[str]:
    """The notes that wait, for the end of the clause that they belong to."""
    notes, sheet.notes = sheet.notes, []
    return notes
