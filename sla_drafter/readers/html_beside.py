"""What a page shows or hides beside its words: its foot, marked changes, hidden words, remarks, programs."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from sla_drafter.document.beside import Beside, Margin, Mark, MarkKind
from sla_drafter.readers.html import UNREAD, is_unread, root_of, text_in
from sla_drafter.readers.html_text import text_margins
from sla_drafter.readers.style_rules import telling_rules

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHANGED = {
    "ins": MarkKind.INSERTED,
    "del": MarkKind.DELETED,
    "s": MarkKind.DELETED,
    "strike": MarkKind.DELETED,
    "mark": MarkKind.REMARK,
}
_PROGRAMS = frozenset({"script", "iframe", "object", "embed", "form", "link", "base"})
_SHEETS = frozenset({"head", "style", "script"})
_HIDES = frozenset({"hidden", "style"})


def read_beside(data: bytes) -> Beside:
    """The foot of the page, and every change, remark, hidden word and program in it. Raises `Unreadable`."""
    root = root_of(data)
    feet = [" ".join(text_in(element).split()) for element in root.iter("footer")]
    sheets = "".join(_sheet(element) for element in root.iter("style"))
    worn = "".join(f"{element.tag} {element.get('class')}\n" for element in root.iter() if element.get("class"))
    looks = sha256(f"{sheets}\n{worn}".encode()).hexdigest()
    return Beside(
        " ".join(feet), tuple(_marks(root, "")), looks, (*_margins(root), *_rules(sheets), *text_margins(root))
    )


def _sheet(element: _Element) -> str:
    """A style sheet; one that is not for every page, or in another language, is a block of its own."""
    limits = " ".join(f"{name!s}={value!s}" for name, value in element.attrib.items())
    words = text_in(element)
    return f"<style {limits}> {{ {words} }}" if limits else words


def _rules(sheets: str) -> Iterator[Margin]:
    """The rules of the style sheets of a page that can hide or add words."""
    for about, value in telling_rules(sheets):
        yield Margin(f"rule of {about}", f"the style sheet ({about})", value or "set")


def _margins(root: _Element) -> Iterator[Margin]:
    """The words of every element that is no part of the paper."""
    for element in root.iter():
        if element.tag not in _SHEETS and is_unread(element):
            words = " ".join(text_in(element).split())
            place = "the foot of the page" if element.tag == "footer" else f"<{element.tag}>"
            yield Margin(str(element.tag), place, words)


def _marks(element: _Element, clause: str) -> Iterator[Mark]:
    if element.tag == "section":
        clause = element.get("id") or clause
    kind = _kind(element)
    if kind is not None:
        words = " ".join(text_in(element).split()) or f"<{element.tag}>"
        yield Mark(kind, words, clause, (element.get("title") or "").partition(",")[0])
    for child in element:
        yield from _marks(child, clause)


def _kind(element: _Element) -> MarkKind | None:
    """What an element is, of the things that no page of ours has unless its paper has them."""
    if str(element.tag) in _CHANGED:
        return _CHANGED[str(element.tag)]
    runs = element.tag == "meta" and (element.get("http-equiv") or "").strip().lower() == "refresh"
    if runs or element.tag in _PROGRAMS or any(str(name).startswith("on") for name in element.attrib):
        return MarkKind.PROGRAM
    worn = set((element.get("class") or "").split())
    borrowed = any(name in worn and element.tag != tag for tag, name in UNREAD.items())
    return MarkKind.HIDDEN if borrowed or _HIDES & {str(name) for name in element.attrib} else None
