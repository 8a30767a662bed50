"""What stands in an agreement file before it is typed: a small tree in which each node knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePath

import attrs

from sla_drafter.findings import Place
from sla_drafter.values import frozen


@frozen(slots=False)
class Origin:
    """The file a node stands in: its name as given, and its text."""

    name: PurePath
    text: str = attrs.field(repr=False)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without their ends."""
        return tuple(line.rstrip("\r") for line in self.text.split("\n"))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line starts, counted in characters from 0."""
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return tuple(starts)

    def place(self, start: int, end: int, note: str = "") -> Place:
        """The place of the characters from start up to end; what runs over several lines is marked on its first."""
        from bisect import bisect_right

        line = bisect_right(self.starts, start, hi=len(self.lines)) - 1
        column = start - self.starts[line]
        text = self.lines[line]
        length = max(1, min(end, self.starts[line] + len(text)) - start)
        return Place(self.name, line + 1, column + 1, text, length, note, self._is_private(line))

    def _is_private(self, line: int) -> bool:
        """Whether a line is in the private part: its nearest line without indentation, itself or above, opens it."""
        above = self.lines[line::-1]
        return next((one for one in above if one[:1] not in ("", " ", "#")), "").startswith("private")


@frozen(eq=False)
class Scalar:
    """One value as text. `plain` is false when it stood in quotes or as a block of lines."""

    text: str
    origin: Origin
    start: int
    end: int
    plain: bool = True


@frozen(eq=False)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@frozen(eq=False)
class Mapping:
    """Keys with values, in the order of the file; `flow` is true when they stand in braces."""

    entries: tuple[Entry, ...]
    origin: Origin
    start: int
    end: int
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        entry = self.entry(key)
        return entry.value if entry else None

    def entry(self, key: str) -> Entry | None:
        """The key and its value, or None."""
        return next((entry for entry in self.entries if entry.key.text == key), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in the order of the file."""
        return tuple(entry.key.text for entry in self.entries)


@frozen(eq=False)
class Sequence:
    """Values in a row; `flow` is true when they stand in brackets."""

    items: tuple[Node, ...]
    origin: Origin
    start: int
    end: int
    flow: bool = False


Node = Scalar | Mapping | Sequence


def place_of(node: Node, note: str = "") -> Place:
    """Where a node stands; what has keys or items of its own is shown by the first of them."""
    first = first_scalar(node) or node
    return first.origin.place(first.start, first.end, note)


def first_scalar(node: Node) -> Scalar | None:
    """The first key or value inside a node, or the node itself if it is a value."""
    match node:
        case Scalar():
            return node
        case Mapping():
            return node.entries[0].key if node.entries else None
        case Sequence():
            return first_scalar(node.items[0]) if node.items else None


def source_of(node: Node) -> str:
    """The node as it is written in its file."""
    return node.origin.text[node.start : node.end].rstrip()


def scalars_of(node: Node) -> Iterator[Scalar]:
    """Every key and every value inside a node, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Mapping():
            for entry in node.entries:
                yield entry.key
                yield from scalars_of(entry.value)
        case Sequence():
            for item in node.items:
                yield from scalars_of(item)
