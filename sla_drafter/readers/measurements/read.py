"""Reads measured facts for one agreement: every row is used, left out with a reason, or an error with its place."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import Factory, evolve

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Place, Severity
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import Pile
from sla_drafter.model.measured import Evidence, Span
from sla_drafter.model.record import Measurements, Record, Unread
from sla_drafter.readers.measurements.across import compared
from sla_drafter.readers.measurements.belonging import Belonging, say_if_all_are_strangers
from sla_drafter.readers.measurements.coverage import coverage
from sla_drafter.readers.measurements.facts import Facts
from sla_drafter.readers.measurements.files import Opened, opened
from sla_drafter.readers.measurements.header import kind_meant, layout_of
from sla_drafter.readers.measurements.kinds import KINDS
from sla_drafter.readers.measurements.mistakes import Listing, Mistake, finding
from sla_drafter.readers.measurements.rows import RowReader, Taken
from sla_drafter.readers.measurements.sheet import Wanted
from sla_drafter.values import define, frozen


@frozen
class Read:
    """What was measured, and everything that was noticed while it was read."""

    measurements: Measurements
    findings: tuple[Finding, ...] = ()


def read_measurements(
    paths: Sequence[Path],
    agreement: Agreement,
    *,
    period: Span | None = None,
    strict: bool = False,
    on: datetime | None = None,
) -> Read:
    """What was measured for an agreement, from CSV, JSON and Parquet files and folders of them.

    A row that is wrong is named and left out. `period` leaves out the rows that do not touch it, `on` is the moment at
    which the figures were taken: what lies after it is wrong. Raises `Unreadable` for a path that does not exist, and
    with `strict` for every error and warning at once.
    """
    if on is not None and on.tzinfo is None:
        raise ValueError(f"{on.isoformat()} has no time zone")
    reading = _Reading(agreement, period, Facts(agreement, on), Belonging(agreement))
    with without_collection():
        for file in opened(paths):
            reading.add(file)
        read = reading.finish()
    if strict:
        _refuse(read.findings)
    return read


@contextmanager
def without_collection() -> Iterator[None]:
    """No search for garbage while facts pile up: none of them is any, and looking through a million takes seconds.

    It is a setting of the whole process, so what uses it is short: reading files, and adding up what was read.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@define
class _Reading:
    """All files of one call: their facts by kind, and their mistakes by file."""

    agreement: Agreement
    period: Span | None
    facts: Facts
    belonging: Belonging
    by_kind: dict[str, Pile[Any] | list[Any]] = Factory(dict)
    listings: dict[str, Listing] = Factory(dict)
    files: dict[str, Opened] = Factory(dict)
    records: list[Record] = Factory(list)

    def add(self, file: Opened) -> None:
        """Reads one file; a file whose header or agreement is wrong gives no record."""
        self.files[file.name], self.listings[file.name] = file, file.listing
        sheet = file.sheet
        if sheet is None or not file.is_table or not self.belonging.holds(sheet.claims, file.listing):
            return
        readable, covers = coverage(sheet.claims, self.facts.day, file.listing)
        if not readable:
            return
        if not sheet.header and sheet.kind:
            self._keep(file, sheet.kind, Taken(rows=sheet.broken), covers)
            return
        layout = layout_of(sheet, file.listing)
        if layout is None:
            return
        self.facts.listing = file.listing
        taken = RowReader(sheet, layout, self.facts, self.belonging, self.period).take()
        taken.rows += sheet.broken
        if not file.listing.counts.get("file_too_large"):
            self._keep(file, layout.kind.name, taken, covers)

    def _keep(self, file: Opened, kind: str, taken: Taken, covers: Span | None) -> None:
        listing, used = file.listing, len(taken.facts)
        before = self.by_kind.setdefault(kind, taken.facts)
        if before is not taken.facts:
            _put_after(before, taken.facts)
        if not taken.rows:
            listing.say("no_rows", f"{listing.file} has no row: it says that there were no {kind}.")
        if taken.outside:
            message = (
                f"{taken.outside:,} of {taken.rows:,} rows of {listing.file} do not touch the period and are left out."
            )
            listing.say("outside_period", message, taken.first_outside)
        say_if_all_are_strangers(listing, taken.rows, used + taken.outside)
        rows = taken.rows
        self.records.append(Record(listing.file, kind, rows, rows - used, taken.outside, file.digest, covers))

    def finish(self) -> Read:
        """The facts of all files, compared with one another, and the findings with their places."""
        kinds = {name: _all_of(self.by_kind.pop(name, ())) for name in KINDS}
        measured, twice = compared(Measurements(**kinds), self.listings)
        records = tuple(_without(record, twice) for record in self.records)
        files = tuple(record.file for record in records)
        unread = tuple(self._unread(files))
        return Read(evolve(measured, files=files, records=records, unread=unread), tuple(self._findings()))

    def _unread(self, files: Collection[str]) -> Iterator[Unread]:
        """The files that gave no record, since something is wrong with them."""
        for name, listing in self.listings.items():
            if name not in files and listing.has_error:
                sheet = self.files[name].sheet
                yield Unread(name, kind_meant(sheet) if sheet else "")

    def _findings(self) -> Iterator[Finding]:
        """Worst first, then file by file in the order in which they were given, and line by line."""
        mistakes = [one for listing in self.listings.values() for one in (*listing.listed, *listing.folded())]
        places = self._places(mistakes)
        order = {name: position for position, name in enumerate(self.listings)}
        found = [(one, finding(one, (places[wanted] for wanted in _sides(one)))) for one in mistakes]
        found.sort(key=lambda pair: (pair[1].severity.rank, order[pair[0].evidence.file], pair[0].evidence[1:]))
        return (said for _, said in found)

    def _places(self, mistakes: Iterable[Mistake]) -> Mapping[Wanted, Place]:
        by_file: dict[str, list[Wanted]] = {}
        for one in mistakes:
            for wanted in _sides(one):
                by_file.setdefault(wanted[0].file, []).append(wanted)
        places: dict[Wanted, Place] = {}
        for name, wanted_here in by_file.items():
            places.update(self.files[name].places(wanted_here))
        return places


def _put_after(before: Pile[Any] | list[Any], more: Pile[Any] | list[Any]) -> None:
    """The facts of one more file after those of the files before."""
    if isinstance(before, Pile) and isinstance(more, Pile):
        before.add(more.columns)
    elif isinstance(before, list) and isinstance(more, list):
        before.extend(more)


def _all_of(facts: Pile[Any] | Iterable[Any]) -> Any:
    return facts.kind(facts.columns) if isinstance(facts, Pile) else tuple(facts)


def _sides(mistake: Mistake) -> tuple[Wanted, ...]:
    """The places that a mistake speaks of: its own, and the other side of a contradiction."""
    here = (mistake.evidence, mistake.column, "")
    return (here, (mistake.other, mistake.column, mistake.note)) if mistake.other else (here,)


def _without(record: Record, twice: Iterable[Evidence]) -> Record:
    return evolve(record, left_out=record.left_out + sum(evidence.file == record.file for evidence in twice))


def _refuse(findings: Sequence[Finding]) -> None:
    wrong = tuple(one for one in findings if one.severity is not Severity.INFO)
    if wrong:
        count = f"{len(wrong)} mistake{'' if len(wrong) == 1 else 's'}"
        raise Unreadable(f"The measured facts cannot be used: {count}", wrong)
