from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Severity
from sla_drafter.readers.measurements import read_measurements
from sla_drafter.readers.measurements.mistakes import MOST_LISTED, Wrong
from sla_drafter.readers.measurements.rules import RULES
from tests.readers.measurements.sample import DEAL, ON, measured, names, printed

A, B = "2027-03-04T10:00:00Z", "2027-03-04T11:00:00Z"

TIMES = f"""\
start,end,service
2027-03-04T10:00:00,{B},database
2027-03-28 01:30:00,{B},database
2027-10-31T01:30,{B},database
2027-03-04 10:00:00 CET,{B},database
2027-03-04 10:00:00 Europe/Berlin,{B},database
2027-03-04T10:00:00+25:00,{B},database
04/03/2027 10:00,{B},database
28/03/2027 10:00,{B},database
04.03.2027 10:00:00,{B},database
1804154400,{B},database
1804154400000,{B},database
20270304T100000Z,{B},database
2027-03-04,{B},database
2027-02-29T10:00:00Z,{B},database
2027-03-04T25:00:00Z,{B},database
2027-03-04T24:00:00Z,2027-03-05T11:00:00Z,database
2026-12-31T23:59:60Z,{B},database
2027-03-04T10:00:00.1234567Z,{B},database
yesterday,{B},database
0204-03-04T10:00:00Z,{B},database
,{B},database
{B},{A},database
{A},{A},database
{A},2037-03-04T11:00:00Z,database
{A},{B},
"""
IDS = f"""\
start,end,service,cause,weight,reported
{A},{B},databse,,,
{A},{B},Managed PostgreSQL,,,
{A},{B},network,customer_caus,0,
{A},{B},database,Halden Retail Ltd,"0,5",
{A},{B},database,customer_cause,150%,soon
{A},{B},database,,1/0,2040-01-01T00:00:00Z
{A},{B},database,,half,
{A},{B},database,,
{A},{B},database,,,,,
"""
TICKETS = f"""\
id,severity,opened,answered,restored,service,paused
T-1,1,{A},{B},,,
T-1,2,{A},{B},,,
,1,{A},,,,
T-2,P1,{A},,,,
T-3,Critical,{A},,,,
T-4,7,{A},,,,
T-5,1,{B},{A},,,
T-6,1,{B},,{A},,
T-7,1,{A},,{B},,{A}
T-8,1,{A},,{B},,{B}/{A}
T-9,1,{A},,{B},,2027-03-04T10:30:00Z/2027-03-04T12:00:00Z
T-10,1,{B},,,,{A}/{B}
T-11,1,{A},,,databases,
"""
REQUESTS = f"""\
start,end,service,requests,errors
{A},{B},database,100,-1
{A},{B},database,100,101
{A},{B},database,1.200,0
{A},{B},database,many,0
{A},{B},database,,0
{A},{B},database,12.5,0
{A},{A},database,5,0
{A},{B},database,100,1
{A},{B},database,100,1
2027-03-04T10:30:00Z,2027-03-04T11:30:00Z,database,100,1
"""
OBSERVATIONS = f"""\
metric,start,end,within,events,value
avalability,{A},{B},1,1,
query_time,{A},{B},5,4,
query_time,{A},{B},5,,
query_time,{A},{B},,5,
query_time,{A},{B},5,5,99%
query_time,{A},{B},,,
query_time,{A},{B},,,0.95
query_time,{A},{B},,,101%
query_time,{A},{B},,,-1%
query_time,{A},{B},,,150 ms
Query time,{A},{B},,,95%
query_time,{A},{B},,,95%
query_time,{A},{B},,,96%
"""
MAINTENANCE = f"""\
start,end,service,announced,emergency
{A},{B},database,,maybe
{A},{B},database,2030-01-01T00:00:00Z,
{B},{A},database,,true
{A},{A},database,,no
{A},{B},database,,yes
2027-03-04T10:30:00Z,{B},database,,yes
"""
ZONES = f"""\
start,end,service,zone
2027-03-28T01:30:00,{B},database,Europe/London
2027-10-31T01:30:00,{B},database,Europe/London
2027-03-04T10:00:00,{B},database,Europe/Londn
2027-03-04T10:00:00,{B},database,EST
2027-13-04T10:00:00,{B},database,Europe/London
"""
OVERLAPS = f"""\
start,end,service
{A},{B},database
2027-03-04T10:30:00Z,2027-03-04T12:00:00Z,database
2027-03-04T11:30:00Z,2027-03-04T11:40:00Z,database
2027-03-04T12:00:00Z,2027-03-04T12:40:00Z,database
"""
QUOTES = f"""\
start,end,service,incident
{A},{B},database,"a "b" c"
{A},{B},database,"never closed
{A},{B},database,x
"""


