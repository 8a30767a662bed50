"""The pieces of a Markdown file: it is read as the page that it makes, with the lines of the file kept beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.readers.foreign import page
from sla_drafter.readers.foreign.pieces import Piece

_DEEPEST = 60
MOST_SIGNS = 5_000
"""Signs of markup in one paragraph: a parser pairs each with each, and no paragraph of an agreement has a hundredth."""
_SIGNS = re.compile(r"[*_`~\[\]<]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")


def _too_many_signs() -> Unreadable:
    mend = Mend("Separate the paragraphs with empty lines, or save the text without its markup.")
    message = f"A paragraph holds more than {MOST_SIGNS:,} signs of markup."
    fault = Finding("DOC-08", "file_unreadable", Severity.ERROR, message, mend=mend)
    return Unreadable("The Markdown file cannot be read.", [fault])


def pieces(text: str) -> Iterator[Piece]:
    """Every paragraph of the file as it is seen when rendered, with the line in which it begins."""
    from markdown_it import MarkdownIt

    if any(len(_SIGNS.findall(one)) > MOST_SIGNS for one in _BLANK_LINE.split(text)):
        raise _too_many_signs()
    shown = _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text)
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").enable("strikethrough")
    tokens = markdown.parse(shown)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet(page.LINE, str(token.map[0] + 1))
    rendered = markdown.renderer.render(tokens, markdown.options, {})
    if rendered.strip():
        yield from page.pieces(f"<!doctype html><body>{rendered}".encode())
