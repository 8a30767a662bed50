"""What the tests of measured facts share: an agreement, a way to read a text as a file, and how findings print."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Evidence, Span
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.measurements import Read, read_measurements
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES
from tests.readers.agreement_file.sample import printed as _printed

DEAL: Agreement = loads(AGREEMENT, "agreement.yaml", CLAUSES).agreement
ON = datetime(2027, 4, 2, 9, 0, tzinfo=UTC)
HOUR = 3_600_000_000


def at(text: str) -> int:
    """An instant, by the standard library."""
    moment = datetime.fromisoformat(text)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // (datetime.resolution)


def measured(folder: Path, text: str | bytes, name: str = "outages.csv", *, period: Span | None = None) -> Read:
    """A text read as a file of measured facts, taken on 2 April 2027."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_measurements([file], DEAL, period=period, on=ON)


def printed(read: Read, folder: Path) -> str:
    """The findings as plain text, with the mend, and without the folder that only this run knows."""
    texts = []
    for finding in read.findings:
        text = _printed([finding]).rstrip("\n")
        mend = f"\n  Mend: {finding.mend.words}" if finding.mend else ""
        texts.append(
            f"{text.replace(f'{folder.as_posix()}/', '')}{mend}\n".replace(
                finding.rule, f"{finding.severity.value} {finding.rule}", 1
            )
        )
    return "\n".join(texts)


def names(read: Read) -> list[str]:
    """The names of the findings."""
    return [finding.name for finding in read.findings]


def line(number: int, file: str = "outages.csv") -> Evidence:
    """A line of a file."""
    return Evidence(file, number)
