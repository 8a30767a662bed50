"""Facts of one kind in columns: of a million rows each figure stands beside the others of its column, not in an object.

A table is a sequence of facts; a fact is made when it is asked for. Instants are whole numbers in an array, ids and
other words are held once however many rows name them, and a column of which every cell is the same is held as one cell.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, islice, repeat
from operator import eq, le, lt
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

T = TypeVar("T")
F = TypeVar("F")
Cells = Sequence[Any]

NEVER = 10**18
"""What has not happened: later than any instant that can be written, as an array of instants holds no gap."""
NOT_SAID = -NEVER
"""What a file says nothing about: earlier than any instant that can be written."""
INSTANTS = "q"
"""The type of a column of whole numbers; "" is that of any other."""


class Same(Sequence[T]):
    """A column of which every cell is the same."""

    __slots__ = ("size", "value")

    def __init__(self, value: T, size: int) -> None:
        self.value, self.size = value, size

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Same[T]: ...
    def __getitem__(self, place: int | slice) -> T | Same[T]:
        if isinstance(place, slice):
            return Same(self.value, len(range(self.size)[place]))
        if not -self.size <= place < self.size:
            raise IndexError(place)
        return self.value

    def __iter__(self) -> Iterator[T]:
        return repeat(self.value, self.size)


def distinct(column: Iterable[T]) -> Mapping[T, None]:
    """The values of a column, each once, in the order in which they first stand in it."""
    if isinstance(column, Same):
        return dict.fromkeys(column[:1])
    return dict.fromkeys(column)


def _like(column: Cells, cells: Iterable[Any], size: int) -> Cells:
    """So many cells in a column of the same make."""
    if isinstance(column, Same):
        return Same(column.value, size)
    return array(column.typecode, cells) if isinstance(column, array) else list(cells)


def objects(column: Sequence[T]) -> Collection[T]:
    """The things that a column holds, each once where it is the very same thing: a million cells share a few."""
    return column[:1] if isinstance(column, Same) else {id(cell): cell for cell in column}.values()


class Column(Generic[T]):
    """The name of one column of a table, by its place."""

    def __init__(self, place: int) -> None:
        self.place = place

    def __get__(self, table: Table[Any], owner: type) -> T:
        cells: T = table.columns[self.place]  # type: ignore[assignment]
        return cells


class Table(Sequence[F], Generic[F]):
    """Facts of one kind in columns of the same length; `MAKES` is the type of each column.

    What it is cut or chosen into is a table again. It equals any sequence of the same facts.
    """

    MAKES: ClassVar[tuple[str, ...]]
    __slots__ = ("columns",)

    def __init__(self, columns: Sequence[Cells]) -> None:
        self.columns = tuple(columns)

    @staticmethod
    @abstractmethod
    def fact(*cells: Any) -> Any:
        """One fact from its cells."""

    @staticmethod
    @abstractmethod
    def cells(fact: Any) -> tuple[Any, ...]:
        """The cells of one fact."""

    @classmethod
    def of(cls, facts: Iterable[F]) -> Self:
        """A table of facts; one that is a table already stays as it is."""
        if isinstance(facts, cls):
            return facts
        pile = Pile(cls)
        for fact in facts:
            pile.append(fact)
        return cls(pile.columns)

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, place: int) -> F: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> F | Self:
        cells = [column[place] for column in self.columns]
        return type(self)(cells) if isinstance(place, slice) else self.fact(*cells)

    def __iter__(self) -> Iterator[F]:
        return map(self.fact, *self.columns)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it equals a tuple, and has not its hash

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"

    def where(self, wanted: Iterable[bool]) -> Self:
        """The rows for which something is true."""
        chosen = list(wanted)
        size = chosen.count(True)
        if size == len(chosen):
            return self
        return type(self)([_like(column, compress(column, chosen), size) for column in self.columns])

    def at(self, places: Sequence[int]) -> Self:
        """The rows at some places, in their order."""
        size = len(places)
        return type(self)([_like(column, map(column.__getitem__, places), size) for column in self.columns])

    def named(self, column: Cells, name: object) -> Self:
        """The rows of which one column holds a name."""
        if isinstance(column, Same):
            return self if column.value == name else self[:0]
        return self.where(map(eq, column, repeat(name)))


class Pile(Generic[F]):
    """A table while it grows, by columns or by single facts."""

    def __init__(self, kind: type[Table[F]]) -> None:
        self.kind = kind
        self.columns: list[Any] = [Same(None, 0) for _ in kind.MAKES]

    def __len__(self) -> int:
        return len(self.columns[0])

    def append(self, fact: F) -> None:
        """One fact more."""
        self.add([Same(cell, 1) for cell in self.kind.cells(fact)])

    def add(self, columns: Iterable[Cells]) -> None:
        """Rows more, given in columns of the same length."""
        for place, cells in enumerate(columns):
            self.columns[place] = _grown(self.columns[place], cells, self.kind.MAKES[place])


def _grown(column: Any, cells: Cells, make: str) -> Any:
    """A column with more cells; as long as all of them are the same, it is held as one."""
    if isinstance(column, Same):
        if isinstance(cells, Same) and (not column or column.value is cells.value):
            return Same(cells.value, len(column) + len(cells))
        column = array(make, column) if make else list(column)
    column.extend(cells)
    return column


def in_order(column: Sequence[int]) -> bool:
    """Whether no number of a column is below the one before it."""
    return all(map(le, column, islice(column, 1, None)))


def rising(column: Sequence[int]) -> bool:
    """Whether each number of a column is above the one before it."""
    return all(map(lt, column, islice(column, 1, None)))
