"""Reads a batch of rows at once, column by column; a batch in which a row is remarkable is left to be read row by row.

So a million rows of the common form cost little, and whatever is wrong or odd is judged and said by the one reader that
knows how to say it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import le, lt
from typing import Any, TypeVar

from sla_drafter.model.columns import Cells, Same, Table
from sla_drafter.model.measured import Outages, Span, Tickets
from sla_drafter.readers.measurements.mistakes import Wrong
from sla_drafter.values import frozen

T = TypeVar("T")
_MISSING = Wrong("missing_value", "")


@frozen
class AtOnce:
    """How the rows of one kind are read at once: into which table, and how one sees that nothing is remarkable.

    `begin` and `end` are the columns that say when a row begins and ends; the instant of its end belongs to it or not.
    """

    table: type[Table[Any]]
    begin: int
    end: int
    end_included: bool
    is_plain: Callable[[Sequence[Cells]], bool]

    def outside(self, columns: Sequence[Cells], period: Span | None) -> list[bool]:
        """Which rows do not touch a period; nothing where each of them does."""
        begins, ends = columns[self.begin], columns[self.end]
        if period is None:
            return []
        first = period.start - self.end_included
        if max(begins) < period.end and min(ends) > first:
            return []
        return [begin >= period.end or end <= first for begin, end in zip(begins, ends, strict=True)]


def _last_some_time(columns: Sequence[Cells]) -> bool:
    return all(map(lt, columns[0], columns[1]))


def _follow(columns: Sequence[Cells]) -> bool:
    """Whether the times of each case follow one another, and its pauses lie between its opening and its end."""
    _, _, opened, answered, restored, _, paused, *_ = columns
    if not (all(map(le, opened, answered)) and all(map(le, opened, restored))):
        return False
    return not any(paused) or all(
        start >= begin and stop <= end
        for begin, end, pauses in zip(opened, restored, paused, strict=True)
        for start, stop in pauses
    )


AT_ONCE: Mapping[str, AtOnce] = {
    "outages": AtOnce(Outages, 0, 1, end_included=False, is_plain=_last_some_time),
    "tickets": AtOnce(Tickets, 2, 4, end_included=True, is_plain=_follow),
}
"""The kinds of which there may be a million rows."""


def each(read: Callable[[str], T]) -> Callable[[Sequence[str]], Sequence[T]]:
    """A reader of columns that reads every cell, or one of them where all are the same."""
    return lambda texts: Same(read(texts[0]), len(texts)) if _is_one(texts) else list(map(read, texts))


def _is_one(texts: Sequence[str]) -> bool:
    return texts[0] == texts[-1] and all(map(texts[0].__eq__, texts))


def words(texts: Sequence[str]) -> Sequence[str]:
    """Words without the blanks around them; what stands in several rows is held once."""
    if _is_one(texts):
        return Same(texts[0].strip(), len(texts))
    known: dict[str, str] = {}
    stripped = list(map(str.strip, texts))
    return list(map(known.setdefault, stripped, stripped))


def identities(texts: Iterable[str]) -> list[str]:
    """The numbers of cases; raises `Wrong` if one is missing."""
    found = list(map(str.strip, texts))
    if not all(found):
        raise _MISSING.again()
    return found


def chosen(columns: Iterable[Cells], gone: Sequence[bool]) -> list[Cells]:
    """The cells of the rows that are not gone."""
    return [[cell for cell, out in zip(column, gone, strict=True) if not out] for column in columns]
