"""The customer's page of an agreement: the statements of its months, each in every format, and the pages over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve

from sla_drafter.attainment.history import TREND
from sla_drafter.attainment.statement import statements_of
from sla_drafter.attainment.to_site import to_site
from sla_drafter.attainment.windows import Period
from sla_drafter.builder.credits import Computed, taken_for
from sla_drafter.document.house import House
from sla_drafter.document.site import Site
from sla_drafter.findings import Finding
from sla_drafter.values import frozen


@frozen(eq=False)
class ComputedSite:
    """The months of a site, the latest last, and what was noticed in the files."""

    months: tuple[Computed, ...]
    left_out: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed in the files of measurements."""
        return self.months[-1].findings

    @property
    def latest(self) -> Computed:
        """The statement of the period that was asked for."""
        return self.months[-1]

    def site(self) -> Site:
        """Everything that the pages show."""
        return to_site([month.statement for month in self.months], self.latest.clauses, self.left_out)

    def files(self, house: House) -> Mapping[str, bytes]:
        """Every file of the site by its name: the pages, and the statement of each month in every format."""
        from sla_drafter.writers.site import write

        return {**write(self.site(), house), **dict(self._statements(house))}

    def _statements(self, house: House) -> Iterator[tuple[str, bytes]]:
        """The statements: on paper, read back; and for programs, without what was noticed in files of ours."""
        from sla_drafter.writers.statement.json import write

        for month in self.months:
            name = f"statement-{month.statement.period.first:%Y-%m}"
            printed = month.printed(house, (f"{name}.pdf", f"{name}.html"))
            yield from printed.items()
            yield f"{name}.json", write(month.tree())
            yield f"{name}.csv", month.csv()

    def write(
        self, folder: str | Path, house: str | Path | None = None, force: bool = False, *, unfinished: bool = False
    ) -> tuple[Path, ...]:
        """Write the site into a folder: all of it or nothing; of one that is not final, only if `unfinished`."""
        if not unfinished:
            self.latest.refuse_open()
        from sla_drafter.readers.house import load_house
        from sla_drafter.writers.files import write_files

        return write_files(Path(folder), self.files(load_house(house) if house else load_house()), force=force)


def compute_site(
    agreement: Path, measurements: Sequence[Path], period: Period, *, on: date | None = None, strict: bool = False
) -> ComputedSite:
    """The site of the months up to a period, at most twelve, from an agreement file and files of measurements.

    Twice as many months are read, so that the oldest one shown has its own months before. For `on`, `strict` and what
    is refused see `compute_credits`.
    """
    taken = taken_for(agreement, measurements, period, 2 * TREND - 1, on=on, strict=strict)
    statements = statements_of(taken.agreement, taken.read.measurements, period)
    *before, latest = (Computed(statement, taken.clauses) for statement in statements)
    left_out = sum(record.left_out - record.outside for record in taken.read.measurements.records)
    return ComputedSite((*before, evolve(latest, findings=taken.read.findings)), left_out)
