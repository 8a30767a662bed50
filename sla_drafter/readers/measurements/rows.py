"""Reads the rows of one file: each is a fact, is outside the period, or is a mistake with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import Factory

from sla_drafter.model.columns import NEVER, NOT_SAID, Cells, Pile, Same
from sla_drafter.model.measured import Evidence, Span, Ticket
from sla_drafter.readers.measurements.at_once import AT_ONCE, chosen, each
from sla_drafter.readers.measurements.belonging import Belonging
from sla_drafter.readers.measurements.days import IN_ZONE
from sla_drafter.readers.measurements.facts import Fact, Facts
from sla_drafter.readers.measurements.header import Layout
from sla_drafter.readers.measurements.kinds import NOTICE, Column
from sla_drafter.readers.measurements.mistakes import Wrong
from sla_drafter.readers.measurements.sheet import MOST_ROWS, Batch, Sheet
from sla_drafter.values import define, frozen

_FAULTS_OF_TIMES = ("wrong_time", "time_without_zone", "unknown_zone", "changed_clock", "future_time")
_ABSENT = -1  # each row gets one empty cell more at its end


@frozen
class Cell:
    """How one column is read: which cell, by which function, all cells at once, and its name as the file writes it."""

    index: int
    read: Callable[[str], Any]
    read_all: Callable[[Sequence[str]], Cells]
    written: str


@define
class Taken:
    """What one file gave: its facts, how many rows it has, and how many of them do not touch the period."""

    facts: Pile[Any] | list[Any] = Factory(list)
    rows: int = 0
    outside: int = 0
    first_outside: int = 0


class RowReader:
    """Reads the rows of one sheet: a batch at once if nothing in it is remarkable, otherwise one by one."""

    def __init__(self, sheet: Sheet, layout: Layout, facts: Facts, belonging: Belonging, period: Span | None) -> None:
        self.sheet, self.layout, self.facts, self.listing = sheet, layout, facts, facts.listing
        self.belonging, self.period = belonging, period
        self.make = facts.makers[layout.kind.name]
        self.plan = [_cell(column, index, sheet.header, facts) for column, index in layout.indices]
        self.adjust = self._adjustment()
        self.present, self.rest = self._present_and_rest()
        self.at_once = AT_ONCE.get(layout.kind.name)

    def take(self) -> Taken:
        """Every row once; of more rows than are read, the file is refused as a whole."""
        taken = Taken(Pile(self.at_once.table) if self.at_once else [])
        for batch in self.sheet.batches(self.layout.width):
            if not isinstance(batch, Batch):
                self._take_row(*batch, taken)
            elif not self._take_at_once(batch, taken):
                for evidence, row in batch.rows():
                    self._take_row(evidence, row, taken)
            if taken.rows > MOST_ROWS:
                self.listing.say("file_too_large", f"{self.listing.file} has more than {MOST_ROWS:,} rows. Divide it.")
                return taken
        return taken

    def _take_at_once(self, batch: Batch, taken: Taken) -> bool:
        """Takes a batch column by column; nothing is taken, and it is false, where a row is remarkable."""
        how, facts = self.at_once, taken.facts
        if how is None or not isinstance(facts, Pile) or (self.adjust and not self._is_as_it_stands(batch)):
            return False
        try:
            columns: list[Cells] = [self._column(cell, batch) for cell in self.plan]
        except Wrong:
            return False
        if not how.is_plain(columns):
            return False
        columns += (Same(batch.name, len(batch)), batch.lines, batch.positions)
        gone = how.outside(columns, self.period)
        if any(gone):
            taken.outside += sum(gone)
            taken.first_outside = taken.first_outside or batch.lines[gone.index(True)]
            columns = chosen(columns, gone)
        taken.rows += len(batch)
        facts.add(columns)
        return True

    def _column(self, cell: Cell, batch: Batch) -> Cells:
        if cell.index != _ABSENT:
            return cell.read_all(batch.columns[cell.index])
        value = cell.read("")
        return Same(NEVER if value is None else value, len(batch))

    def _is_as_it_stands(self, batch: Batch) -> bool:
        """Whether no row of a batch names a zone or another agreement."""
        zone = self.layout.index("zone")
        try:
            for key in ("agreement", "version"):
                if (index := self.layout.index(key)) is not None:
                    for words in set(batch.columns[index]):
                        self.belonging.check(key, words.strip())
        except Wrong:
            return False
        return zone is None or not any(map(str.strip, batch.columns[zone]))

    def _take_row(self, evidence: Evidence, row: list[str], taken: Taken) -> None:
        taken.rows += 1
        if len(row) != self.layout.width:
            self._other_width(evidence, row, taken)
            return
        row.append("")  # the cell of every column that the file does not have
        try:
            if self.adjust:
                self.adjust(row)
            fact = self.make(evidence, *[read(row[index]) for index, read in self.present], *self.rest)
        except Wrong:
            self._explain(evidence, row, taken)
            return
        if self.period is None or touches(fact, self.period):
            taken.facts.append(fact)
        else:
            taken.outside += 1
            taken.first_outside = taken.first_outside or evidence.line

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
    read = facts.cells[column.type]
    read_all = facts.columns.get(column.type) or each(read)
    if index is None:
        return Cell(_ABSENT, (lambda _: NOT_SAID) if column.type == NOTICE else read, read_all, column.name)
    return Cell(index, read, read_all, header[index])


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
