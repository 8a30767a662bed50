"""The pieces of a Word file: its text with Word's own numbers, its notes, its headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.document.kinds import StoryKind
from sla_drafter.readers.docx.lines import Changes, Line, lines, part_lines
from sla_drafter.readers.docx.package import Package, open_package
from sla_drafter.readers.docx.stories import margins, notes
from sla_drafter.readers.foreign.labels import split
from sla_drafter.readers.foreign.pieces import At, Piece

_HEADING = re.compile(r"heading ([1-9])")
_SHORT, _SHORT_IF_STYLED = 8, 16
_ENDS = re.compile(r"[.;:,?!]\s*\Z")
_WHOLE = re.compile(r"\d{1,3}")


def pieces(data: bytes, changes: Changes) -> Iterator[Piece]:
    """Every paragraph of the file that a reader sees, with the tracked changes as asked for."""
    package = open_package(data)
    yield from (_piece(line, StoryKind.BODY) for line in lines(package, changes, notes_inside=False))
    yield from _beside(package, changes)


def _beside(package: Package, changes: Changes) -> Iterator[Piece]:
    parts = [(StoryKind.NOTES, note) for note in notes(package).values()]
    parts += [(StoryKind.HEADER, part) for part in margins(package, "header")]
    parts += [(StoryKind.FOOTER, part) for part in margins(package, "footer")]
    for story, part in parts:
        yield from (Piece(line.words, story=story) for line in part_lines(package, part, changes, {}))


def _piece(line: Line, story: StoryKind) -> Piece:
    label = line.label.words if line.label else ""
    number = line.label.in_full.rstrip(".)") + (")" if line.label.in_full.endswith(")") else "") if line.label else ""
    at = None if line.cell is None else At(*line.cell)
    level = 0 if at or line.contents else heading_level(line.style, label, line.words)
    return Piece(line.words, label, number if re.search(r"\w", number) else "", level, story, at=at)


def heading_level(style: str, label: str, words: str) -> int:
    """The level of a heading: its style says it, or a whole number before a few words that end in no point.

    Whole paragraphs in the style of a heading, set so for its number, are no headings.
    """
    styled = _HEADING.match(style)
    if styled:
        return int(styled[1]) if len(words.split()) <= _SHORT_IF_STYLED else 0
    if not label:
        label, words = split(words, heading=False)
    is_heading = _WHOLE.fullmatch(label.rstrip(".)")) and 0 < len(words.split()) <= _SHORT and not _ENDS.search(words)
    return 1 if is_heading else 0
