"""What the parts of one document share: running numbers, bookmarks, notes, remarks, relationships, further parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count

from attrs import Factory

from sla_drafter.document.nodes import Block, Comment, Deleted, Document, Inserted, Items, Paragraph, StoryKind
from sla_drafter.document.walk import sections_of
from sla_drafter.values import define, frozen
from sla_drafter.writers.docx.markup import anchor_name, attribute, bookmark_name
from sla_drafter.writers.docx.package import Relationship

DOCUMENT, NOTES, FOOTER = "document", "footnotes", "footer"


@frozen
class Part:
    """A further part of the file: its name, its kind, its bytes."""

    name: str
    kind: str
    data: bytes


@define
class Ledger:
    """The bookkeeping of one document."""

    notes: list[str] = Factory(list)
    remarks: list[str] = Factory(list)
    parts: list[Part] = Factory(list)
    arrows: dict[str, list[Relationship]] = Factory(lambda: {DOCUMENT: [], NOTES: []})
    _bookmarks: set[str] = Factory(set)
    _links: dict[tuple[str, str], str] = Factory(dict)
    _numbers: count[int] = Factory(lambda: count(1))

    def next_number(self) -> int:
        """A number that no other bookmark or tracked change of this document has."""
        return next(self._numbers)

    def bookmarked(self, name: str, inside: str) -> str:
        """The markup with a bookmark around it; a name that stands twice gets a number behind it."""
        unique, times = name, 1
        while unique in self._bookmarks:
            times += 1
            ending = f"_N{times}"
            unique = name[: 40 - len(ending)] + ending
        self._bookmarks.add(unique)
        number = self.next_number()
        return f'<w:bookmarkStart w:id="{number}" w:name="{unique}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'

    def marker(self, name: str) -> str:
        """An empty bookmark between paragraphs: what follows belongs to somebody else than what went before."""
        return self.bookmarked(name, "")

    def link(self, target: str, origin: str) -> str:
        """The id of the relationship that leads from a part to an address outside."""
        known = self._links.get((origin, target))
        if known is None:
            arrow = Relationship(f"sla{len(self._links) + len(self.parts) + 1}", "hyperlink", target, True)
            self.arrows[origin].append(arrow)
            known = self._links[origin, target] = arrow.id
        return known

    def add_part(self, part: Part) -> str:
        """The id of the relationship that leads from the text to a new part."""
        self.parts.append(part)
        identity = f"sla{len(self._links) + len(self.parts)}"
        self.arrows[DOCUMENT].append(Relationship(identity, part.kind, part.name.removeprefix("word/")))
        return identity

    def mark(self, change: Inserted | Deleted, inside: str) -> str:
        """The markup as a tracked change; nothing when there is nothing to mark."""
        return f"<w:{mark_name(change)}{self.by(change)}>{inside}</w:{mark_name(change)}>" if inside else ""

    def mark_of_whole(self, change: Inserted | Deleted) -> str:
        """The sign that a paragraph or a row as a whole was put in or taken out."""
        return f"<w:{mark_name(change)}{self.by(change)}/>"

    def by(self, change: Inserted | Deleted) -> str:
        """Number, author and time of a change."""
        return f' w:id="{self.next_number()}"{author_and_time(change.author, change.on)}'


def mark_name(change: Inserted | Deleted) -> str:
    """How Word spells the change."""
    return "ins" if isinstance(change, Inserted) else "del"


def author_and_time(author: str, on: datetime) -> str:
    """Who and when, as attributes; times are said in UTC."""
    return f' w:author="{attribute(author)}" w:date="{on.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"'


@frozen
class Landing:
    """Where a reference leads: the bookmark of a numbered paragraph, and the switch that asks for its number."""

    bookmark: str
    switch: str


ALONE, IN_FULL = "\\n", "\\w"


def landings(document: Document) -> Mapping[str, Landing]:
    """The landing of every id that can be pointed to; what has no number of its own leads to what it stands in."""
    found: dict[str, Landing] = {}
    for kind in (StoryKind.BODY, StoryKind.SCHEDULES):
        for section in sections_of(document.story(kind)):
            found[section.id] = Landing(bookmark_name(section.id), ALONE)
            _anchors(section.blocks, section.id, found[section.id], found)
    return found


def _anchors(blocks: tuple[Block, ...], clause: str, around: Landing, found: dict[str, Landing]) -> None:
    for block in blocks:
        match block:
            case Paragraph(id=anchor) if anchor:
                found[f"{clause}.{anchor}"] = around
            case Items(items=items, ordered=ordered):
                for item in items:
                    name = f"{clause}.{item.id}"
                    own = Landing(anchor_name(name), IN_FULL) if item.id and ordered else around
                    if item.id:
                        found[name] = own
                    _anchors(item.blocks, clause, own, found)
            case Inserted() | Deleted() | Comment():
                pass
            case _:
                pass
