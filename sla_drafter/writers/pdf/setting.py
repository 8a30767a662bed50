"""How text is set: where a block stands, what leads its first words, and lines of prose at that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from sla_drafter.document.nodes import Inline, Section
from sla_drafter.document.number import Number
from sla_drafter.document.walk import Marked
from sla_drafter.writers.pdf.inlines import Speech, changed
from sla_drafter.writers.pdf.lines import Line, break_lines, run_width
from sla_drafter.writers.pdf.looks import Look, Run, Styles
from sla_drafter.writers.pdf.pieces import Entry, Piece, Prose
from sla_drafter.writers.pdf.sheet import MARK, REMARK, SET


@frozen
class Place:
    """Where blocks stand: the indent of their text, in which clause, how deep in lists, and the changes around them."""

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
    passages: tuple[str, ...] = ()
    entry: Entry | None = None


@frozen
class Setter:
    """Sets the text of one paper in a column of this measure."""

    styles: Styles
    speech: Speech
    counted: Mapping[str, Number]
    measure: float

    def prose(self, runs: Iterable[Run], look: Look, place: Place, lead: Lead | None = None) -> Prose:
        """Lines of text at the indent of the place, after what leads them."""
        lead = lead or Lead()
        room = self.measure - place.indent
        sunk = lead.marker_indent + sum(map(run_width, lead.marker)) + 4 - place.indent
        sink = max(sunk, 0) if lead.marker else 0
        lines = break_lines([*lead.runs, *runs], room, room - sink)
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
            passages=lead.passages,
            entry=lead.entry,
        )

    def paragraph(self, children: tuple[Inline, ...], place: Place, lead: Lead | None = None) -> Prose:
        """A paragraph in the look of the text, with the marks of the changes around it."""
        return self.prose(self.spoken(children, self.styles.text, place), self.styles.text, place, lead)

    def spoken(self, children: tuple[Inline, ...], look: Look, place: Place) -> Iterator[Run]:
        """The runs of a line at a place: its words, and the marks of the changes around it."""
        yield from self.speech.runs(children, place.look(look))
        yield from (self.speech.remark_mark(change, look) for change in place.changes)

    def number(self, section: Section) -> str:
        """The number of a section as it is printed; empty for one that has none."""
        return self.counted[section.id].printed if section.id in self.counted else ""

    def notes(self) -> Iterator[Piece]:
        """The notes and remarks that wait, set small, each with its number."""
        look, notes = self.styles.small, self.speech.notes
        inside = Place(self.styles.number_column)
        while notes.waiting:
            number, note = notes.waiting.pop(0)
            name = f"note {number}"
            mark: Line = [(evolve(look, mark=(MARK, "")), number)]
            lead = Lead(tuple(mark), inside.indent - 14)
            yield evolve(
                self.prose(self.speech.runs(note.children, look), look, inside, lead), tag=(SET, name), serial=name
            )
        for (words, sign), number in notes.remarks.items():
            lead = Lead(((look, number),), inside.indent - 14)
            runs = [(self.styles.slanted(look), f"{sign} {words}".strip())]
            yield evolve(self.prose(runs, look, inside, lead), tag=(REMARK, None))
        notes.remarks.clear()
