from __future__ import annotations

import codecs
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from sla_drafter.model.measured import MaintenanceWork, Observation, Outage, RequestCount, Span, Ticket
from tests.readers.measurements.sample import HOUR, at, line, measured, names, printed

A, B = at("2027-03-04T10:00:00+00:00"), at("2027-03-04T11:00:00+00:00")
ROW = "2027-03-04T10:00:00Z,2027-03-04T11:00:00Z,database"
TITLE = "Service Level Agreement for Managed PostgreSQL"
PLAIN = f"start,end,service\n{ROW}\n"


def test_every_column_of_an_outage_is_read(tmp_path: Path) -> None:
    read = measured(
        tmp_path,
        "reported,weight,incident,cause,service,end,start\n"
        "2027-03-04T10:05:00.5+01:00,1/3,INC-7,customer,database,"
        "2027-03-04T12:00:00+01:00,2027-03-04 10:00:00.000001Z\n",
    )
    assert not read.findings
    assert read.measurements.outages == (
        Outage(Span(A + 1, B), "database", line(2), "customer", "INC-7", Fraction(1, 3), A - HOUR + 300_500_000),
    )


def test_an_outage_needs_three_columns_only(tmp_path: Path) -> None:
    assert measured(tmp_path, PLAIN).measurements.outages == (Outage(Span(A, B), "database", line(2)),)


def test_maintenance_may_lie_ahead_and_may_have_come_unannounced(tmp_path: Path) -> None:
    text = "start,end,service,announced,emergency\n2027-05-02T04:00Z,2027-05-02T05:00Z,database,2027-03-04T10:00Z,\n"
    read = measured(tmp_path, f"{text}{ROW},,yes\n")
    start = at("2027-05-02T04:00:00+00:00")
    assert not read.findings
    assert read.measurements.maintenance == (
        MaintenanceWork(Span(start, start + HOUR), "database", line(2), A),
        MaintenanceWork(Span(A, B), "database", line(3), None, emergency=True),
    )


def test_a_case_is_read_with_its_pauses(tmp_path: Path) -> None:
    text = "id,severity,opened,answered,restored,service,paused\n"
    text += "T-1,2,2027-03-04T10:00Z,2027-03-04T10:20Z,2027-03-04T12:00Z,database,"
    text += "2027-03-04T10:30Z/2027-03-04T11:00Z; 2027-03-04T11:30Z/2027-03-04T12:00Z\nT-2,3,2027-03-04T10:00Z,,,,\n"
    read = measured(tmp_path, text)
    half = HOUR // 2
    pauses = (Span(A + half, B), Span(B + half, B + HOUR))
    assert not read.findings
    assert read.measurements.tickets == (
        Ticket("T-1", "2", A, line(2), A + 1_200_000_000, B + HOUR, pauses, "database"),
        Ticket("T-2", "3", A, line(3)),
    )


def test_requests_and_observations_are_exact(tmp_path: Path) -> None:
    requests = measured(tmp_path, f'start,end,service,requests,errors\n{ROW},"1,234,567",1\n')
    assert requests.measurements.requests == (RequestCount(Span(A, B), "database", 1_234_567, 1, line(2)),)
    text = "metric,start,end,within,events,value\n"
    text += "query_time,2027-03-04T10:00Z,2027-03-04T11:00Z,7,9,\n"
    text += "query_time,2027-03-04T11:00Z,2027-03-04T12:00Z,,,99.951%\n"
    text += "severities.1.response,2027-03-04T11:00Z,2027-03-04T12:00Z,0,0,\n"
    assert measured(tmp_path, text).measurements.observations == (
        Observation("query_time", Span(A, B), line(2), 7, 9),
        Observation("query_time", Span(B, B + HOUR), line(3), value=Fraction(99951, 100_000)),
        Observation("severities.1.response", Span(B, B + HOUR), line(4), 0, 0),
    )


def test_a_column_zone_gives_local_times_their_offset(tmp_path: Path) -> None:
    text = "start,end,service,zone\n2027-06-04 11:00,2027-06-04 12:00,database,Europe/London\n"
    read = measured(
        tmp_path, f"{text}2027-03-04T10:00,2027-03-04T11:00Z,database,Europe/London\n{ROW},\n".replace("06-", "03-")
    )
    assert [outage.span for outage in read.measurements.outages] == [Span(B, B + HOUR), Span(A, B), Span(A, B)]


