"""What can be promised under an agreement: its history read, chances computed, a page for the house written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sla_drafter.assembly.defaults import effective
from sla_drafter.attainment.instants import moment
from sla_drafter.attainment.promise import Asked, Feasibility, feasibility
from sla_drafter.attainment.promise_document import promise_document
from sla_drafter.attainment.promise_report import promise_tree
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.windows import Period
from sla_drafter.builder.bare import BarePaper
from sla_drafter.document.nodes import Document
from sla_drafter.findings import Finding
from sla_drafter.readers.agreement_file import load
from sla_drafter.readers.clauses import load_library
from sla_drafter.readers.measurements import read_measurements
from sla_drafter.values import frozen


@frozen(eq=False)
class Promised:
    """What can be promised, and what was noticed in the files of the record. All of it is private."""

    feasibility: Feasibility
    findings: tuple[Finding, ...] = ()

    def tree(self) -> dict[str, Any]:
        """The figures as a tree, with what was noticed in the files."""
        noticed = [{"rule": one.rule, "severity": one.severity.value, "said": str(one)} for one in self.findings]
        return {**promise_tree(self.feasibility), "findings": noticed}

    def paper(self) -> Document:
        """The page, marked as internal."""
        return promise_document(self.feasibility)

    def write(self, *paths: str | Path, house: str | Path | None = None, force: bool = False) -> tuple[Path, ...]:
        """Write the page in a house style, one file for each path; each is read back before it takes its place."""
        from sla_drafter.builder.files import written_files
        from sla_drafter.readers.house import load_house

        page = BarePaper(self.paper(), load_house(house) if house else load_house())
        return written_files(page, [Path(path) for path in paths], force=force, source=False)


def what_can_be_promised(agreement: Path, history: Sequence[Path], asked: Asked, *, strict: bool = False) -> Promised:
    """What the record of an agreement's service levels allows to be promised.

    `history` are files of measurements, or folders of them. Raises `Unreadable` for an agreement or, when strict, for a
    row that has a mistake.
    """
    library = load_library()
    agreed = effective(load(agreement, library.clauses).agreement, library)
    zone = zone_of(agreed)
    taken = moment(Period(asked.on, asked.on + timedelta(days=1)).span(zone).end, zone)
    read = read_measurements(history, agreed, strict=strict, on=taken)
    return Promised(feasibility(agreed, read.measurements, asked), read.findings)
