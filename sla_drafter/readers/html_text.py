"""What the text of a page says where no word of it stands: where links lead, tooltips, addresses, attributes.

All of it is the same whatever the house is. A browser that saves a page writes links to the page itself with the name
of the file: they are read as what they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from sla_drafter.document.beside import Margin
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.html import INLINE, text_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN_PAGE = compiled(r"file:[^#]*(?=#)", re.IGNORECASE)
_TOLD_APART = frozenset({"class", "style", "href", "title", "id"})  # looks and marks are told with their rules
_LONGEST = 400
_FIRST = 80


def text_margins(root: _Element) -> Iterator[Margin]:
    """Every link, tooltip, address and attribute of the text, told by the words that it belongs to."""
    for title in root.iter("title"):
        yield _told("title", "page", "the title of the page", text_in(title))
    yield from _attributes(root)
    for body in root.findall("body"):
        for element in body.iter():
            yield from _margins(element)
            yield from _attributes(element)


def _margins(element: _Element) -> Iterator[Margin]:
    tag = str(element.tag)
    words = " ".join(text_in(element).split()) if tag != "section" and element.attrib else ""
    if tag not in INLINE:
        yield _told("element", tag, f"an element <{tag}>", f"<{tag}>")
    if (href := element.get("href")) is not None:
        yield _told("link", words, f'the link "{words[:_FIRST]}"', f"leads to {_OWN_PAGE.sub('', href)}")
    if (title := element.get("title")) is not None:
        yield _told("tooltip", words, f'the tooltip of "{words[:_FIRST]}"', title)
    if (name := element.get("id")) is not None:
        yield _told("address", name, f"the address #{name}", f"<{tag}> {words[:_FIRST]}".strip())


def _attributes(element: _Element) -> Iterator[Margin]:
    tag = str(element.tag)
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        if name not in _TOLD_APART:
            short = value if len(value) <= _LONGEST else sha256(value.encode()).hexdigest()
            yield _told("attribute", f"{tag} {name}", f"<{tag} {name}>", short)


def _told(sort: str, of: str, place: str, words: str) -> Margin:
    return Margin(f"{sort} of {of}", place, words, is_text=True)