@pytest.mark.parametrize(("separator", "spoken"), [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_another_separator_is_detected_and_said(separator: str, spoken: str, tmp_path: Path) -> None:
    read = measured(tmp_path, codecs.BOM_UTF8 + PLAIN.replace(",", separator).replace("\n", "\r\n").encode())
    assert [outage.span for outage in read.measurements.outages] == [Span(A, B)]
    assert [finding.message for finding in read.findings] == [f"The cells of outages.csv are separated by {spoken}."]


def test_what_excel_adds_is_understood(tmp_path: Path) -> None:
    text = 'sep=;\r\n"Start";" End ";"Service"\r\n"2027-03-04T10:00:00Z";2027-03-04T11:00:00Z; database \r\n;;\r\n\r\n'
    read = measured(tmp_path, text)
    assert names(read) == ["other_separator"]
    assert read.measurements.outages == (Outage(Span(A, B), "database", line(3)),)
    assert read.measurements.records[0].rows == 1


def test_unicode_text_of_excel_is_read_and_said(tmp_path: Path) -> None:
    read = measured(tmp_path, PLAIN.replace(",", "\t").encode("utf-16"))
    assert names(read) == ["other_separator", "other_separator"]
    assert len(read.measurements.outages) == 1


def test_a_cell_of_two_lines_keeps_the_count_of_lines(tmp_path: Path) -> None:
    text = f'start,end,service,incident\n{ROW},"one\ntwo"\n\n{ROW.replace("database", "databas")},x\n'
    read = measured(tmp_path, text)
    assert read.measurements.outages[0].incident == "one\ntwo"
    (finding,) = read.findings
    assert (finding.places[0].line, finding.places[0].column) == (5, 43)


def test_rows_go_on_after_a_broken_one(tmp_path: Path) -> None:
    read = measured(tmp_path, f'start,end,service,incident\n{ROW},"a"b"\n{ROW},x\n')
    assert [outage.evidence for outage in read.measurements.outages] == [line(3)]
    assert names(read) == ["broken_row"]


HEADERS = {
    "empty": b"",
    "only_comments": b"# nothing\n",
    "latin": "start,end,service\n2027-03-04T10:00:00Z,2027-03-04T11:00:00Z,caf\xe9\n".encode("latin-1"),
    "unknown": b"name,amount\nx,1\n",
    "missing": b"start,end,cause\n",
    "mistyped": b"start,end,service,cuase\n",
    "synonyms": b"ticket,priority,created,resolved\n",
    "twice": b"start,end,service,start\n",
    "near": b"start,end,service,anounced\n",
    "extra": f"start,end,service,comment,link\n{ROW},a,b\n".encode(),
    "no_rows": b"start,end,service\n",
    "other_title": f"# agreement: Service Level Agreement for Redis\n{PLAIN}".encode(),
    "other_version": f"# Agreement: service level agreement for managed PostgreSQL\n# version: 0.2\n{PLAIN}".encode(),
    "other_in_column": f"start,end,service,agreement\n{ROW},Another\n{ROW},{TITLE}\n".encode(),
    "strangers": f"start,end,service\n{ROW.replace('database', 'mail')}\n{ROW.replace('database', 'files')}\n".encode(),
    "wide": ",".join(f"c{number}" for number in range(201)).encode(),
    "open_quote": b'start,"end,service\n',
}


def test_what_is_wrong_with_a_whole_file_is_said(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    texts = []
    for name, data in HEADERS.items():
        read = measured(tmp_path, data, f"{name}.csv")
        used = len(read.measurements.outages)
        texts.append(f"== {name}: {used} used, records {len(read.measurements.records)}\n{printed(read, tmp_path)}")
    golden("\n".join(texts), "measurements/files.txt")


def test_a_file_without_rows_is_a_record_and_a_refused_one_is_none(tmp_path: Path) -> None:
    assert measured(tmp_path, HEADERS["no_rows"]).measurements.has_record_of("outages")
    assert not measured(tmp_path, HEADERS["other_title"]).measurements.has_record_of("outages")
    assert not measured(tmp_path, HEADERS["mistyped"]).measurements.files


def test_the_period_leaves_out_what_does_not_touch_it_and_says_so(tmp_path: Path) -> None:
    rows = ("08:00:00Z,2027-03-04T09:00:00Z", "09:00:00Z,2027-03-04T10:00:00Z", "09:30:00Z,2027-03-04T10:30:00Z")
    text = "start,end,service\n" + "".join(f"2027-03-04T{row},database\n" for row in rows)
    read = measured(tmp_path, text, period=Span(A, B))
    assert [outage.evidence for outage in read.measurements.outages] == [line(4)]
    assert [(one.message, one.places[0].line) for one in read.findings] == [
        ("2 of 3 rows of outages.csv do not touch the period and are left out.", 2)
    ]
    (record,) = read.measurements.records
    assert (record.rows, record.left_out, record.outside) == (3, 2, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_of_many_pieces_is_read_line_by_line(tmp_path: Path, encoding: str) -> None:
    rows = [f"2027-03-04T10:00:00Z,2027-03-04T10:{minute:02}:00Z,database,Störung {minute}" for minute in range(1, 60)]
    text = "# a comment\r\nstart,end,service,incident\r\n" + "\r\n".join(rows * 700)
    read = measured(tmp_path, text.encode(encoding))
    outages = read.measurements.outages
    assert len(outages) == 59 * 700
    assert [outage.evidence.line for outage in outages] == list(range(3, 3 + 59 * 700))
    assert {outage.incident for outage in outages} == {f"Störung {minute}" for minute in range(1, 60)}
