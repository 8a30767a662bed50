from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.readers.measurements.mistakes import Wrong
from sla_drafter.readers.measurements.times import instants, localised, shown
from tests.readers.measurements.sample import at

BLANKS = st.sampled_from(["", " ", "\t", "\u00a0 "])


PARTS = st.sampled_from(["", ".5", ".000001", ".999999", ".1200", ".00000100", ",25"])
OFFSETS = st.sampled_from(["Z", "+01:00", "-0330", "+01"])
CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))


@given(st.lists(st.tuples(BLANKS, CLOCKS, PARTS, OFFSETS, BLANKS), max_size=60))
def test_what_was_read_before_changes_nothing(times: list[tuple[str, tuple[int, int, int], str, str, str]]) -> None:
    read = instants(None, "")
    for before, (hour, minute, second), part, offset, after in times:
        text = f"2027-03-04T{hour:02}:{minute:02}:{second:02}{part}{offset}"
        assert read(f"{before}{text}{after}") == at(text)


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-04T10:00:00Z",
        "2027-03-04t10:00:00z",
        "2027-03-04 10:00Z",
        "2027-03-04T10:00:00.000Z",
        "2027-03-04T10:00:00,0000000000Z",
        "2027-03-04T11:00:00+01:00",
        "2027-03-04T15:30:00+0530",
        "2027-03-03T20:00:00 -14",
        "2027-03-04T10:00:00-00:00",
    ],
)
def test_every_way_to_write_an_instant_is_the_same_instant(text: str) -> None:
    assert instants(None, "")(text) == at("2027-03-04T10:00:00+00:00")


def test_an_instant_is_written_as_it_would_be_read() -> None:
    read = instants(None, "")
    for text in ("2027-03-04T10:00:00Z", "1969-12-31T23:59:59.999999Z", "1900-01-01T00:00:00Z"):
        assert shown(read(text)) == text


def test_the_latest_moment_itself_is_not_in_the_future() -> None:
    read = instants(datetime(2027, 3, 4, 10, tzinfo=UTC), "")
    assert read("2027-03-04T10:00:00Z")
    with pytest.raises(Wrong, match="lies in the future"):
        read("2027-03-04T10:00:00.000001Z")


def test_a_local_time_gets_the_offset_of_its_day() -> None:
    assert localised("2027-01-04T10:00", "Europe/London") == "2027-01-04T10:00+00:00"
    assert localised(" 2027-07-04 10:00:00.5 ", "Europe/London") == "2027-07-04 10:00:00.5+01:00"
    assert localised("2027-07-04T10:00:00Z", "Europe/London") == "2027-07-04T10:00:00Z"
    assert localised("soon", "Europe/London") == "soon"


@pytest.mark.parametrize("text", ["2027-03-28T01:30:00", "2027-03-28T01:00", "2027-10-31T01:59:59.999999"])
def test_a_local_time_that_comes_twice_or_never_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="Europe/London"):
        localised(text, "Europe/London")
