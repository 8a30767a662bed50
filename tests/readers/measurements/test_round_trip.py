from __future__ import annotations

import csv
import io
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.model.measured import Outage, Span
from tests.readers.measurements.sample import line, measured

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(-(10**15), 18 * 10**14).map(lambda tick: EPOCH + timedelta(microseconds=tick))
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INCIDENTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=12)


@st.composite
def outages(draw: st.DrawFn) -> tuple[datetime, datetime, Fraction, str]:
    """A start, a later end, a weight and the number of an incident."""
    start = draw(MOMENTS)
    end = start + timedelta(microseconds=draw(st.integers(1, 10**12)))
    return start, end, draw(st.fractions(Fraction(1, 99), 1, max_denominator=99)), draw(INCIDENTS)


def instant(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


@given(st.lists(st.tuples(outages(), OFFSETS), max_size=8), st.sampled_from(",;\t"), st.sampled_from(["Z", "+"]))
def test_what_is_written_is_read_to_the_microsecond(
    rows: list[tuple[tuple[datetime, datetime, Fraction, str], timezone]], separator: str, style: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(["start", "end", "service", "weight", "incident"])
    for (start, end, weight, incident), offset in rows:
        zone = UTC if style == "Z" else offset
        times = [moment.astimezone(zone).isoformat().replace("+00:00", "Z") for moment in (start, end)]
        writer.writerow([*times, "database", f"{weight.numerator}/{weight.denominator}", incident])
    with tempfile.TemporaryDirectory() as folder:
        read = measured(Path(folder), text.getvalue())
    assert read.measurements.outages == tuple(
        Outage(Span(instant(start), instant(end)), "database", line(number), "", incident, weight)
        for number, ((start, end, weight, incident), _) in enumerate(rows, 2)
    )
    assert {finding.name for finding in read.findings} <= {"other_separator", "no_rows", "overlapping_spans"}


@given(st.binary(max_size=200), st.sampled_from([".csv", ".json", ".jsonl", ".parquet"]))
def test_no_bytes_break_the_reader(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = measured(Path(folder), data, f"x{ending}")
    assert read.findings
    assert not read.measurements.files


@given(st.text(st.sampled_from('0123456789-:.TZ+ /",;\n[]Europ'), max_size=80))
def test_no_row_breaks_the_reader(row: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = measured(Path(folder), f"start,end,service,zone\n{row},database,Europe/London\n")
    assert sum(record.rows for record in read.measurements.records) <= row.count("\n") + 1
