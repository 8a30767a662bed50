"""A year of outages in a CSV file: read by us, and by a plain script that parses and adds up in floating point."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sla_drafter.model.agreement import Agreement
from sla_drafter.model.services import Service
from sla_drafter.readers.measurements import read_measurements

ROWS = 20_000
_YEAR = timedelta(days=365)


def outages_file(folder: Path, rows: int = ROWS) -> Path:
    """A file with so many outages of one service, spread over a year."""
    start, step = datetime(2027, 1, 1, tzinfo=UTC), _YEAR / rows
    spans = ((start + number * step, start + (number + 0.5) * step) for number in range(rows))
    lines = (f"{one:%Y-%m-%dT%H:%M:%SZ},{other:%Y-%m-%dT%H:%M:%SZ},database\n" for one, other in spans)
    file = folder / "outages.csv"
    file.write_text("start,end,service\n" + "".join(lines), encoding="utf-8")
    return file


def read_outages(file: Path) -> Callable[[], int]:
    """Our reader: exact, checked row by row, with the evidence of each; gives the microseconds of downtime."""
    deal = Agreement(services=(Service("database"),))

    def work() -> int:
        return sum(outage.span.length for outage in read_measurements([file], deal).measurements.outages)

    return work


def plain_script(file: Path) -> Callable[[], float]:
    """What somebody writes in five minutes: no check, no evidence, seconds as floating point."""

    def work() -> float:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            return sum((_time(row["end"]) - _time(row["start"])).total_seconds() for row in rows)

    return work


def _time(words: str) -> datetime:
    return datetime.fromisoformat(words)
