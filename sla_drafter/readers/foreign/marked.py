"""The pieces of a Markdown file: it is read as the page that it makes, with the lines of the file kept beside it.

The parser takes time in proportion to the text, whatever signs it is made of, and says where each part stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from attrs import field

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.foreign import page
from sla_drafter.readers.foreign.pieces import Piece
from sla_drafter.values import define

_DEEPEST = 60
"""Elements inside of one another up to which a page is built: what is deeper stands in the last of them."""
_KEY = r"""[\w"'][^:\n]*:(?:[ \t].*)?\n"""
_FRONT_MATTER = compiled(rf"\A---[ \t]*\n{_KEY}(?:{_KEY}|[ \t#}}\]-].*\n|\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
"""Facts about the file between two lines at its beginning; between two rules there is text."""
_INLINE: Mapping[str, str] = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del", "Link": "a", "Image": ""}
_BLOCKS: Mapping[str, str] = {
    "Paragraph": "p",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "Item": "li",
    "FootnoteDefinition": "div",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
}
"""The element that a part of the text makes; those of blocks say in which line they begin."""
_IN_TABLE = frozenset(("TableHead", "TableRow", "TableCell"))
_BREAK = "<br>"
_SIGNS: Mapping[str, str] = {"SoftBreak": "\n", "HardBreak": _BREAK, "Rule": "<hr>"}
_SHOWN = compiled(
    r"<(?=/?(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)(?![\w-]))", re.IGNORECASE
)
"""Tags that a code host shows as they are written: what stands behind one that is left open would be lost."""
_LEFT_OUT = compiled(
    r"<(/?)(?=(?:body|frameset|head|html|noscript|object|select|svg|template)(?![\w-]))", re.IGNORECASE
)
"""Tags that a code host leaves out, and shows the words in them."""
_KEPT_APART = r"<\1x-"


def pieces(text: str) -> Iterator[Piece]:
    """Every paragraph of the file as it is seen when rendered, with the line in which it begins."""
    rendered = _rendered(_FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text))
    if rendered.strip():
        yield from page.pieces(f"<!doctype html><body>{rendered}".encode())


def _rendered(text: str) -> str:
    """The page that a text makes."""
    from pyromark import Options, events_with_range

    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_FOOTNOTES
    building = _Building([found.end() for found in re.finditer(b"\n", text.encode())])
    for event, place in events_with_range(text, options=options):
        if isinstance(event, str):
            building.say(_SIGNS[event])
        else:
            building.event(*_only(event), place["start"])
    return "".join(building.page)


def _only(told: Any) -> tuple[str, Any]:
    """What the parser tells of a part: its name, and what is said of it."""
    if isinstance(told, str):
        return told, None
    ((name, more),) = told.items()
    return name, more


def _as_shown(markup: str) -> str:
    """HTML in a text, without the tags behind which words would be lost."""
    return _LEFT_OUT.sub(_KEPT_APART, _SHOWN.sub("&lt;", markup))


@define
class _Building:
    """The page so far, and the elements of it that are open; `ends` are the bytes at which the lines end.

    `in_tag` says that the HTML so far ends inside of a tag.
    """

    ends: list[int]
    page: list[str] = field(factory=list)
    open: list[str] = field(factory=list)
    pictures: int = 0
    in_tag: bool = False

    def event(self, kind: str, told: Any, start: int) -> None:
        """What the parser tells next: a part that begins or ends, words, or HTML; the mark of a note is no word."""
        match kind:
            case "Start":
                self._begin(*_only(told), start)
            case "End":
                self._end(_only(told)[0])
            case "Html":
                self._html(told, start)
            case "InlineHtml":
                self.say(_as_shown(told))
            case "Text" | "Code":
                self.say(escape(told, quote=False))

    def say(self, words: str) -> None:
        """Words or an element of the page; what stands for a picture is not shown."""
        if not self.pictures:
            self.page.append(words)

    def _html(self, markup: str, start: int) -> None:
        """A line of HTML, which says where it stands."""
        if not self.in_tag:
            self.say(f"<br{self._line(start)}>")
        if "<" in markup or ">" in markup:
            self.in_tag = markup.rfind("<") > markup.rfind(">")
        self.say(_as_shown(markup))

    def _begin(self, name: str, more: Any, start: int) -> None:
        self.pictures += name == "Image"
        self.in_tag = False
        is_built = len(self.open) < _DEEPEST or (name in _IN_TABLE and "table" in self.open)
        element, attributes = self._element(name, more, start) if is_built else ("", "")
        self.open.append(element)
        if element:
            self.say(f"<{element}{attributes}>")
        elif name not in _INLINE:
            self.say(_BREAK)

    def _end(self, name: str) -> None:
        element = self.open.pop()
        if element:
            self.say(f"</{element}>")
        elif name not in _INLINE:
            self.say(_BREAK)
        self.pictures -= name == "Image"

    def _line(self, start: int) -> str:
        return f' {page.LINE}="{1 + bisect_right(self.ends, start)}"'

    def _element(self, name: str, more: Any, start: int) -> tuple[str, str]:
        """The element that a part makes, and its attributes; a part that makes none is ""."""
        if name in _INLINE or name == "TableCell":
            return _INLINE.get(name, "td"), ""
        match name:
            case "Heading":
                return more["level"].lower(), self._line(start)
            case "List":
                return ("ul" if more is None else "ol"), self._line(start) + (
                    f' start="{more}"' if more is not None else ""
                )
        return _BLOCKS.get(name, ""), self._line(start)
