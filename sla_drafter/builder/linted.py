"""Lints one file, an agreement or anybody's paper: what was found, and what the file is in a few figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sla_drafter.builder.sketch import Sketch
from sla_drafter.errors import FindingsError, Unreadable
from sla_drafter.findings import FileFindings, Finding, Mend, Place, Severity, failing
from sla_drafter.readers.to_lint import is_paper, misnamed
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.model.configuration import Configuration


@frozen
class Linted:
    """One file with what was found in it, worst first.

    `sketch` is that of an agreement and None for a paper; `headline` says why a file cannot be read and is empty
    otherwise; `fail_on` is the mildest severity that fails the file, as its house wants it.
    """

    report: FileFindings
    sketch: Sketch | None = None
    headline: str = ""
    fail_on: Severity = Severity.ERROR

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found; of a file that cannot be read, why."""
        return self.report.findings

    @property
    def refused(self) -> Unreadable | None:
        """The refusal of a file that cannot be read."""
        return Unreadable(self.headline, self.findings) if self.report.is_unreadable else None

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that fail the file."""
        return failing(self.findings, self.fail_on)


def lint_file(file: Path, *, changes: str = "accepted", on: date | None = None, house: str | None = None) -> Linted:
    """What is found in one file, as the configuration near it wants it judged.

    `changes` says whether the tracked changes of a Word file are read as accepted or rejected, `on` is the day on which
    the dates of an agreement are judged, `house` the house style in which its pages are counted. A file that cannot be
    read is told, not raised.
    """
    if name := misnamed(file):
        return _misnamed(file, name)
    try:
        return _of_paper(file, changes) if is_paper(file) else _of_agreement(file, on, house)
    except FindingsError as refused:
        return Linted(FileFindings(file, refused.findings, is_unreadable=True), headline=refused.headline)


def _misnamed(file: Path, name: str) -> Linted:
    message = f"By its first line this is an agreement file, and its name ends in {file.suffix}."
    mend = Mend(f"Name it {name}")
    finding = Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=(Place(file, 1, 1, ""),), mend=mend)
    return Linted(FileFindings(file, (finding,), is_unreadable=True), headline=f"{file} cannot be read")


def _of_agreement(file: Path, on: date | None, house: str | None) -> Linted:
    from sla_drafter.builder.compose import Builder

    builder = Builder.from_file(file).configured()
    draft = (builder.in_house(house) if house else builder).draft(on=on)
    return Linted(FileFindings(file, draft.findings), draft.sketch, fail_on=_usual(draft.configuration))


def _of_paper(file: Path, changes: str) -> Linted:
    from sla_drafter.lints.foreign import lint_foreign
    from sla_drafter.lints.known_rules import known_rules
    from sla_drafter.readers.configuration import configuration_near
    from sla_drafter.readers.foreign import Changes, read_document

    house = configuration_near(file, known_rules)
    found = lint_foreign(read_document(file, Changes(changes)), file, house)
    return Linted(FileFindings(file, found), fail_on=_usual(house))


def _usual(configuration: Configuration) -> Severity:
    return configuration.fail_on or Severity.ERROR
