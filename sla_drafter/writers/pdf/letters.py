"""Which letters of a paper its typeface lacks.

Such a letter would be printed as an empty box, so a paper with one is refused before anything is laid out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import assert_never

from sla_drafter.document.index import clause_lines, values_of
from sla_drafter.document.nodes import (
    Blank,
    Block,
    Break,
    Chart,
    Comment,
    Definition,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Inline,
    Inserted,
    Items,
    Link,
    Note,
    Paragraph,
    Reference,
    Section,
    Signature,
    Strong,
    Table,
    Text,
    Use,
    Value,
)
from sla_drafter.document.walk import Marked, block_children, cover_lines, inlines_of
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.writers.pdf.faces import Faces

MISSING_LETTER = "PDF-01"
MOST_NAMED = 3


def refuse_missing_letters(document: Document, faces: Faces) -> None:
    """Refuses a paper with a letter that the typeface lacks. Raises `NotWritten` with every text that has one."""
    every = {letter for _, _, words in _printed(document) for letter in words}
    missing = {letter for letter in every if not letter.isspace() and ord(letter) not in faces.letters}
    if missing:
        found = [_finding(words, missing, *spot) for words, spot in _texts_with(missing, document).items()]
        raise NotWritten("The PDF is not written: its typeface lacks letters of this text.", found)


def _texts_with(missing: set[str], document: Document) -> Mapping[str, tuple[str, str]]:
    """Each text with such a letter, once, with its clause and field: where it was typed, not where it is called by."""
    typed = ((clause, value.field, value.words) for clause, value in values_of(document) if value.form == "text")
    found: dict[str, tuple[str, str]] = {}
    for clause, field, words in (*typed, *_printed(document)):
        if missing.intersection(words):
            found.setdefault(words, (clause, field))
    return found


def _printed(document: Document) -> Iterator[tuple[str, str, str]]:
    """All words that are printed, with the clause they stand in and the field they come from."""
    yield from (("", "", words) for words in _labels(document))
    front = (("", line) for line in (*cover_lines(document), *document.open_points, document.footer))
    body = (spot for story in document.stories for spot in clause_lines(story.blocks))
    for clause, line in (*front, *body):
        for inline in inlines_of(line):
            yield from ((clause, field, words) for field, words in _words(inline))
    for story in document.stories:
        yield from (("", "", words) for block in story.blocks for words in _remarks(block))


def _labels(document: Document) -> Iterator[str]:
    """The words on paper that belong to no clause: the names of things, and the patterns of numbers."""
    yield from (document.contents_title, document.banner, document.open_points_title, document.page_of)
    yield from (document.schedule_word, document.part_word)


def _words(inline: Inline) -> Iterator[tuple[str, str]]:
    match inline:
        case Text() | Definition() | Use() | Reference():
            yield "", inline.words
        case Value() | Blank():
            yield inline.field, inline.words
        case Inserted() | Deleted() | Comment():
            yield from (("", words) for words in _remark(inline))
        case Strong() | Emphasis() | Link() | Note() | Break():
            return
        case _:
            assert_never(inline)


def _remark(change: Marked) -> Iterator[str]:
    yield change.author
    if isinstance(change, Comment):
        yield change.remark


def _remarks(block: Block) -> Iterator[str]:
    """The remarks and charts of blocks: what is printed beside the lines of a paper."""
    match block:
        case Section(blocks=blocks):
            yield from (words for child in blocks for words in _remarks(child))
        case Items(items=items):
            yield from (words for item in items for child in item.blocks for words in _remarks(child))
        case Inserted() | Deleted() | Comment():
            yield from _remark(block)
            yield from (words for child in block_children(block) for words in _remarks(child))
        case Figure(content=Chart() as chart):
            yield from (*chart.labels, *chart.values, chart.unit, chart.target, chart.target_words)
        case Figure() | Paragraph() | Table() | Signature():
            return
        case _:
            assert_never(block)


def _finding(words: str, missing: set[str], clause: str, field: str) -> Finding:
    letters = [letter for letter in dict.fromkeys(words) if letter in missing]
    more = f" and {len(letters) - MOST_NAMED} more" if len(letters) > MOST_NAMED else ""
    return Finding(
        rule=MISSING_LETTER,
        name="letter_missing_in_typeface",
        severity=Severity.ERROR,
        message=f"The typeface has no {', '.join(map(_named, letters[:MOST_NAMED]))}{more}.",
        field=field,
        clause=clause,
        quote=letters[0],
        mend=Mend("write it with letters that the typeface has, or choose a house with another typeface"),
    )


def _named(letter: str) -> str:
    return f'"{letter}" ({unicodedata.name(letter, "a letter without a name")}, U+{ord(letter):04X})'
