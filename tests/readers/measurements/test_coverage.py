"""A file says which days it covers; what it does not cover was not measured."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from sla_drafter.attainment.attain import attained
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.measured import Span
from sla_drafter.model.record import Measurements, Record
from sla_drafter.readers.measurements import Read, read_measurements
from tests.attainment.months import agreed
from tests.readers.measurements.sample import DEAL, ON, at, measured, names

HEADER = "start,end,service\n"
ROW = "2027-03-04T10:00:00Z,2027-03-04T11:30:00Z,database\n"
MARCH = Span(at("2027-03-01T00:00:00Z"), at("2027-04-01T00:00:00+01:00"))


def covered(read: Read) -> list[Span | None]:
    return [record.covers for record in read.measurements.records]


@pytest.mark.parametrize("words", ["2027-03-01/2027-03-31", "2027-03", " 2027-03-01 / 2027-03-31 ", "2027-03,,"])
def test_days_and_a_month_are_read_in_the_zone_of_the_agreement(tmp_path: Path, words: str) -> None:
    read = measured(tmp_path, f"# covers: {words}\n{HEADER}{ROW}")
    assert (covered(read), names(read)) == ([MARCH], [])


def test_a_file_that_says_nothing_covers_all(tmp_path: Path) -> None:
    read = measured(tmp_path, HEADER + ROW)
    assert covered(read) == [None]
    assert read.measurements.speaks_of("outages", Span(0, 1))
    assert not read.measurements.speaks_of("tickets", Span(0, 1))


def test_json_and_parquet_say_it_beside_their_rows(tmp_path: Path) -> None:
    row = dict(zip(HEADER.strip().split(","), ROW.strip().split(","), strict=True))
    assert covered(measured(tmp_path, json.dumps({"covers": "2027-03", "outages": [row]}), "a.json")) == [MARCH]
    assert covered(measured(tmp_path, json.dumps({"covers": "2027-03", "outages": []}), "a.json")) == [MARCH]
    table = pa.table({name: [cell] for name, cell in row.items()}).replace_schema_metadata({"covers": "2027-03"})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert covered(read_measurements([tmp_path / "a.parquet"], DEAL, on=ON)) == [MARCH]


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("March", "wrong_time", '"March" does not say which days the file covers'),
        ("2027-13", "wrong_time", "Write the first and the last day, 2027-03-01/2027-03-31, or a month, 2027-03."),
        ("2027-03-31/2027-03-01", "reversed_span", "the last day lies before the first"),
        ("2027-02-01/2027-02-30", "wrong_time", "there is no day 2027-02-30"),
        ("2027-04", "future_time", "2027-04-30 is a whole day"),
        ("", "wrong_time", '"" does not say which days'),
    ],
)
def test_what_cannot_be_read_is_named_and_no_row_is_used(tmp_path: Path, words: str, name: str, said: str) -> None:
    read = measured(tmp_path, f"# covers: {words}\n{HEADER}{ROW}")
    (finding,) = read.findings
    assert (finding.name, finding.places[0].line) == (name, 1)
    assert said in finding.message
    assert finding.message.endswith("No row of outages.csv is read.")
    assert not read.measurements.records
    assert read.measurements.left_out({"outages"}).files == 1


def test_what_is_said_twice_is_refused(tmp_path: Path) -> None:
    read = measured(tmp_path, f"# covers: 2027-03\n# covers: 2027-02\n{HEADER}{ROW}")
    assert "It is said 2 times" in read.findings[0].message


def test_files_together_cover_what_follows_without_a_gap() -> None:
    def of(*spans: Span | None) -> Measurements:
        return Measurements(records=tuple(Record("a.csv", "outages", 0, 0, 0, "", span) for span in spans))

    assert of(Span(5, 10), Span(0, 6)).speaks_of("outages", Span(0, 10))
    assert not of(Span(0, 5), Span(6, 10)).speaks_of("outages", Span(0, 10))
    assert of(Span(0, 5), None).speaks_of("outages", Span(6, 10))
    assert not of(Span(0, 9)).speaks_of("outages", Span(0, 10))


@pytest.mark.parametrize(("covers", "known"), [("2027-03", True), ("2027-02", False), ("2027-03-01/2027-03-30", False)])
def test_a_month_that_is_not_covered_is_not_measured(tmp_path: Path, covers: str, known: bool) -> None:
    deal = agreed(("no_data: down", "no_data: not measured"))
    file = tmp_path / "outages.csv"
    file.write_text(f"# covers: {covers}\n{HEADER}", encoding="utf-8")
    found = attained(deal, read_measurements([file], deal, on=ON).measurements, month_of(ON.date().replace(month=3)))
    one = next(one for one in found if one.metric == "availability")
    assert (one.value, one.met) == ((1, True) if known else (None, None))
