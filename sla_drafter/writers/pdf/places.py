"""Where one can go in a file: destinations by name, and the outline with the sections and clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import Factory

from sla_drafter.values import define, frozen
from sla_drafter.writers.pdf.spelled import Spelled, hexadecimal, name_string, page_number

Destinations = Mapping[str, tuple[int, float]]


def names_of(document: Any, destinations: Destinations) -> Spelled:
    """Every destination by its name, so that an address can end in `#nameddest=…`: its page, and its height there."""
    pairs = (
        f"{name_string(name)} [{page_number(document, page)} /XYZ 0 {top:.2f} 0]"
        for name, (page, top) in sorted(destinations.items())
    )
    return Spelled(document, f"<</Dests <</Names [{' '.join(pairs)}]>>>>")


@frozen
class Mark:
    """A line of the outline: how deep it stands, its words, and the name of its destination."""

    depth: int
    words: str
    name: str


@define(eq=False)
class _Entry:
    """A line of the outline with those below it."""

    made: Spelled
    mark: Mark | None = None
    kids: list[_Entry] = Factory(list)

    def all_below(self) -> int:
        """How many lines there are below it, at any depth."""
        return sum(1 + kid.all_below() for kid in self.kids)


def outline_of(document: Any, marks: Sequence[Mark]) -> Spelled | None:
    """The outline; None without a line. No line is deeper than one below the line before it."""
    if not marks:
        return None
    above = [_Entry(Spelled(document))]
    for mark in marks:
        entry = _Entry(Spelled(document), mark)
        del above[mark.depth + 1 :]
        above[-1].kids.append(entry)
        above.append(entry)
    _spell(above[0], "/Type /Outlines")
    return above[0].made


def _spell(entry: _Entry, parts: str) -> None:
    kids = entry.kids
    if kids:
        parts = f"{parts} /First {kids[0].made} /Last {kids[-1].made} /Count {entry.all_below()}"
    entry.made.words = f"<<{parts}>>"
    for at, kid in enumerate(kids):
        mark = kid.mark
        if mark:
            words = f"/Title {hexadecimal(mark.words)} /Dest {name_string(mark.name)} /Parent {entry.made}"
            words += f" /Prev {kids[at - 1].made}" if at else ""
            words += f" /Next {kids[at + 1].made}" if at + 1 < len(kids) else ""
            _spell(kid, words)
