from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.document.calendar import Calendar, Event
from sla_drafter.errors import Unreadable
from sla_drafter.readers.ics import read_calendar
from sla_drafter.writers.ics import LINE, escaped, folded, write

HOSTILE = "Orle; Söhne, «Zürich» \\n\nEND:VEVENT 日本語"
# What no line of a calendar may hold is left out in writing, so a calendar of clean words comes back as it was.
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
WORDS = st.text(LETTERS | st.just("\n"), min_size=1, max_size=200)
EVENTS = st.builds(
    Event,
    uid=st.text(LETTERS, min_size=1, max_size=30),
    on=st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 1, 1)),
    summary=WORDS,
    details=WORDS,
)
CALENDARS = st.builds(
    Calendar,
    name=WORDS,
    language=st.sampled_from(("en", "de", "en_GB")),
    stamped=st.just(date(2027, 1, 1)),
    events=st.lists(EVENTS, min_size=1, max_size=4).map(tuple),
)


def calendar(*events: Event) -> Calendar:
    return Calendar("Key dates", "en", date(2027, 1, 1), events)


AUDIT = Event("audit-1@x", date(2027, 4, 1), "Audit due", "clause 8.3")


def test_a_day_is_written_as_calendar_programs_read_it() -> None:
    assert write(calendar(AUDIT)).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//sla-drafter//key dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME;LANGUAGE=en:Key dates",
        "BEGIN:VEVENT",
        "UID:audit-1@x",
        "DTSTAMP:20270101T000000Z",
        "DTSTART;VALUE=DATE:20270401",
        "DTEND;VALUE=DATE:20270402",
        "SUMMARY;LANGUAGE=en:Audit due",
        "DESCRIPTION;LANGUAGE=en:clause 8.3",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(CALENDARS)
def test_a_calendar_comes_back_as_it_was_written(made: Calendar) -> None:
    assert read_calendar(write(made)) == made


@given(CALENDARS)
def test_no_line_is_longer_than_a_calendar_allows_and_no_character_is_cut(made: Calendar) -> None:
    data = write(made)
    assert all(len(line) <= LINE for line in data.split(b"\r\n"))
    assert all(line.decode("utf-8") is not None for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_words_cannot_end_an_event_or_begin_another() -> None:
    data = write(calendar(Event("x@y", date(2027, 4, 1), HOSTILE)))
    assert data.count(b"\r\nEND:VEVENT\r\n") == 1
    assert read_calendar(data).events[0].summary == HOSTILE


def test_signs_with_a_meaning_are_escaped_and_controls_left_out() -> None:
    assert escaped("a;b,c\\d\ne\r\nf\x00g") == "a\\;b\\,c\\\\d\\ne\\nfg"


def test_a_long_line_goes_on_after_a_space() -> None:
    assert folded("A" * 80) == b"A" * 75 + b"\r\n " + b"A" * 5 + b"\r\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "does not begin and end"),
        (b"BEGIN:VCALENDAR\r\nSUMMARY", "does not begin and end"),
        (b"BEGIN:VCALENDAR\r\nno line\r\nEND:VCALENDAR\r\n", "no line of a calendar"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "no DTSTART"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20270231\r\nSUMMARY:y\r\nEND:VEVENT\r\nEND:VCALENDAR",
            "'20270231' is no date",
        ),
        (b"BEGIN:VCALENDAR\r\nX:\xff\r\nEND:VCALENDAR\r\n", "not in UTF-8"),
    ],
)
def test_what_is_no_calendar_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_calendar(data)
