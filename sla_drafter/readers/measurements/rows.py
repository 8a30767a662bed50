"""Reads the rows of one file: each is a fact, is outside the period, or is a mistake with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import Factory, define, frozen

from sla_drafter.model.measured import Evidence, Span, Ticket
from sla_drafter.readers.measurements.belonging import Belonging
from sla_drafter.readers.measurements.days import IN_ZONE
from sla_drafter.readers.measurements.facts import Fact, Facts
from sla_drafter.readers.measurements.header import Layout
from sla_drafter.readers.measurements.kinds import Column
from sla_drafter.readers.measurements.mistakes import Wrong
from sla_drafter.readers.measurements.sheet import MOST_ROWS, Sheet

_FAULTS_OF_TIMES = ("wrong_time", "time_without_zone", "unknown_zone", "changed_clock", "future_time")
_ABSENT = -1  # each row gets one empty cell more at its end


@frozen
class Cell:
    """How one column of a row is read: which cell, by which function, and its name as the file writes it."""

    index: int
    read: Callable[[str], Any]
    written: str


@define
class Taken:
    """What one file gave: its facts, how many rows it has, and how many of them do not touch the period."""

    facts: list[Fact] = Factory(list)
    rows: int = 0
    outside: int = 0
    first_outside: int = 0


class RowReader:
    """Reads the rows of one sheet."""

    def __init__(self, sheet: Sheet, layout: Layout, facts: Facts, belonging: Belonging, period: Span | None) -> None:
        self.sheet, self.layout, self.facts, self.listing = sheet, layout, facts, facts.listing
        self.belonging, self.period = belonging, period
        self.make = facts.makers[layout.kind.name]
        self.plan = [_cell(column, index, sheet.header, facts) for column, index in layout.indices]
        self.adjust = self._adjustment()

    def take(self) -> Taken:
        """Every row once; of more rows than are read, the file is refused as a whole."""
        cells, rest = self._present_and_rest()
        make, width, adjust, period = self.make, self.layout.width, self.adjust, self.period
        taken = Taken()
        for evidence, row in self.sheet.rows():
            taken.rows += 1
            if len(row) != width:
                self._other_width(evidence, row, taken)
                continue
            row.append("")  # the cell of every column that the file does not have
            try:
                if adjust:
                    adjust(row)
                fact = make(evidence, *[read(row[index]) for index, read in cells], *rest)
            except Wrong:
                self._explain(evidence, row, taken)
                continue
            if period is None or touches(fact, period):
                taken.facts.append(fact)
            else:
                taken.outside += 1
                taken.first_outside = taken.first_outside or evidence.line
            if taken.rows > MOST_ROWS:
                self.listing.say("file_too_large", f"{self.listing.file} has more than {MOST_ROWS:,} rows. Divide it.")
                return taken
        return taken

    def _present_and_rest(self) -> tuple[list[tuple[int, Callable[[str], Any]]], list[Any]]:
        """How the cells up to the last one that the file has are read, and what the columns after it always are."""
        present = max(position for position, cell in enumerate(self.plan, 1) if cell.index != _ABSENT)
        rest = [cell.read("") for cell in self.plan[present:]]
        return [(cell.index, cell.read) for cell in self.plan[:present]], rest

    def _adjustment(self) -> Callable[[list[str]], None] | None:
        """What is done to a row before it is read, where the file has a zone or an agreement in each row."""
        layout, header, check = self.layout, self.sheet.header, self.belonging.check
        zone = layout.index("zone")
        claims = [(key, index) for key in ("agreement", "version") if (index := layout.index(key)) is not None]
        times = [
            (index, IN_ZONE[column.type])
            for column, index in layout.indices
            if column.type in IN_ZONE and index is not None
        ]
        if zone is None and not claims:
            return None

        def adjust(row: list[str]) -> None:
            for key, index in claims:
                check(key, row[index].strip(), header[index])
            if zone is not None and row[zone].strip():
                for index, in_zone in times:
                    row[index] = _in_zone(in_zone, row[index], row[zone].strip(), header[index], header[zone])

        return adjust

    def _other_width(self, evidence: Evidence, row: list[str], taken: Taken) -> None:
        if _is_blank(row, taken):
            return
        message = f"The row has {len(row)} cells, the header has {self.layout.width}."
        hint = "Quote a cell that holds the separator." if len(row) > self.layout.width else "Is a separator missing?"
        self.listing.wrong(Wrong("broken_row", f"{message} {hint}"), evidence)

    def _explain(self, evidence: Evidence, row: list[str], taken: Taken) -> None:
        """Says everything that is wrong with a row that could not be read at once; a blank row is none."""
        if not _is_blank(row, taken):
            for wrong, column in self._wrongs(evidence, row):
                self.listing.wrong(wrong, evidence, column)

    def _wrongs(self, evidence: Evidence, row: list[str]) -> list[tuple[Wrong, str]]:
        """What is wrong with a row, each with the column: its agreement or zone, its cells, or how they fit."""
        try:
            if self.adjust:
                self.adjust(row)
        except Wrong as wrong:
            return [(wrong, "")]
        values = [_read(cell, row) for cell in self.plan]
        wrongs = [
            (value, cell.written) for value, cell in zip(values, self.plan, strict=True) if isinstance(value, Wrong)
        ]
        return _each_once(wrongs) or self._unfit(evidence, values)

    def _unfit(self, evidence: Evidence, values: list[Any]) -> list[tuple[Wrong, str]]:
        """Why the cells of a row, each of them right, do not fit together."""
        try:
            self.make(evidence, *values)
        except Wrong as wrong:
            return [(wrong, "")]
        return []


def _cell(column: Column, index: int | None, header: Sequence[str], facts: Facts) -> Cell:
    return Cell(
        -1 if index is None else index, facts.cells[column.type], column.name if index is None else header[index]
    )


def _in_zone(in_zone: Callable[[str, str], str], text: str, zone: str, column: str, zone_column: str) -> str:
    """A time with its offset; what is wrong is said of its column, or of that of the zone."""
    try:
        return in_zone(text, zone)
    except Wrong as wrong:
        where = zone_column if wrong.name == "unknown_zone" else column
        raise Wrong(wrong.name, wrong.message, wrong.right, where) from None


def _each_once(wrongs: Sequence[tuple[Wrong, str]]) -> list[tuple[Wrong, str]]:
    """The faults of one row; times with the same fault are one, said of the first."""
    columns: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], Wrong] = {}
    for wrong, column in wrongs:
        key = (wrong.name, "" if wrong.name in _FAULTS_OF_TIMES else column)
        columns.setdefault(key, []).append(column)
        first.setdefault(key, wrong)
    return [(_of_all(first[key], also), column) for key, (column, *also) in columns.items()]


def _of_all(first: Wrong, also: Sequence[str]) -> Wrong:
    """A fault, with the other columns that have it."""
    if not also:
        return first
    end = f"The time in {also[0]} is" if len(also) == 1 else f"The times in {' and '.join(also)} are"
    return Wrong(first.name, lambda: f"{first.message} {end} wrong too.", first.right, first.column)


def _is_blank(row: list[str], taken: Taken) -> bool:
    """Whether a row holds nothing, as a spreadsheet leaves below its table; such a row is none."""
    blank = not any(cell.strip() for cell in row)
    taken.rows -= blank
    return blank


def _read(cell: Cell, row: list[str]) -> Any:
    """What a cell holds, or why it cannot be read."""
    try:
        return cell.read(row[cell.index])
    except Wrong as refused:
        return refused.again()  # without what it passed through, which would keep itself in memory


def touches(fact: Fact, period: Span) -> bool:
    """Whether a fact lies in a period at least in part; a case that is not restored goes on."""
    if isinstance(fact, Ticket):
        return fact.opened_at < period.end and (fact.restored_at is None or fact.restored_at >= period.start)
    start, end = fact.span
    return start < period.end and (end > period.start or start == end == period.start)
