from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.readers.measurements import files, read_measurements, rows
from tests.readers.measurements.sample import DEAL, ON, names

OUTAGES = "start,end,service\n2027-03-04T10:00:00Z,2027-03-04T11:00:00Z,database\n"
TICKETS = "id,severity,opened\nT-1,1,2027-03-04T10:00:00Z\n"


def test_a_folder_means_its_files_in_order(tmp_path: Path) -> None:
    for name, text in {"b.csv": TICKETS, "a.csv": OUTAGES, "notes.md": "x", ".DS_Store": "x", "~$a.xlsx": "x"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "older").mkdir()
    read = read_measurements([tmp_path, tmp_path / "a.csv"], DEAL, on=ON)
    assert read.measurements.files == ("a.csv", "b.csv")
    assert [record.kind for record in read.measurements.records] == ["outages", "tickets"]
    assert read.measurements.records[0].digest == hashlib.sha256(OUTAGES.encode()).hexdigest()
    assert [one.message.partition(". ")[0] for one in read.findings] == ["notes.md is not read"]


def test_the_same_case_in_two_files_is_found(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(TICKETS, encoding="utf-8")
    read = read_measurements([tmp_path], DEAL, on=ON)
    (finding,) = read.findings
    assert finding.message == "The case T-1 is given a second time; the first is in line 2 of a.csv. Keep one of them."
    assert [(place.file.name, place.line, place.text) for place in finding.places] == [
        ("b.csv", 2, TICKETS.splitlines()[1]),
        ("a.csv", 2, TICKETS.splitlines()[1]),
    ]
    assert [record.left_out for record in read.measurements.records] == [0, 1]


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "outages.csv" for folder in ("one", "two")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(OUTAGES, encoding="utf-8")
    read = read_measurements(paths, DEAL, on=ON)
    assert read.measurements.files == ("one/outages.csv", "two/outages.csv")
    assert names(read) == ["overlapping_spans"]


def test_a_spreadsheet_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "outages.xlsx").write_bytes(b"PK")
    read = read_measurements([tmp_path], DEAL, on=ON)
    assert [(one.name, one.message) for one in read.findings] == [
        ("file_unreadable", 'outages.xlsx is no file of measured facts. Save the sheet as "CSV UTF-8".')
    ]


def test_a_path_that_does_not_exist_is_refused_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "outages.csv").write_text(OUTAGES, encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        read_measurements([tmp_path / "outage.csv", tmp_path / "elsewhere" / "x.csv"], DEAL)
    first, second = refused.value.findings
    assert first.message.endswith(f"outage.csv. Did you mean {tmp_path / 'outages.csv'}?")
    assert second.message.endswith("x.csv.")


def test_nothing_to_read_is_refused(tmp_path: Path) -> None:
    for paths in ([], [tmp_path]):
        with pytest.raises(Unreadable):
            read_measurements(paths, DEAL)


def test_files_and_tables_that_are_too_large_are_refused_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outages.csv").write_text(OUTAGES + OUTAGES.splitlines()[1], encoding="utf-8")
    monkeypatch.setattr(rows, "MOST_ROWS", 1)
    read = read_measurements([tmp_path], DEAL, on=ON)
    assert names(read) == ["file_too_large"]
    assert not read.measurements.outages
    monkeypatch.setattr(files, "LARGEST", 10)
    (finding,) = read_measurements([tmp_path], DEAL, on=ON).findings
    assert finding.message == "outages.csv has 119 bytes; at most 10 are read. Divide it by months."
