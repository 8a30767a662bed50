"""The tables of a printed page: lines with wide gaps that follow each other, and lines on which a cell goes on."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.foreign.labels import split
from sla_drafter.values import frozen

GAP = "\t"
"""What stands in a line where the page has a wide gap."""
_FEWEST = 2
_GOES_ON = 3, 4  # a line on which a cell goes on is shorter than three quarters of the longest
_WIDE = compiled(r" {4,}")
_NARROW = compiled(r" {2,}")
_NUMBERED = compiled(r"((?:§ ?)?\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,3}[.)]|\(?[a-zA-Z]{1,4}[.)]|[•●▪◦‣–-])\t")
_HEADING = compiled(r"\d{1,3}\t[^\t\d][^\t]*\Z")


@frozen
class Rows:
    """A table as its rows, each as its cells."""

    cells: tuple[tuple[str, ...], ...]


def set_line(line: str) -> str:
    """A line without the white space that sets it; a wide gap stays as a tab, but not the one after a number."""
    return _NARROW.sub(" ", _NUMBERED.sub(r"\1 ", _WIDE.sub(GAP, line.strip()), count=1))


def parts(lines: list[str]) -> Iterator[Rows | list[str]]:
    """The tables of a page and the lines between them, in their order."""
    longest = max(map(len, lines), default=0)
    gathered: list[str] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at, longest)
        if end == at:
            gathered.append(lines[at])
            at += 1
            continue
        yield gathered
        gathered = []
        yield Rows(tuple(_rows(lines[at:end])))
        at = end
    yield gathered


def _is_row(line: str) -> bool:
    return GAP in line and not _HEADING.match(line)


def _end_of_table(lines: list[str], start: int, longest: int) -> int:
    """Where a table that starts with a line ends; where it starts, if there is none: a row alone is no table.

    An empty line may part two rows. A short line without a gap and without a number goes on with the row before it.
    """
    rows, end = 0, start
    for at in range(start, len(lines)):
        if _is_row(lines[at]):
            rows, end = rows + 1, at + 1
        elif not (_parts_two_rows(lines, at) or (at > start and _goes_on(lines[at], longest))):
            break
        elif lines[at]:
            end = at + 1
    return end if rows >= _FEWEST else start


def _parts_two_rows(lines: list[str], at: int) -> bool:
    return not lines[at] and at + 1 < len(lines) and _is_row(lines[at + 1])


def _goes_on(line: str, longest: int) -> bool:
    part, whole = _GOES_ON
    return bool(line) and GAP not in line and len(line) * whole < longest * part and not split(line, heading=False)[0]


def _rows(lines: list[str]) -> Iterator[tuple[str, ...]]:
    cells: list[str] = []
    for line in filter(None, lines):
        if GAP in line and cells:
            yield tuple(cells)
            cells = []
        cells += filter(None, map(str.strip, line.split(GAP)))
    yield tuple(cells)
