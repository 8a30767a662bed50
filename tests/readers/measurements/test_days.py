from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.instants import start_of_day
from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Zone
from sla_drafter.readers.measurements import read_measurements
from sla_drafter.readers.measurements.days import END, START, with_days
from sla_drafter.readers.measurements.times import instants
from tests.readers.measurements.sample import DEAL, ON, at, measured, names, printed

ZONES = ["Europe/London", "America/Havana", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut", "Pacific/Apia", "UTC"]

WRONG_DAYS = """\
start,end,service,requests,errors
2027-04-01,2027-04-02,database,5,0
2027-03-31,2027-03-30,database,5,0
2027-02-29,2027-03-01,database,5,0
2999-12-31,2999-12-31,database,5,0
2027-3-1,2027-03-02,database,5,0
"""


def counted(folder: Path, rows: str, header: str = "start,end,service,requests,errors") -> list[Span]:
    read = measured(folder, f"{header}\n{rows}\n", "requests.csv")
    assert not names(read)
    return [one.span for one in read.measurements.requests]


@pytest.mark.parametrize(
    ("row", "start", "end"),
    [
        ("2027-03-01,2027-03-01", "2027-03-01T00:00:00Z", "2027-03-02T00:00:00Z"),
        ("2026-09-01,2026-09-30", "2026-09-01T00:00:00+01:00", "2026-10-01T00:00:00+01:00"),
        ("2027-03-28,2027-03-28", "2027-03-28T00:00:00Z", "2027-03-29T00:00:00+01:00"),  # of 23 hours
        ("2026-10-25,2026-10-25", "2026-10-25T00:00:00+01:00", "2026-10-26T00:00:00Z"),  # of 25 hours
        (" 2026-12-31 ,\t2026-12-31", "2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z"),
        ("2027-03-01T12:00:00Z,2027-03-01", "2027-03-01T12:00:00Z", "2027-03-02T00:00:00Z"),
        ("2027-03-01,2027-03-01T12:00:00Z", "2027-03-01T00:00:00Z", "2027-03-01T12:00:00Z"),
    ],
)
def test_a_day_is_whole_in_the_zone_of_the_agreement(row: str, start: str, end: str, tmp_path: Path) -> None:
    assert counted(tmp_path, f"{row},database,5,0") == [Span(at(start), at(end))]


def test_a_day_is_one_of_the_zone_that_its_row_names(tmp_path: Path) -> None:
    rows = "2027-03-01,2027-03-01,database,5,0,Asia/Tokyo\n2027-03-03,2027-03-03,database,5,0,"
    assert counted(tmp_path, rows, "start,end,service,requests,errors,zone") == [
        Span(at("2027-03-01T00:00:00+09:00"), at("2027-03-02T00:00:00+09:00")),
        Span(at("2027-03-03T00:00:00Z"), at("2027-03-04T00:00:00Z")),
    ]


def test_days_one_after_the_other_do_not_overlap(tmp_path: Path) -> None:
    first, second = counted(tmp_path, "2027-03-27,2027-03-28,database,5,0\n2027-03-29,2027-03-29,database,5,0")
    assert first.end == second.start


@given(st.dates(date(1980, 1, 1), date(2035, 12, 31)), st.sampled_from(ZONES))
def test_a_day_begins_and_ends_where_the_windows_of_the_agreement_say(day: date, zone: str) -> None:
    times = instants(None, zone)
    assert with_days(times, zone, START)(day.isoformat()) == start_of_day(day, Zone(zone))
    assert with_days(times, zone, END)(day.isoformat()) == start_of_day(day + timedelta(days=1), Zone(zone))


def test_an_agreement_without_a_zone_takes_no_days(tmp_path: Path) -> None:
    (tmp_path / "requests.csv").write_text("start,end,service,requests,errors\n2027-03-01,2027-03-01,database,5,0\n")
    read = read_measurements([tmp_path], evolve(DEAL, time=None), on=ON)
    assert not read.measurements.requests
    assert all("is a day without a time" in finding.message for finding in read.findings)


def test_wrong_days_are_named(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    read = measured(tmp_path, WRONG_DAYS, "requests.csv")
    assert not read.measurements.requests
    golden(printed(read, tmp_path), "measurements/days.txt")


@pytest.mark.parametrize("header", ["start,end,service", "start,end,service,announced"])
def test_an_outage_and_a_work_need_times(header: str, tmp_path: Path) -> None:
    row = "2027-03-01,2027-03-02,database" + ("," if "announced" in header else "")
    assert set(names(measured(tmp_path, f"{header}\n{row}\n"))) == {"wrong_time"}
