from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.instants import instant
from sla_drafter.attainment.past import Past, past_of
from sla_drafter.attainment.promise import windows_per_year
from sla_drafter.model.measured import Ticket
from sla_drafter.model.record import Measurements
from sla_drafter.model.scalars import Choice, Duration, Unit, Window
from tests.attainment.record import ON, ROW, agreement, months, outages, record_of


def past(
    measured: Measurements, metric: str = "availability", on: date = ON, patch: Mapping[str, str] | None = None
) -> Past:
    found = {one.metric: one for one in past_of(agreement(patch), measured, on)}
    return found[metric]


def test_each_month_of_the_record_is_held_to_the_target() -> None:
    found = past(months("99.95", "99.9", "99.89"))
    assert [(one.window.first, one.value, one.met) for one in found.windows] == [
        (date(2024, 1, 1), Fraction("99.95"), True),
        (date(2024, 2, 1), Fraction("99.9"), True),
        (date(2024, 3, 1), Fraction("99.89"), False),
    ]
    assert found.met == 2


def test_a_month_without_data_is_no_month_of_the_record_even_if_it_counts_as_down() -> None:
    found = past(months("99.95", "", "99.95"), patch={"metrics.availability.no_data": "down"})
    assert [one.window.first.month for one in found.windows] == [1, 3]


def test_a_month_that_is_not_over_is_not_known() -> None:
    measured = months("99.95", "99.95", "10")
    assert len(past(measured, on=date(2024, 3, 30)).windows) == 2
    assert len(past(measured, on=date(2024, 3, 31)).windows) == 3


def test_a_metric_without_a_row_has_no_record() -> None:
    assert past(months("99.95"), "query_time").windows == ()
    assert past(Measurements()).windows == ()


def test_a_month_without_an_outage_is_one_of_full_availability() -> None:
    found = past(outages((date(2024, 1, 10), 50), (date(2024, 3, 10), 10)))
    assert [(one.value, one.outages, one.seconds) for one in found.windows] == [
        (Fraction(44640 - 50, 44640) * 100, (50 * 60,), 44640 * 60),
        (Fraction(100), (), 41760 * 60),
        (Fraction(44640 - 10, 44640) * 100, (10 * 60,), 44640 * 60),
    ]
    assert [one.met for one in found.windows] == [False, True, True]


def test_an_outage_across_the_border_of_two_months_counts_in_both() -> None:
    found = past(outages((date(2024, 1, 31), 24 * 60 + 30)))
    assert [one.outages for one in found.windows] == [(24 * 3600,), (30 * 60,)]


def test_rolling_windows_do_not_overlap() -> None:
    measured = outages((date(2024, 1, 1), 10), (date(2024, 3, 31), 10))
    found = past(measured, patch={"metrics.availability.window": "rolling 30 days"})
    spans = [(one.window.first, one.window.last) for one in found.windows]
    assert spans == [
        (date(2024, 1, 2), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 3, 1)),
        (date(2024, 3, 2), date(2024, 3, 31)),
    ]


def test_a_quarter_joins_its_months() -> None:
    found = past(months("99", "100", "100"), patch={"metrics.availability.window": "calendar quarter"})
    assert [one.value for one in found.windows] == [Fraction(31 * 99 + 60 * 100, 91)]


def test_where_a_lower_value_is_better_values_are_turned_round() -> None:
    found = past(months("2", "7", metric="query_time"), "query_time", patch={"metrics.query_time.target": "at most 5%"})
    assert [one.met for one in found.windows] == [True, False]
    assert found.qualities == (Fraction(98), Fraction(93))
    assert found.quality(found.border) == 95


def ticket(number: int, opened: datetime, minutes: int) -> Ticket:
    start = instant(opened)
    return Ticket(f"T{number}", "2", start, ROW, start + 60_000_000, start + minutes * 60_000_000)


def test_cases_of_a_severity_are_a_record_and_a_forgiven_miss_fails_no_month() -> None:
    days = (datetime(2024, month, 5, 10, tzinfo=UTC) for month in (1, 1, 2, 2, 2))
    cases = tuple(
        ticket(number, day, minutes)
        for number, (day, minutes) in enumerate(zip(days, (60, 800, 800, 900, 60), strict=True))
    )
    found = past(evolve(Measurements(), tickets=cases, records=(record_of("tickets"),)), "severities.2")
    assert [(one.cases, one.late, one.met) for one in found.windows] == [(2, 1, True), (3, 2, False)]
    assert found.qualities == (Fraction(100), Fraction(100, 3))


def rolling(amount: int, unit: Unit) -> Window:
    return Window(Choice("window", "rolling"), Duration(Decimal(amount), unit))


def test_a_year_has_as_many_windows_as_fit_into_it() -> None:
    calendar = {"calendar_month": 12, "billing_month": 12, "calendar_quarter": 4, "calendar_year": 1}
    assert {kind: windows_per_year(Window(Choice("window", kind))) for kind in calendar} == calendar
    lengths = [(30, Unit.DAY, 12), (2, Unit.WEEK, 26), (3, Unit.MONTH, 4), (2, Unit.YEAR, 1)]
    assert [windows_per_year(rolling(amount, unit)) for amount, unit, _ in lengths] == [each for *_, each in lengths]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=24))
def test_the_record_has_each_month_once_in_order_and_its_downtime_is_that_of_the_outages(minutes: list[int]) -> None:
    down = [(date(2024 + month // 12, month % 12 + 1, 7), length) for month, length in enumerate(minutes) if length]
    found = past(outages(*down))
    firsts = [one.window.first for one in found.windows]
    assert firsts == sorted(set(firsts))
    assert sum(sum(one.outages) for one in found.windows) == 60 * sum(minutes)
