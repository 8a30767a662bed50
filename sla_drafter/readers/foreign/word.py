"""The pieces of a Word file: its text with Word's own numbers, its notes, its headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from sla_drafter.document.kinds import StoryKind
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.changes import Changes
from sla_drafter.readers.docx.lines import Line, lines, part_lines
from sla_drafter.readers.docx.package import Package, open_package
from sla_drafter.readers.docx.stories import margins, notes
from sla_drafter.readers.foreign.labels import split
from sla_drafter.readers.foreign.pieces import At, Piece

_HEADING = compiled(r"heading ([1-9])")
_SHORT, _SHORT_IF_STYLED = 8, 16
_ENDS = compiled(r"[.;:,?!]\s*\Z")
_WHOLE = compiled(r"\d{1,3}")


def pieces(data: bytes, changes: Changes) -> Iterator[Piece]:
    """Every paragraph of the file that a reader sees, with the tracked changes as asked for."""
    read = list(read_lines(open_package(data), changes))
    known = {mark.lower() for line, _, _ in read for mark in line.bookmarks}
    yield from (evolve(_piece(line, story), lost=_lost(line, known)) for line, story, _ in read)


def _lost(line: Line, known: set[str]) -> tuple[str, ...]:
    """The words of the references of a line whose bookmark is nowhere in the file; Word minds no capitals there."""
    targets = ((one.instruction.split()[1:2], " ".join(one.words.split())) for one in line.references)
    return tuple(words for target, words in targets if words and target and target[0].strip('"').lower() not in known)


def read_lines(package: Package, changes: Changes) -> Iterator[tuple[Line, StoryKind, str]]:
    """Every line of the file, the story it stands in, and of a note its name (foot1)."""
    yield from ((line, StoryKind.BODY, "") for line in lines(package, changes, notes_inside=False))
    parts = [(StoryKind.NOTES, name, note) for name, note in notes(package).items()]
    parts += [(StoryKind.HEADER, "", part) for part in margins(package, "header")]
    parts += [(StoryKind.FOOTER, "", part) for part in margins(package, "footer")]
    for story, name, part in parts:
        yield from ((line, story, name) for line in part_lines(package, part, changes, {}))


def is_seen(line: Line) -> bool:
    """Whether a line says something: only such lines are counted."""
    return bool(line.words.strip() or line.label)


def _piece(line: Line, story: StoryKind) -> Piece:
    if story is not StoryKind.BODY:
        return Piece(line.words, story=story)
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
