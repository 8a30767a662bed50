"""A batch that is read at once says and gives the same as its rows read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sla_drafter.model.measured import Span
from sla_drafter.readers.measurements import Read, csv_file, rows
from sla_drafter.readers.measurements.at_once import AT_ONCE
from sla_drafter.readers.measurements.rows import RowReader
from tests.readers.measurements.sample import at, measured, names

TIMES = st.sampled_from([
    "2027-03-04T10:00:00Z", "2027-03-04T10:00:00Z", "2027-03-04T11:00:00Z", "2027-03-05T11:59:59.5Z",
    "2027-04-01T09:00Z", "2027-03-04T12:00:00+01:00", " 2027-03-04T10:30:00Z", "2027-03-04T10:00:00",
    "2027-02-30T10:00:00Z", "", "soon", "2027-03-04T24:00:00Z", "2028-01-01T00:00:00Z", "2027-03-05",
    "2027-02-04T10:00:00Z",
])  # fmt: skip
WORDS = st.sampled_from(["", "", "INC-1", " INC-1", "INC-2 ", '"INC, 3"', '"a ""b"""'])
OUTAGE = st.tuples(TIMES, TIMES, st.sampled_from(["database", "database", " database", "databse", ""]), WORDS)
PAUSES = st.sampled_from(["", "", "2027-03-04T10:10:00Z/2027-03-04T10:20:00Z", "2027-03-04T10:10:00Z", "x/y"])
CASE = st.tuples(st.sampled_from("ABCDE") | st.just(""), st.sampled_from(["1", "2", "P1"]), TIMES, TIMES, TIMES, PAUSES)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
ODD = st.sampled_from(["", ",,,", "a,b", '"open'])
PERIOD = st.sampled_from([None, Span(at("2027-03-01T00:00:00Z"), at("2027-04-01T00:00:00Z"))])
OUTAGES, TICKETS = "start,end,service,incident", "id,severity,opened,answered,restored,paused"
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def one_by_one() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RowReader, "_take_at_once", lambda *_: False)
        patch.setattr(csv_file, "_plain", lambda *_: None)
        yield


@contextmanager
def in_small_pieces(size: int) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_file, "_PIECE", size)
        yield


def same(folder: Path, text: str, period: Span | None, size: int) -> tuple[Read, Read]:
    with in_small_pieces(size):
        at_once = measured(folder, text, period=period)
    with one_by_one():
        alone = measured(folder, text, period=period)
    return at_once, alone


@QUIET
@given(
    cells=st.lists(OUTAGE.map(",".join) | ODD, max_size=12),
    end=ENDS,
    last=st.booleans(),
    period=PERIOD,
    size=st.sampled_from([40, 90, 1 << 17]),
)
def test_outages_in_batches_are_those_read_row_by_row(
    tmp_path: Path, cells: list[str], end: str, last: bool, period: Span | None, size: int
) -> None:
    at_once, alone = same(tmp_path, end.join([OUTAGES, *cells]) + end * last, period, size)
    assert at_once == alone


@QUIET
@given(
    cells=st.lists(CASE.map(",".join) | ODD, max_size=12),
    end=ENDS,
    period=PERIOD,
    size=st.sampled_from([40, 90, 1 << 17]),
)
def test_cases_in_batches_are_those_read_row_by_row(
    tmp_path: Path, cells: list[str], end: str, period: Span | None, size: int
) -> None:
    at_once, alone = same(tmp_path, end.join([TICKETS, *cells]), period, size)
    assert at_once == alone


@pytest.mark.parametrize("extra", ["zone", "agreement", "version"])
@pytest.mark.parametrize("words", ["", "Europe/London", "Managed PostgreSQL", "0.3", "another"])
def test_rows_that_name_a_zone_or_an_agreement_are_judged_alike(tmp_path: Path, extra: str, words: str) -> None:
    text = f"{OUTAGES},{extra}\n2027-03-04T10:00:00Z,2027-03-04T11:00:00Z,database,I,{words}\n"
    text += "2027-03-05T10:00:00,2027-03-05T11:00:00Z,database,I,\n"
    at_once, alone = same(tmp_path, text, None, 80)
    assert at_once == alone


def test_a_file_of_plain_rows_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows.RowReader, "_take_row", None)
    text = OUTAGES + "\n2027-03-04T10:00:00Z,2027-03-04T11:00:00.25Z,database,INC-1" * 5_000
    assert len(measured(tmp_path, text).measurements.outages) == 5_000
    text = TICKETS + "".join(f"\n{number},2,2027-03-04T10:00:00Z,2027-03-04T11:00:00Z,," for number in range(5_000))
    assert len(measured(tmp_path, text).measurements.tickets) == 5_000


def test_one_wrong_row_of_many_is_named_and_the_others_are_used(tmp_path: Path) -> None:
    row = "2027-03-04T10:00:00Z,2027-03-04T11:00:00Z,database,INC-1\n"
    text = OUTAGES + "\n" + row * 6_000 + row.replace("11:", "09:") + row * 6_000
    read = measured(tmp_path, text)
    wrong = [one for one in read.findings if one.name == "reversed_span"]
    assert [one.places[0].line for one in wrong] == [6_002]
    assert len(read.measurements.outages) == 12_000
    assert "reversed_span" in names(read)
    lines = [place.line for place in read.measurements.outages.evidence]
    assert lines == [*range(2, 6_002), *range(6_003, 12_003)]


def test_every_kind_that_is_read_at_once_fills_a_table() -> None:
    tables: Mapping[str, str] = {"outages": "Outages", "tickets": "Tickets"}
    assert {kind: how.table.__name__ for kind, how in AT_ONCE.items()} == tables
