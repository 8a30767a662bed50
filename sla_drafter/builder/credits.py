"""The statement of credits of an agreement: measurements read, figures computed, paper written and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sla_drafter.assembly.clause_names import clause_names
from sla_drafter.assembly.defaults import effective
from sla_drafter.attainment.attain import windows_of
from sla_drafter.attainment.history import TREND
from sla_drafter.attainment.instants import moment
from sla_drafter.attainment.months import add_months
from sla_drafter.attainment.report import COLUMNS, rows, tree
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.windows import Period
from sla_drafter.builder.bare import BarePaper
from sla_drafter.builder.noticed import noticed, refuse_before_start
from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document
from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Severity
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Span
from sla_drafter.readers.agreement_file import load
from sla_drafter.readers.clauses import load_library
from sla_drafter.readers.measurements import Read, read_measurements, without_collection
from sla_drafter.values import frozen


@frozen(eq=False)
class Computed:
    """A statement with the name of each clause ("clause 7.3 Applying credits") and what was noticed in the files."""

    statement: Statement
    clauses: Mapping[str, str]
    findings: tuple[Finding, ...] = ()

    def tree(self) -> dict[str, Any]:
        """The statement as a tree of exact figures."""
        return tree(self.statement, self.clauses)

    def json(self) -> bytes:
        """The statement as JSON, with what was noticed in the files."""
        from sla_drafter.writers.statement.json import write

        noticed = [{"rule": one.rule, "severity": one.severity.value, "said": str(one)} for one in self.findings]
        return write({**self.tree(), "findings": noticed})

    def csv(self) -> bytes:
        """The statement as a table, one row for each metric."""
        from sla_drafter.writers.statement.csv import write

        return write(COLUMNS, rows(self.statement))

    def refuse_open(self) -> None:
        """A statement of which rows could not be used is no statement yet; `NotWritten` names them."""
        if not self.statement.final:
            wrong = tuple(one for one in self.findings if one.severity is Severity.ERROR)
            raise NotWritten("Nothing was written: the statement is not final", wrong)

    def paper(self, language: str = "") -> Document:
        """The statement as a paper."""
        from sla_drafter.attainment.to_document import to_document

        return to_document(self.statement, self.clauses, language)

    def printed(self, house: House, names: Sequence[str]) -> Mapping[str, bytes]:
        """The statement as files by their names, each read back."""
        from sla_drafter.builder.files import proven

        made = proven(BarePaper(self.paper(), house), [Path(name) for name in names], source=False)
        return {path.name: data for path, data in made.items()}

    def write(
        self, *paths: str | Path, house: str | Path | None = None, force: bool = False, unfinished: bool = False
    ) -> tuple[Path, ...]:
        """Write the statement in a house style, one file for each path; each is read back before it takes its place.

        One that is not final raises `NotWritten`, unless it is asked for `unfinished`: then every page says so.
        """
        if not unfinished:
            self.refuse_open()
        from sla_drafter.builder.files import written_files
        from sla_drafter.readers.house import load_house

        print_of = BarePaper(self.paper(), load_house(house) if house else load_house())
        return written_files(print_of, [Path(path) for path in paths], force=force, source=False)


def compute_credits(
    agreement: Path, measurements: Sequence[Path], period: Period, *, on: date | None = None, strict: bool = False
) -> Computed:
    """Attainment and credits of a period, from an agreement file and files of measurements.

    `on` is the day at whose end the figures were taken: what lies after it is wrong. Raises `Unreadable` for an
    agreement or, when strict, for a measurement that has a mistake.
    """
    taken = taken_for(agreement, measurements, period, TREND, on=on, strict=strict)
    with without_collection():
        statement = statement_of(taken.agreement, taken.read.measurements, period)
    found = (*taken.read.findings, *noticed(statement, taken.read.measurements, on))
    return Computed(statement, taken.clauses, found)


@frozen(eq=False)
class Taken:
    """What statements are made of: the agreement, the name of each of its clauses, and what was measured."""

    agreement: Agreement
    clauses: Mapping[str, str]
    read: Read


def taken_for(
    agreement: Path, measurements: Sequence[Path], period: Period, months: int, *, on: date | None, strict: bool
) -> Taken:
    """An agreement file and what was measured for so many months, the period last."""
    library = load_library()
    agreed = effective(load(agreement, library.clauses).agreement, library)
    refuse_before_start(agreed, period)
    end = _end_of(on, agreed) if on else None
    read = read_measurements(measurements, agreed, period=_wanted(agreed, period, months), strict=strict, on=end)
    return Taken(agreed, clause_names(agreed, library), read)


def _end_of(day: date, agreement: Agreement) -> datetime:
    """The first instant after a day, on the clock of the agreement."""
    zone = zone_of(agreement)
    return moment(Period(day, day + timedelta(days=1)).span(zone).end, zone)


def _wanted(agreement: Agreement, period: Period, months: int) -> Span:
    """From the earliest instant that a figure of so many months needs to the last: windows, and the months before."""
    windows = windows_of(agreement, period)
    first = min(add_months(period.first, 1 - months), *(window.first for window in windows))
    last = max(period.end, *(window.end for window in windows))
    return Period(first, last).span(zone_of(agreement))
