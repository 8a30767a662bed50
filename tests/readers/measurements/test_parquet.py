from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from sla_drafter.model.measured import Evidence, Span
from sla_drafter.readers.measurements import read_measurements
from tests.readers.measurements.sample import DEAL, HOUR, ON, at, names, printed

A = at("2027-03-04T10:00:00+00:00")
START = datetime(2027, 3, 4, 10, tzinfo=UTC)
OUTAGES: Mapping[str, Any] = {
    "start": [START, START + timedelta(microseconds=1)],
    "end": [START + timedelta(hours=1)] * 2,
    "service": ["database", "databse"],
    "weight": [Decimal("0.25"), None],
}


def file_of(folder: Path, columns: Mapping[str, Any], metadata: Mapping[str, str] | None = None) -> Path:
    """A Parquet file with these columns."""
    table = pyarrow.table(dict(columns)).replace_schema_metadata(metadata)
    file = folder / "outages.parquet"
    parquet.write_table(table, file)
    return file


def test_parquet_is_read_by_rows(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    read = read_measurements([file_of(tmp_path, OUTAGES)], DEAL, on=ON)
    (outage,) = read.measurements.outages
    assert (outage.span, str(outage.weight)) == (Span(A, A + HOUR), "1/4")
    assert outage.evidence == Evidence("outages.parquet", 1)
    golden(printed(read, tmp_path), "measurements/parquet.txt")


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_every_unit_of_time_is_exact(unit: str, tmp_path: Path) -> None:
    columns = dict(OUTAGES) | {"start": pyarrow.array([0, 10**3], pyarrow.timestamp(unit, "UTC"))}
    read = read_measurements([file_of(tmp_path, columns)], DEAL, on=ON)
    assert read.measurements.outages[0].span.start == 0


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    columns = dict(OUTAGES) | {"start": pyarrow.array([0, 0], pyarrow.timestamp("us"))}
    read = read_measurements([file_of(tmp_path, columns)], DEAL, on=ON)
    assert names(read).count("time_without_zone") == 2
    zoned = dict(columns) | {"zone": ["Europe/London"] * 2}
    assert len(read_measurements([file_of(tmp_path, zoned)], DEAL, on=ON).measurements.outages) == 1


def test_nanoseconds_that_nothing_counts_are_refused(tmp_path: Path) -> None:
    columns = dict(OUTAGES) | {"start": pyarrow.array([1, 1000], pyarrow.timestamp("ns", "UTC"))}
    read = read_measurements([file_of(tmp_path, columns)], DEAL, on=ON)
    assert read.findings[0].name == "wrong_time"
    assert not read.measurements.outages


def test_counts_that_a_data_frame_made_fractions_of_are_whole_again(tmp_path: Path) -> None:
    columns = {name: OUTAGES[name][:1] for name in ("start", "end", "service")}
    read = read_measurements([file_of(tmp_path, {**columns, "requests": [1200.0], "errors": [3.0]})], DEAL, on=ON)
    assert [(one.requests, one.errors) for one in read.measurements.requests] == [(1200, 3)]
    read = read_measurements([file_of(tmp_path, {**columns, "requests": [1200.0], "errors": [2.5]})], DEAL, on=ON)
    assert names(read) == ["wrong_number"]


def test_the_metadata_name_the_agreement(tmp_path: Path) -> None:
    read = read_measurements([file_of(tmp_path, OUTAGES, {"agreement": "Mail"})], DEAL, on=ON)
    assert names(read) == ["other_agreement"]


def test_lists_and_bytes_that_are_no_parquet_are_refused(tmp_path: Path) -> None:
    read = read_measurements([file_of(tmp_path, dict(OUTAGES) | {"cause": [["x"], []]})], DEAL, on=ON)
    assert [one.message for one in read.findings] == [
        "The column cause of outages.parquet holds lists or objects; a cell is a text, a number or a time."
    ]
    (tmp_path / "outages.parquet").write_bytes(b"PAR1 no")
    read = read_measurements([tmp_path / "outages.parquet"], DEAL, on=ON)
    assert names(read) == ["file_unreadable"]


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = file_of(tmp_path, OUTAGES)
    real = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    (finding,) = read_measurements([file], DEAL, on=ON).findings
    assert finding.message.startswith("outages.parquet needs pyarrow. Install it: pip install")
    assert finding.mend
    assert finding.mend.words == 'pip install "sla-drafter[parquet]"'
