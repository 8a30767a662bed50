"""Where words stand in the text of a Word file, and what somebody wants to say there: said in plain numbers.

An element of a part is counted from 0 in the order of the file; a sign is counted from 0 in the words of an element.
"""

from __future__ import annotations

from datetime import datetime

from sla_drafter.values import frozen

Point = tuple[int, int]
"""An element, and before which of its signs."""


@frozen
class Spot:
    """Some words of the main text, from before the first sign to after the last; where both are one, a paragraph.

    `elsewhere` says where the words really stand when nothing can be marked there: "in the header".
    """

    first: Point
    last: Point
    elsewhere: str = ""


@frozen
class Sought:
    """Words that are looked for in a Word file.

    They stand in a paragraph (counted from 1 as a reader of the file sees them) or in a clause of ours (by its id); in
    neither, the beginning of the text is meant. Where the quote is there several times, its place `nth` counts, from 0;
    where it is not there or empty, the whole paragraph. `part` is the part of the quote that is meant: from which of
    its signs to which, with one space for each white space.
    """

    paragraph: int = 0
    clause: str = ""
    quote: str = ""
    nth: int = 0
    part: tuple[int, int] | None = None


@frozen
class Remark:
    """A comment on the words of a spot: its paragraphs, the first of them in bold."""

    spot: Spot
    paragraphs: tuple[str, ...]


@frozen
class Proposal:
    """Other words in the place of those of a spot, as a tracked change; none to take them out."""

    spot: Spot
    instead: str


@frozen
class Reviewer:
    """Who says it, and when; without a time, the same findings make the same file on any day."""

    name: str
    initials: str
    at: datetime | None = None

    @property
    def dated(self) -> dict[str, str]:
        """The attributes of a comment or a change: its author, and its time where one is told."""
        return {"author": self.name} | ({"date": f"{self.at:%Y-%m-%dT%H:%M:%SZ}"} if self.at else {})
