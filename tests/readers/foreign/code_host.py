"""The words of a Markdown text, each apart from the next: those read here, and those that a code host shows."""

from __future__ import annotations

from collections.abc import Iterator

import cmarkgfm
import lxml.html
from cmarkgfm.cmark import Options

from sla_drafter.readers.foreign import marked
from sla_drafter.readers.html import INLINE
from sla_drafter.readers.markdown import text_of

_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
_NO_WORDS = "//comment() | //sup[@class='footnote-ref'] | //a[contains(@class, 'footnote-backref')]"
"""Comments, the marks of notes, and the arrows back from them."""


def read(text: str) -> list[str]:
    """The words that are read here."""
    return " ".join(piece.words for piece in marked.pieces(text_of(text.encode()))).split()


def shown(text: str) -> list[str]:
    """The words of the page that the parser of the host makes."""
    page = cmarkgfm.github_flavored_markdown_to_html(text.removeprefix("\ufeff"), _OPTIONS)
    root = lxml.html.fragment_fromstring(page, create_parent="div")
    for element in root.xpath(_NO_WORDS):
        element.drop_tree()
    return "".join(_words(root)).split()


def _words(element: lxml.html.HtmlElement) -> Iterator[str]:
    """The words in an element; those of a block stand apart from what is around it."""
    apart = " " if element.tag not in (*INLINE, "img", "input") else ""
    yield apart + (element.text or "")
    for child in element:
        yield from _words(child)
        yield child.tail or ""
    yield apart
