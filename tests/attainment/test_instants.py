from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.instants import closing, day_of, instant, moment, opening, same_time, start_of_day
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.scalars import Zone

NEW_YORK, CAIRO, HAVANA = Zone("America/New_York"), Zone("Africa/Cairo"), Zone("America/Havana")
ZONES = st.sampled_from(("UTC", "Europe/London", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe"))
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def shown(when: int, zone: Zone) -> str:
    return moment(when, zone).isoformat()


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(Impossible, match="It says its zone"):
        instant(datetime(2027, 3, 1, 12))  # noqa: DTZ001  # that is what is refused


def test_an_instant_is_exact_to_the_microsecond() -> None:
    assert instant(datetime(1970, 1, 1, 0, 0, 1, 7, tzinfo=UTC)) == 1_000_007
    assert instant(datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)) == -1


def test_a_missing_time_is_the_first_instant_after_the_gap() -> None:
    assert shown(opening(date(2026, 3, 8), 150, NEW_YORK), NEW_YORK) == "2026-03-08T03:00:00-04:00"
    assert shown(closing(date(2026, 3, 8), 150, NEW_YORK), NEW_YORK) == "2026-03-08T03:00:00-04:00"


def test_a_time_that_comes_twice_opens_at_the_first_and_closes_at_the_second() -> None:
    assert shown(opening(date(2025, 11, 2), 90, NEW_YORK), NEW_YORK) == "2025-11-02T01:30:00-04:00"
    assert shown(closing(date(2025, 11, 2), 90, NEW_YORK), NEW_YORK) == "2025-11-02T01:30:00-05:00"


def test_a_day_whose_midnight_is_missing_starts_after_the_gap() -> None:
    assert shown(start_of_day(date(2025, 4, 25), CAIRO), CAIRO) == "2025-04-25T01:00:00+03:00"


def test_a_day_whose_midnight_comes_twice_starts_at_the_first_and_ends_the_day_before_there() -> None:
    first = start_of_day(date(2025, 11, 2), HAVANA)
    assert shown(first, HAVANA) == "2025-11-02T00:00:00-04:00"
    assert closing(date(2025, 11, 1), 1440, HAVANA) == first


def test_the_same_time_on_another_day_follows_the_clock_on_the_wall() -> None:
    noon = opening(date(2026, 3, 7), 720, NEW_YORK)
    assert same_time(noon, date(2026, 3, 8), NEW_YORK) - noon == 23 * 3_600_000_000


@given(DAYS, st.integers(0, 1439), ZONES)
def test_opening_never_comes_after_closing_and_both_show_the_time_unless_it_is_missing(
    day: date, minute: int, name: str
) -> None:
    zone = Zone(name)
    opens, closes = opening(day, minute, zone), closing(day, minute, zone)
    assert opens <= closes
    wanted = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
    faces = {moment(when, zone).replace(tzinfo=UTC, fold=0) for when in (opens, closes)}
    if faces != {wanted}:
        assert opens == closes
        assert moment(opens - 1, zone).utcoffset() != moment(opens, zone).utcoffset()
        assert moment(opens - 1, zone).replace(tzinfo=UTC) < wanted < moment(opens, zone).replace(tzinfo=UTC, fold=0)


@given(DAYS, ZONES)
def test_days_follow_each_other_without_gap(day: date, name: str) -> None:
    zone = Zone(name)
    start, end = start_of_day(day, zone), start_of_day(day + timedelta(days=1), zone)
    assert day_of(start, zone) == day_of(end - 1, zone) == day
    assert day_of(start - 1, zone) == day - timedelta(days=1)
