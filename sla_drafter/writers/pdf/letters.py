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
from sla_drafter.writers.pdf.measure import lacking

MISSING_LETTER = "PDF-01"
MOST_NAMED = 3
_MEND = (
    "write it with letters that the typeface has, or choose a house with another typeface; "
    "letters of Arabic and East Asia: pip install sla-drafter[fonts]"
)
# The names that ISO 6429 has for the control characters; Unicode gives them none.
_C0 = (
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE",
    "ALERT", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN",
    "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL",
    "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "INFORMATION SEPARATOR FOUR", "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE",
)  # fmt: skip
_C1 = 0x7F
CONTROLS = (
    *_C0, "DELETE", "PADDING CHARACTER", "HIGH OCTET PRESET", "BREAK PERMITTED HERE", "NO BREAK HERE", "INDEX",
    "NEXT LINE", "START OF SELECTED AREA", "END OF SELECTED AREA", "CHARACTER TABULATION SET",
    "CHARACTER TABULATION WITH JUSTIFICATION", "LINE TABULATION SET", "PARTIAL LINE FORWARD", "PARTIAL LINE BACKWARD",
    "REVERSE LINE FEED", "SINGLE SHIFT TWO", "SINGLE SHIFT THREE", "DEVICE CONTROL STRING", "PRIVATE USE ONE",
    "PRIVATE USE TWO", "SET TRANSMIT STATE", "CANCEL CHARACTER", "MESSAGE WAITING", "START OF GUARDED AREA",
    "END OF GUARDED AREA", "START OF STRING", "SINGLE GRAPHIC CHARACTER INTRODUCER", "SINGLE CHARACTER INTRODUCER",
    "CONTROL SEQUENCE INTRODUCER", "STRING TERMINATOR", "OPERATING SYSTEM COMMAND", "PRIVACY MESSAGE",
    "APPLICATION PROGRAM COMMAND",
)  # fmt: skip
"""First 0 to 1F, then 7F to 9F."""


def refuse_missing_letters(document: Document, faces: Faces) -> None:
    """Refuses a paper with a letter that the typeface lacks. Raises `NotWritten` with every text that has one."""
    every = {letter for _, _, words in _printed(document) for letter in words}
    unknown = {letter for letter in every if ord(letter) not in faces.letters or _is_control(letter)}
    doubtful = {letter for letter in unknown if not _is_white(letter)}
    if not doubtful:
        return
    texts = _texts_with(doubtful, document)
    found = [_finding(letters, *spot) for words, spot in texts.items() if (letters := _missing(words, faces))]
    if found:
        raise NotWritten("The PDF is not written: its typeface lacks letters of this text.", found)


def _is_white(letter: str) -> bool:
    """White space is set as a space or begins a line."""
    return letter.isspace() and not _is_control(letter)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" and letter not in "\t\n\r"


def _missing(words: str, faces: Faces) -> list[str]:
    """The letters of a text that cannot be printed: control characters, and those that no face has in every style."""
    controls = [letter for letter in words if _is_control(letter)]
    styles = (faces.regular, faces.bold, faces.italic, faces.bold_italic)
    return list(dict.fromkeys((*controls, *(letter for style in styles for letter in lacking(style, words)))))


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


def _finding(letters: list[str], clause: str, field: str) -> Finding:
    more = f" and {len(letters) - MOST_NAMED} more" if len(letters) > MOST_NAMED else ""
    return Finding(
        rule=MISSING_LETTER,
        name="letter_missing_in_typeface",
        severity=Severity.ERROR,
        message=f"The typeface has no {', '.join(map(_named, letters[:MOST_NAMED]))}{more}.",
        field=field,
        clause=clause,
        quote=letters[0],
        mend=Mend(_MEND),
    )


def _named(letter: str) -> str:
    code = ord(letter)
    if unicodedata.category(letter) == "Cc":
        return f"control character ({CONTROLS[code if code < _C1 else code - _C1 + len(_C0)]}, U+{code:04X})"
    return f'"{letter}" ({unicodedata.name(letter, "a letter without a name")}, U+{code:04X})'
