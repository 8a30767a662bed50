"""Inlines as runs of words: nothing is parsed, so a value is printed as it is, whatever it says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import assert_never

from attrs import evolve, field

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
from sla_drafter.document.walk import inline_children
from sla_drafter.language.typography import numbered, unbroken
from sla_drafter.values import define
from sla_drafter.writers.pdf.lines import clean
from sla_drafter.writers.pdf.looks import (
    BLANK_SHADE,
    DELETED,
    INSERTED,
    LINE_BREAK,
    REMARK_SHADE,
    Look,
    Run,
    Styles,
    raised,
)
from sla_drafter.writers.pdf.tags.elements import LINK, NOTE, REFERENCE, Element

_SAFE_LINKS = ("https://", "http://", "mailto:")
_SIGNS = {Inserted: "+", Deleted: "−", Comment: ""}


@define
class Notes:
    """The notes and remarks that wait to be set below the block at hand, numbered through the whole paper."""

    count: int = 0
    waiting: list[tuple[str, Note, Element | None]] = field(factory=list)
    remarks: dict[tuple[str, str], str] = field(factory=dict)

    def note(self, note: Note, parent: Element | None) -> tuple[str, Element | None]:
        """The number of a note that will be set below, and the element of its mark, right after which it is heard."""
        self.count += 1
        number = str(self.count)
        element = parent.child(NOTE, ID=f"note {number}") if parent else None
        self.waiting.append((number, note, element))
        mark = Element(REFERENCE, parent, after=element) if parent else None
        return number, mark

    def remark(self, words: str, sign: str) -> str:
        """The letter-free mark of a remark: the same words have the same number below one block."""
        if (words, sign) not in self.remarks:
            self.count += 1
            self.remarks[words, sign] = str(self.count)
        return self.remarks[words, sign]


@define
class Speech:
    """Turns inlines into runs: with the styles of the house and the ids that a reference can lead to."""

    styles: Styles
    targets: Collection[str]
    notes: Notes = field(factory=Notes)

    def silent(self) -> Speech:
        """The same without notes: for words that are said a second time, in the contents or at the foot."""
        return Speech(self.styles, ())

    def runs(self, inlines: Iterable[Inline], look: Look) -> Iterator[Run]:
        """The runs of these inlines in this look."""
        for inline in inlines:
            yield from self._runs(inline, look)

    def _runs(self, inline: Inline, look: Look) -> Iterator[Run]:
        match inline:
            case Text(words=words) | Use(words=words):
                yield look, clean(words)
            case Value(words=words, form=form):
                yield look, unbroken(clean(words), form)
            case Definition(words=words):
                yield self.styles.bolder(look), clean(words)
            case Blank(words=words):
                yield evolve(look, shade=BLANK_SHADE), clean(words)
            case Reference(target=target, before=before, number=number):
                words = numbered(clean(before + number))
                yield _linked(look, f"#{target}") if target in self.targets else look, words
            case Break():
                yield look, LINE_BREAK
            case Note():
                number, mark = self.notes.note(inline, look.element)
                yield raised(look, mark), number
            case Strong() | Emphasis() | Link():
                yield from self.runs(inline_children(inline), self._turned(inline, look))
            case Inserted() | Deleted() | Comment():
                yield from self.runs(inline_children(inline), changed(inline, look))
                yield self.remark_mark(inline, look)
            case _:
                assert_never(inline)

    def _turned(self, inline: Strong | Emphasis | Link, look: Look) -> Look:
        match inline:
            case Strong():
                return self.styles.bolder(look)
            case Emphasis():
                return self.styles.slanted(look)
            case Link(target=target):
                safe = target.lower().startswith(_SAFE_LINKS)
                return _linked(evolve(look, colour=self.styles.link), target) if safe else look
        assert_never(inline)

    def remark_mark(self, inline: Inserted | Deleted | Comment, look: Look) -> Run:
        """The small number that leads to who changed or remarked something, and when."""
        words = f"{inline.author}, {_day(inline.on)}"
        if isinstance(inline, Comment):
            words = f"{words}: {inline.remark}"
        number = self.notes.remark(clean(words), _SIGNS[type(inline)])
        return raised(changed(inline, look), look.element and look.element.child(REFERENCE)), number


def _linked(look: Look, target: str) -> Look:
    """The look of words that lead somewhere; words that nobody hears lead nowhere."""
    return evolve(look, link=target, element=look.element.child(LINK)) if look.element else look


def changed(inline: Inserted | Deleted | Comment, look: Look) -> Look:
    """The look of words that somebody put in, took out or remarked on."""
    match inline:
        case Inserted():
            return evolve(look, colour=INSERTED, rule="under")
        case Deleted():
            return evolve(look, colour=DELETED, rule="through")
        case Comment():
            return evolve(look, shade=REMARK_SHADE)
    assert_never(inline)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
