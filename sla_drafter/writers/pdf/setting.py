"""How text is set: where a block stands, what leads its first words, and lines of prose at that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory

from sla_drafter.document.nodes import Inline, Section
from sla_drafter.document.number import Number
from sla_drafter.document.walk import Marked
from sla_drafter.language.direction import begins_right
from sla_drafter.values import define, frozen
from sla_drafter.writers.pdf.inlines import Speech, changed
from sla_drafter.writers.pdf.lines import Parts, break_lines, run_width
from sla_drafter.writers.pdf.looks import Look, Run, Styles
from sla_drafter.writers.pdf.pieces import Entry, Piece, Prose
from sla_drafter.writers.pdf.tags.elements import LABEL, PARAGRAPH, REMARK, Element, heading


@frozen
class Place:
    """Where blocks stand: in which element, the indent of their text, in which clause, how deep in lists.

    `changes` are the changes and remarks around them.
    """

    element: Element
    indent: float = 0
    clause: str = ""
    depth: int = 0
    changes: tuple[Marked, ...] = ()

    def anchor(self, name: str) -> tuple[str, ...]:
        """What a reference to this name in the clause arrives at."""
        return (f"{self.clause}.{name}",) if name and self.clause else ()

    def look(self, look: Look) -> Look:
        """A look as the changes around make it."""
        for change in self.changes:
            look = changed(change, look)
        return look


@frozen
class Lead:
    """What stands before the first words of a block: a hanging marker, a run-in title, and where links arrive."""

    marker: tuple[Run, ...] = ()
    marker_indent: float = 0
    runs: tuple[Run, ...] = ()
    before: float = 2.5
    anchors: tuple[str, ...] = ()
    entry: Entry | None = None


@define
class Headings:
    """The levels of the headings of one paper: none is left out on the way down."""

    top: int = 1
    last: int = 0

    def role(self, depth: int) -> str:
        """The role of the next heading, at a depth from 0 below the title of the paper."""
        self.last = min(self.top + max(depth, 0), self.last + 1)
        return heading(self.last)


@frozen
class Setter:
    """Sets the text of one paper in a column of this measure; `parts` divides the words of its tables."""

    styles: Styles
    speech: Speech
    counted: Mapping[str, Number]
    measure: float
    parts: Parts
    headings: Headings = Factory(Headings)

    def prose(self, runs: Iterable[Run], look: Look, place: Place, lead: Lead | None = None) -> Prose:
        """Lines of text at the indent of the place, after what leads them."""
        lead = lead or Lead()
        room = self.measure - place.indent
        sunk = lead.marker_indent + sum(map(run_width, lead.marker)) + 4 - place.indent
        sink = max(sunk, 0) if lead.marker else 0
        runs = [*lead.runs, *runs]
        lines = break_lines(runs, room, room - sink)
        return Prose(
            lines=lines,
            leading=self.styles.line_height(look),
            size=look.size,
            indent=place.indent,
            sink=sink,
            marker=list(lead.marker),
            marker_indent=lead.marker_indent,
            before=lead.before,
            anchors=lead.anchors,
            entry=lead.entry,
            right=self.measure if begins_right(words for _, words in runs) else None,
        )

    def paragraph(self, children: tuple[Inline, ...], place: Place, lead: Lead | None = None) -> Prose:
        """A paragraph in the look of the text, with the marks of the changes around it."""
        look = self.styles.text
        said = look.of(place.element.child(PARAGRAPH))
        return self.prose(self.spoken(children, said, place), look, place, lead)

    def spoken(self, children: tuple[Inline, ...], look: Look, place: Place) -> Iterator[Run]:
        """The runs of a line at a place: its words, and the marks of the changes around it."""
        yield from self.speech.runs(children, place.look(look))
        yield from (self.speech.remark_mark(change, look) for change in place.changes)

    def number(self, section: Section) -> str:
        """The number of a section as it is printed; empty for one that has none."""
        return self.counted[section.id].printed if section.id in self.counted else ""

    def notes(self, holder: Element) -> Iterator[Piece]:
        """The notes and remarks that wait, set small, each with its number; remarks belong to the holder."""
        look, notes = self.styles.small, self.speech.notes
        place = Place(holder, self.styles.number_column)
        while notes.waiting:
            number, note, element = notes.waiting.pop(0)
            yield self._note(number, element, self.speech.runs(note.children, look.of(element)), place)
        for (words, sign), number in notes.remarks.items():
            element = holder.child(REMARK, ID=f"remark {number}")
            runs = [(self.styles.slanted(look).of(element), f"{sign} {words}".strip())]
            yield self._note(number, element, runs, place)
        notes.remarks.clear()

    def _note(self, number: str, element: Element | None, runs: Iterable[Run], place: Place) -> Prose:
        look = self.styles.small
        label = element.child(LABEL) if element else None
        lead = Lead(((look.of(label), number),), place.indent - 14)
        return self.prose(runs, look, place, lead)