WORKLOAD = """start,end,service,workload
2027-03-01,2027-03-02,database,-5
2027-03-03,2027-03-04,database,many
2027-03-05,2027-03-06,database,4000 connections
2027-03-07,2027-03-08,database,
2027-03-09,2027-03-08,database,12
2027-03-10,2027-03-11,shop,12
2027-03-12,2027-03-13,database,1.200
2027-03-14,2027-03-15,database,"4,000.5"
"""
DISASTERS = """declared,restored,service
2027-03-04T10:00:00Z,2027-03-04T09:00:00Z,database
2027-03-04,,database
2027-03-05T10:00:00Z,,databse
2027-03-06T10:00:00Z,,database
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("times", TIMES),
        ("ids", IDS),
        ("tickets", TICKETS),
        ("requests", REQUESTS),
        ("observations", OBSERVATIONS),
        ("maintenance", MAINTENANCE),
        ("zones", ZONES),
        ("overlaps", OVERLAPS),
        ("quotes", QUOTES),
        ("workload", WORKLOAD),
        ("disasters", DISASTERS),
    ],
)
def test_every_bad_row_is_named_with_place_reason_and_mend(
    name: str, text: str, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    read = measured(tmp_path, text, f"{name}.csv")
    golden(printed(read, tmp_path), f"measurements/{name}.txt")
    for finding in read.findings:
        rule = RULES[finding.name]
        assert (finding.rule, finding.severity) == (rule.code, rule.severity)
        assert finding.places[0].line > 1
        assert finding.places[0].text in text.splitlines()


@pytest.mark.parametrize(
    "text",
    [TIMES, IDS, TICKETS, REQUESTS, OBSERVATIONS, MAINTENANCE, ZONES, OVERLAPS, QUOTES, WORKLOAD, DISASTERS],
)
def test_a_row_is_used_or_named_as_an_error(text: str, tmp_path: Path) -> None:
    read = measured(tmp_path, text)
    (record,) = read.measurements.records
    facts = getattr(read.measurements, record.kind)
    lines = {finding.places[0].line for finding in read.findings if finding.severity is Severity.ERROR}
    used = {fact.evidence.line for fact in facts}
    assert record.rows == len(text.splitlines()) - 1 - (text is QUOTES)  # the open quote takes the row below it
    assert record.left_out == record.rows - len(facts)
    assert lines | used == set(range(2, record.rows + 2))
    assert not lines & used


def test_strict_refuses_with_every_error_and_warning_at_once(tmp_path: Path) -> None:
    (tmp_path / "outages.csv").write_text(TIMES, encoding="utf-8")
    (tmp_path / "requests.csv").write_text(REQUESTS, encoding="utf-8")
    lenient = read_measurements([tmp_path], DEAL, on=ON)
    with pytest.raises(Unreadable) as refused:
        read_measurements([tmp_path], DEAL, on=ON, strict=True)
    expected = tuple(one for one in lenient.findings if one.severity is not Severity.INFO)
    assert refused.value.findings == expected
    assert refused.value.headline == f"The measured facts cannot be used: {len(expected)} mistakes"
    assert {place.file.name for one in expected for place in one.places} == {"outages.csv", "requests.csv"}


def test_strict_accepts_what_is_only_information(tmp_path: Path) -> None:
    (tmp_path / "outages.csv").write_text(OVERLAPS, encoding="utf-8")
    read = read_measurements([tmp_path], DEAL, on=ON, strict=True)
    assert names(read) == ["overlapping_spans", "overlapping_spans"]
    assert len(read.measurements.outages) == 4


def test_of_very_many_equal_faults_the_lines_of_the_rest_are_said(tmp_path: Path) -> None:
    text = "start,end,service\n" + f"2027-03-04T10:00:00,{B},database\n" * (MOST_LISTED + 20) + f"{A},{B},database\n"
    read = measured(tmp_path, text)
    assert len(read.measurements.outages) == 1
    assert names(read) == ["time_without_zone"] * (MOST_LISTED + 1)
    last = next(finding for finding in read.findings if "more rows" in finding.message)
    assert last.message == "20 more rows of outages.csv have this fault: lines 1002 to 1021."
    assert last.places[0].line == 1002


def test_what_was_refused_does_not_pile_up_in_memory(tmp_path: Path) -> None:
    text = "start,end,service\n" + f"2027-03-04T10:00:00,{B},database\n" * (MOST_LISTED + 20)
    gc.disable()
    try:
        measured(tmp_path, text)
        assert sum(isinstance(one, Wrong) for one in gc.get_objects()) < MOST_LISTED // 10
    finally:
        gc.enable()


def test_a_moment_of_taking_the_figures_needs_a_zone(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        read_measurements([tmp_path], DEAL, on=ON.replace(tzinfo=None))


def test_every_code_and_every_name_stands_for_one_fault() -> None:
    codes = [rule.code for rule in RULES.values()]
    assert codes == [f"ROW-{number:02}" for number in range(1, len(RULES) + 1)]


def test_times_with_one_fault_are_one_finding_of_their_row(tmp_path: Path) -> None:
    future = "start,end,service,reported\n2028-03-04T10:00:00Z,2028-03-04T11:00:00Z,database,\n"
    read = measured(tmp_path, future)
    assert names(read) == ["future_time"]
    assert read.findings[0].message.endswith(". The time in end is wrong too.")
    both = f"start,end,service,reported\n{A},{B},database,\nsoon,2027-03-04T11:00:00,databse,later\n"
    read = measured(tmp_path, both)
    assert sorted(names(read)) == ["time_without_zone", "unknown_id", "wrong_time"]
    (soon,) = [one.message for one in read.findings if one.name == "wrong_time"]
    assert '"soon" is not a time' in soon
    assert soon.endswith(" The time in reported is wrong too.")


def test_what_is_left_out_is_counted_by_kind_and_each_row_once(tmp_path: Path) -> None:
    text = f"start,end,service\n{A},{B},database\n{B},{A},databse\n2028-03-04T10:00:00Z,,database\n"
    found = measured(tmp_path, text).measurements
    assert found.left_out(("outages",)) == (2, 0)
    assert found.left_out(("tickets", "maintenance")) == (0, 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("start,finish,service\n", ""),
        ("start,finish,service,incident\n", "outages"),
        ("id,severity,opend\n", "tickets"),
        ("", ""),
        ("start,finish,service,incident,announced\n", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_missing_of_its_kind_or_of_all(tmp_path: Path, text: str, kind: str) -> None:
    found = measured(tmp_path, text).measurements
    assert [one.kind for one in found.unread] == [kind]
    assert found.left_out((kind or "requests",)) == (0, 1)
    assert found.left_out(("observations",)) == (0, 0 if kind else 1)
