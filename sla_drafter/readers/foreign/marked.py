"""The pieces of a Markdown file: it is read as the page that it makes, with the lines of the file kept beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.readers.foreign import page
from sla_drafter.readers.foreign.pieces import Piece

_DEEPEST = 60
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")


def pieces(text: str) -> Iterator[Piece]:
    """Every paragraph of the file as it is seen when rendered, with the line in which it begins."""
    from markdown_it import MarkdownIt

    shown = _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text)
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").enable("strikethrough")
    tokens = markdown.parse(shown)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet(page.LINE, str(token.map[0] + 1))
    rendered = markdown.renderer.render(tokens, markdown.options, {})
    if rendered.strip():
        yield from page.pieces(f"<!doctype html><body>{rendered}".encode())
