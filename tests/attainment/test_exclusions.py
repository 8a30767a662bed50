from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.exclusions import (
    Refusal,
    Ruling,
    accepted_time,
    emergency_rulings,
    planned_rulings,
    yearly_spans,
)
from sla_drafter.attainment.instants import DAY, HOUR, MINUTE, opening, start_of_day
from sla_drafter.attainment.spans import clip, intersect, length, merge, union
from sla_drafter.model.measured import Evidence, MaintenanceWork, Span
from sla_drafter.model.scalars import Allowance, DayOfYear, Duration, Unit, WeeklyWindow, YearlyPeriod, Zone
from sla_drafter.model.services import EmergencyMaintenance, PlannedMaintenance

LONDON = Zone("Europe/London")
ROW = Evidence("maintenance.csv", 2)
SUNDAY = WeeklyWindow(6, 240, 360)
CHRISTMAS = YearlyPeriod(DayOfYear(11, 20), DayOfYear(12, 31))


def work(day: date, minute: int, minutes: int, announced_at: int | None = None, **more: bool) -> MaintenanceWork:
    start = opening(day, minute, LONDON)
    return MaintenanceWork(Span(start, start + minutes * MINUTE), "mail", ROW, announced_at, **more)


def cap(hours: str) -> Allowance:
    return Allowance(Duration(Decimal(hours), Unit.HOUR), Unit.MONTH)


def a_day_before(start: int) -> int:
    return start - DAY


def reasons(ruling: Ruling) -> list[tuple[int, Refusal]]:
    return [(length(spans) // MINUTE, reason) for spans, reason in ruling.refused]


def test_work_is_excused_when_it_was_announced_in_time() -> None:
    start = opening(date(2027, 3, 7), 240, LONDON)
    just, late, never = (work(date(2027, 3, 7), 240, 60, when) for when in (start - DAY, start - DAY + 1, None))
    found = planned_rulings([just, late, never], PlannedMaintenance(), LONDON, a_day_before)
    assert [(length(ruling.accepted) // MINUTE, reasons(ruling)) for ruling in found] == [
        (60, []),
        (0, [(60, Refusal.ANNOUNCED_LATE)]),
        (0, [(60, Refusal.NOT_ANNOUNCED)]),
    ]


def test_without_a_rule_on_notice_none_is_needed() -> None:
    found = planned_rulings([work(date(2027, 3, 7), 240, 60)], PlannedMaintenance(), LONDON)
    assert length(accepted_time(found)) == HOUR


def test_work_outside_the_weekly_window_is_refused_in_that_part() -> None:
    (found,) = planned_rulings([work(date(2027, 3, 7), 210, 180)], PlannedMaintenance(window=SUNDAY), LONDON)
    assert length(found.accepted) == 2 * HOUR
    assert reasons(found) == [(60, Refusal.OUTSIDE_THE_WINDOW)]


def test_work_in_a_blackout_is_refused() -> None:
    rule = PlannedMaintenance(blackout=CHRISTMAS)
    found = planned_rulings([work(date(2027, 12, 31), 23 * 60, 120)], rule, LONDON)
    assert length(found[0].accepted) == HOUR
    assert reasons(found[0]) == [(60, Refusal.BLACKOUT)]


def test_the_cap_of_each_month_is_used_up_in_the_order_of_time() -> None:
    works = [work(date(2027, 3, day), 240, 120) for day in (21, 7, 14)] + [work(date(2027, 4, 4), 240, 120)]
    found = planned_rulings(works, PlannedMaintenance(cap=cap("3")), LONDON)
    assert [length(ruling.accepted) // MINUTE for ruling in found] == [120, 60, 0, 120]
    assert [reason for _, reason in reasons(found[2])] == [Refusal.ABOVE_THE_CAP]


def test_the_same_time_in_two_works_uses_the_cap_once() -> None:
    twice = [work(date(2027, 3, 7), 240, 120), work(date(2027, 3, 7), 240, 120)]
    found = planned_rulings(twice, PlannedMaintenance(cap=cap("2")), LONDON)
    assert length(accepted_time(found)) == 2 * HOUR
    assert all(not ruling.refused for ruling in found)


def test_planned_and_emergency_work_have_caps_of_their_own() -> None:
    works = [work(date(2027, 3, 7), 240, 180), work(date(2027, 3, 9), 600, 180, emergency=True)]
    planned = planned_rulings(works, PlannedMaintenance(cap=cap("2")), LONDON)
    urgent = emergency_rulings(works, EmergencyMaintenance(cap("1")), LONDON)
    assert [ruling.work.emergency for ruling in (*planned, *urgent)] == [False, True]
    assert length(union(accepted_time(planned), accepted_time(urgent))) == 3 * HOUR


def test_a_yearly_period_may_run_over_the_new_year() -> None:
    winter = YearlyPeriod(DayOfYear(12, 20), DayOfYear(1, 6))
    year = Span(start_of_day(date(2027, 1, 1), LONDON), start_of_day(date(2028, 1, 1), LONDON))
    assert [(end - start) // DAY for start, end in yearly_spans(winter, LONDON, year)] == [6, 12]


def test_a_period_that_ends_on_29_february_ends_on_the_28th_of_other_years() -> None:
    end_of_winter = YearlyPeriod(DayOfYear(2, 1), DayOfYear(2, 29))
    year = Span(start_of_day(date(2027, 1, 1), LONDON), start_of_day(date(2029, 1, 1), LONDON))
    assert [(end - start) // DAY for start, end in yearly_spans(end_of_winter, LONDON, year)] == [28, 29]


WORKS = st.lists(
    st.tuples(st.integers(0, 90 * 24), st.integers(1, 600), st.booleans()).map(
        lambda one: MaintenanceWork(
            Span(one[0] * HOUR, one[0] * HOUR + one[1] * MINUTE),
            "mail",
            ROW,
            one[0] * HOUR - (2 * DAY if one[2] else 0),
        )
    ),
    max_size=10,
)


@given(WORKS, st.integers(1, 8))
def test_every_part_of_every_work_is_excused_or_refused_with_a_reason(works: list[MaintenanceWork], hours: int) -> None:
    rule = PlannedMaintenance(window=SUNDAY, cap=cap(str(hours)))
    for ruling in planned_rulings(works, rule, LONDON, a_day_before):
        refused = [spans for spans, _ in ruling.refused]
        assert union(ruling.accepted, *refused) == merge((ruling.work.span,))
        assert not intersect(ruling.accepted, union(*refused))


@given(WORKS, st.integers(1, 8))
def test_no_month_excuses_more_than_its_cap(works: list[MaintenanceWork], hours: int) -> None:
    total = accepted_time(planned_rulings(works, PlannedMaintenance(cap=cap(str(hours))), LONDON))
    borders = [start_of_day(date(1970, month, 1), LONDON) for month in range(1, 6)]
    for month in pairwise(borders):
        assert length(clip(total, month)) <= hours * HOUR
