"""Words inside a paragraph as HTML: every value is data, and a link leads only where a link may lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import assert_never

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
from sla_drafter.language.typography import names_apart, numbered, unbroken
from sla_drafter.values import define
from sla_drafter.writers.html.terms import Meaning, meanings
from sla_drafter.writers.links import fragment, may_lead_to


@define
class Page:
    """What is known of the page while it is written: addresses, meanings, and the notes that wait for their place."""

    anchors: frozenset[str]
    counted: Mapping[str, Number]
    meanings: Mapping[str, Meaning]
    numbering: Numbering
    clause: str = ""
    label: str = ""
    in_link: bool = False
    linked: set[str] = field(factory=set)
    defined: set[str] = field(factory=set)
    notes: list[str] = field(factory=list)
    note_count: int = 0


def page_of(document: Document) -> Page:
    """An empty page for a paper."""
    names = index(document)
    return Page(names.anchors | frozenset(names.sections), numbers(document), meanings(document), document.numbering)


def attribute(name: str, words: str) -> str:
    """An attribute with a space before it; nothing when there are no words."""
    return f' {name}="{escape(words)}"' if words else ""


def inlines(nodes: Iterable[Inline], page: Page) -> str:
    """A line of words."""
    return "".join(_inline(node, page) for node in nodes)


def _inline(node: Inline, page: Page) -> str:
    match node:
        case Text():
            return _words(node.words)
        case Value():
            return _words(unbroken(node.words, node.form))
        case Blank():
            return f'<span class="blank">{escape(node.words, quote=False)}</span>'
        case Strong():
            return f"<strong>{inlines(node.children, page)}</strong>"
        case Emphasis():
            return f"<em>{inlines(node.children, page)}</em>"
        case Link():
            return _link(node, page)
        case Definition():
            return _definition(node, page)
        case Use():
            return _use(node, page)
        case Reference():
            target = f"#{fragment(node.target)}" if node.target in page.anchors else ""
            return _anchor(target, escape(numbered(node.words), quote=False), page, ' class="reference"')
        case Note():
            return _note(node, page)
        case Break():
            return "<br>"
        case Inserted() | Deleted() | Comment():
            opening, closing = marks(node, "")
            return f"{opening}{inlines(inline_children(node), page)}{closing}"
        case _:
            assert_never(node)


def _words(words: str) -> str:
    """Words as they are, with a mark around what breaks at none of its hyphens."""
    if "-" not in words:
        return escape(words, quote=False)
    parts = (escape(part, quote=False) for part in names_apart(words))
    return "".join(f'<span class="unbroken">{part}</span>' if at % 2 else part for at, part in enumerate(parts))


def marks(node: Marked, kind: str) -> tuple[str, str]:
    """The tags around a tracked change or a remark; who and when stand in them, the remark behind the words."""
    who = f"{node.author}, {node.on.date().isoformat()}"
    said = attribute("class", kind) + attribute("title", who)
    match node:
        case Inserted():
            return f'<ins datetime="{node.on.isoformat()}"{said}>', "</ins>"
        case Deleted():
            return f'<del datetime="{node.on.isoformat()}"{said}>', "</del>"
        case Comment():
            remark = f'<span class="remark" role="note">{escape(who)}: {escape(node.remark)}</span>'
            if kind:
                return f'<div class="commented {kind}">', f"{remark}</div>"
            return "<mark>", f"</mark>{remark}"
        case _:
            assert_never(node)


def _link(node: Link, page: Page) -> str:
    if page.in_link or not may_lead_to(node.target):
        return inlines(node.children, page)
    page.in_link = True
    words = inlines(node.children, page)
    page.in_link = False
    return f'<a href="{escape(node.target)}" rel="noreferrer">{words}</a>'


def _anchor(target: str, words: str, page: Page, more: str = "") -> str:
    """A link inside the page, or the words alone: no link may stand inside a link."""
    return words if page.in_link or not target else f'<a href="{escape(target)}"{more}>{words}</a>'


def _definition(node: Definition, page: Page) -> str:
    meaning = page.meanings.get(node.term)
    first = meaning is not None and node.term not in page.defined
    page.defined.add(node.term)
    anchor = attribute("id", meaning.anchor) if meaning and first else ""
    return f"<dfn{anchor}>{escape(node.words, quote=False)}</dfn>"


def _use(node: Use, page: Page) -> str:
    """The first use in a clause leads to the definition and shows it; more links would make the page hard to read."""
    words = escape(node.words, quote=False)
    meaning = page.meanings.get(node.term)
    if meaning is None or node.term in page.linked or meaning.clause == page.clause:
        return words
    if not page.in_link:
        page.linked.add(node.term)
    return _anchor(f"#{meaning.anchor}", words, page, f' class="term"{attribute("title", meaning.words)}')


def _note(node: Note, page: Page) -> str:
    """A number that leads to the note, which is set at the end of the clause; inside a link the words themselves."""
    if page.in_link:
        return f"<small>{inlines(node.children, page)}</small>"
    page.note_count += 1
    mark = page.note_count
    back = f'<a href="#noteref-{mark}" role="doc-backlink">{mark}</a>'
    place = len(page.notes)
    page.notes.append("")
    page.notes[place] = f'<p class="note" id="note-{mark}">{back} {inlines(node.children, page)}</p>\n'
    return f'<sup><a class="noteref" id="noteref-{mark}" href="#note-{mark}" role="doc-noteref">{mark}</a></sup>'


def take_notes(page: Page) -> str:
    """The notes that wait, for the end of the clause that they belong to."""
    notes = "".join(page.notes)
    page.notes.clear()
    return notes
