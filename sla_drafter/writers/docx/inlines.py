"""Words inside a paragraph as WordprocessingML: runs, fields for cross-references, links, notes, tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from sla_drafter.document.nodes import (
    Blank,
    Break,
    Comment,
    Definition,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    Note,
    Reference,
    Strong,
    Text,
    Use,
    Value,
)
from sla_drafter.document.number import Number
from sla_drafter.document.walk import inline_children
from sla_drafter.language.direction import runs_right, stretches
from sla_drafter.language.typography import numbered, unbroken
from sla_drafter.values import define
from sla_drafter.writers.docx import styles
from sla_drafter.writers.docx.ledger import DOCUMENT, FOOTER, NOTES, Landing, Ledger, author_and_time
from sla_drafter.writers.docx.markup import attribute, element_of_text, field, run, text
from sla_drafter.writers.links import may_lead_to

_Names = frozenset[str]
_PLAIN: _Names = frozenset()
_OPEN = '<w:r><w:t xml:space="preserve">'
_CLOSE = "</w:t></w:r>"
_FROM_RIGHT = "<w:rtl/>"


@define
class Inlines:
    """Spells inlines; `ids` are the style ids of the template by name, `origin` the part that is being written."""

    ledger: Ledger
    ids: Mapping[str, str]
    looks: styles.Looks
    numbers: Mapping[str, Number]
    landings: Mapping[str, Landing]
    origin: str = DOCUMENT
    inside_change: bool = False

    def runs(self, inlines: Iterable[Inline], names: _Names = _PLAIN, deleted: bool = False) -> str:
        """The runs of these inlines, in the character styles of what holds them."""
        return "".join([self._one(inline, names, deleted) for inline in inlines])

    def _one(self, inline: Inline, names: _Names, deleted: bool) -> str:
        match inline:
            case Value():
                return self.words(unbroken(inline.words, inline.form), names, deleted)
            case Text() | Use():
                return self.words(inline.words, names, deleted)
            case Blank():
                return self.words(inline.words, names | {styles.BLANK}, deleted)
            case Definition():
                return self.words(inline.words, names | {styles.TERM}, deleted)
            case Strong():
                return self.runs(inline_children(inline), names | {styles.STRONG}, deleted)
            case Emphasis():
                return self.runs(inline_children(inline), names | {styles.EMPHASIS}, deleted)
            case Link():
                return self._link(inline, names, deleted)
            case Reference():
                return self._reference(inline, names, deleted)
            case Note():
                return self._note(inline, names, deleted)
            case Break():
                return run("<w:br/>", self.looks.of(names))
            case Inserted() | Deleted():
                return self._change(inline, names, deleted)
            case Comment():
                return self.remark(inline, self.runs(inline_children(inline), names, deleted))
            case _:
                assert_never(inline)

    def foot(self, inlines: Iterable[Inline]) -> str:
        """The runs for the foot of the page, which stands in a part of its own: no notes, no remarks, no links."""
        self.origin = FOOTER
        found = self.runs(inlines)
        self.origin = DOCUMENT
        return found

    def words(self, words: str, names: _Names = _PLAIN, deleted: bool = False) -> str:
        """One run of words."""
        if not words:
            return ""
        looks = self.looks.of(names) if names else ""
        if runs_right(words):
            return "".join(_stretch(at, part, looks, deleted) for at, part in enumerate(stretches(words)) if part)
        if not (names or deleted):
            return f"{_OPEN}{text(words)}{_CLOSE}"
        return run(element_of_text(words, deleted=deleted), looks)

    def _link(self, link: Link, names: _Names, deleted: bool) -> str:
        inside = self.runs(link.children, names | {styles.LINK}, deleted)
        if self.inside_change or self.origin == FOOTER or not may_lead_to(link.target):
            return inside
        return f'<w:hyperlink r:id="{self.ledger.link(link.target, self.origin)}" w:history="1">{inside}</w:hyperlink>'

    def _reference(self, reference: Reference, names: _Names, deleted: bool) -> str:
        """A field whose cached result is the number that Word will compute; words that say another stay words."""
        number = self.numbers.get(reference.target)
        landing = self.landings.get(reference.target)
        if number is None or landing is None or deleted or not reference.words.endswith(number.words):
            return self.words(numbered(reference.words), names, deleted)
        before = numbered(reference.words[: len(reference.words) - len(number.words)])
        instruction = f"REF {landing.bookmark} {landing.switch} \\h"
        return self.words(before, names) + field(instruction, numbered(number.words), self.looks.of(names))

    def _note(self, note: Note, names: _Names, deleted: bool) -> str:
        if self.origin != DOCUMENT or deleted:
            return self.runs(note.children, names, deleted)
        self.origin = NOTES
        inside = self.runs(note.children)
        self.origin = DOCUMENT
        number = len(self.ledger.notes) + 1
        look = f'<w:rStyle w:val="{self.ids[styles.NOTE_MARK]}"/>'
        self.ledger.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self.ids[styles.NOTE]}"/></w:pPr>'
            f"{run('<w:footnoteRef/>', look)}{self.words(' ')}{inside}</w:p></w:footnote>"
        )
        return run(f'<w:footnoteReference w:id="{number}"/>', look)

    def _change(self, change: Inserted | Deleted, names: _Names, deleted: bool) -> str:
        """A tracked change; a link stands around it, because Word allows none inside."""
        gone = deleted or isinstance(change, Deleted)
        before, self.inside_change = self.inside_change, True
        found: list[str] = []
        for child in inline_children(change):
            inside = self.ledger.mark(change, self._one(child, names, gone))
            if isinstance(child, Link) and may_lead_to(child.target) and not before and self.origin != FOOTER:
                identity = self.ledger.link(child.target, self.origin)
                inside = f'<w:hyperlink r:id="{identity}" w:history="1">{inside}</w:hyperlink>'
            found.append(inside)
        self.inside_change = before
        return "".join(found)

    def remark(self, comment: Comment, inside: str) -> str:
        """The words that a remark is about, with its range and its mark; notes and the foot of a page carry none."""
        if self.origin != DOCUMENT:
            return inside
        start, end = self.remark_range(comment)
        return f"{start}{inside}{end}"

    def remark_range(self, comment: Comment) -> tuple[str, str]:
        """The start and the end of the range of a remark, which is written to its own part."""
        number = len(self.ledger.remarks)
        who = author_and_time(comment.author, comment.on)
        initials = "".join(name[0] for name in comment.author.split() if name[0].isalnum()) or "X"
        mark = f'<w:rStyle w:val="{self.ids[styles.REMARK_MARK]}"/>'
        self.ledger.remarks.append(
            f'<w:comment w:id="{number}"{who} w:initials="{attribute(initials)}"><w:p><w:pPr><w:pStyle '
            f'w:val="{self.ids[styles.REMARK]}"/></w:pPr>{run("<w:annotationRef/>", mark)}'
            f"{self.words(comment.remark)}</w:p></w:comment>"
        )
        reference = run(f'<w:commentReference w:id="{number}"/>', mark)
        return (
            f'<w:commentRangeStart w:id="{number}"/>',
            f'<w:commentRangeEnd w:id="{number}"/>{reference}',
        )


def _stretch(position: int, words: str, looks: str, deleted: bool) -> str:
    """Words of one direction; every second stretch runs from the right."""
    return run(element_of_text(words, deleted=deleted), looks + _FROM_RIGHT if position % 2 else looks)
