from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from sla_drafter.attainment.attained import Made
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.measured import Observation, RequestCount, Span
from sla_drafter.model.record import Measurements
from tests.attainment.months import HERE, agreed, at, down, metric, month, of_outages, record, work

AGREED = agreed()
# March 2027 in London is an hour short of 31 days.
MINUTES = 31 * 1440 - 60
REQUESTS = ("formula: time availability         # exclusions come off both sides", "formula: request availability")


def availability(*outages: tuple[int, int], works: tuple[tuple[int, int, int | None], ...] = ()) -> Fraction | None:
    spans = [down(start, end) for start, end in outages]
    announced = [work(*each) for each in works]
    return metric(month(AGREED, of_outages(spans, announced)), "availability").value


# --- values


def test_a_record_without_outages_says_that_there_was_none() -> None:
    assert availability() == 1


def test_downtime_is_a_share_of_the_hours_that_the_clock_shows() -> None:
    assert availability((at(3, 10), at(3, 12))) == 1 - Fraction(120, MINUTES)


def test_overlapping_outages_count_once() -> None:
    assert availability((at(3, 10), at(3, 12)), (at(3, 11), at(3, 12, 30))) == 1 - Fraction(150, MINUTES)


def test_an_outage_over_the_border_of_the_month_is_split() -> None:
    assert availability((at(28, 23, 30, month=2), at(1, 0, 30))) == 1 - Fraction(30, MINUTES)


def test_planned_maintenance_leaves_both_sides_of_the_sum() -> None:
    works = ((at(7, 4), at(7, 5), at(20, 9, month=2)),)
    found = availability((at(7, 4), at(7, 5)), (at(3, 10), at(3, 11)), works=works)
    assert found == 1 - Fraction(60, MINUTES - 60)


@pytest.mark.parametrize(
    ("start", "end", "announced", "reason"),
    [
        (at(7, 4), at(7, 5), at(5, 9), "announced_late"),
        (at(7, 4), at(7, 5), None, "not_announced"),
        (at(8, 4), at(8, 5), at(20, 9, month=2), "outside_the_window"),
    ],
)
def test_maintenance_that_breaks_a_rule_excuses_nothing(
    start: int, end: int, announced: int | None, reason: str
) -> None:
    statement = month(AGREED, of_outages([down(start, end)], [work(start, end, announced)]))
    found = metric(statement, "availability")
    assert found.value == 1 - Fraction(60, MINUTES)
    assert [(proof.made, proof.reason) for proof in found.found.evidence if proof.kind == "maintenance"] == [
        (Made.REFUSED, reason)
    ]


def test_work_that_overruns_its_window_is_excused_in_part() -> None:
    works = [work(at(7, 5), at(7, 7), at(20, 9, month=2))]
    found = metric(month(AGREED, of_outages([down(at(7, 5), at(7, 7))], works)), "availability")
    assert found.value == 1 - Fraction(60, MINUTES - 60)
    assert [proof.made for proof in found.found.evidence if proof.kind == "maintenance"] == [Made.PARTLY_EXCUSED]


def test_work_of_a_kind_that_is_not_agreed_excuses_nothing_and_is_listed() -> None:
    terms = agreed(("  emergency: {cap: 2 hours per month}\n", ""))
    works = [work(at(7, 4), at(7, 5), None, emergency=True)]
    found = metric(month(terms, of_outages([down(at(7, 4), at(7, 5))], works)), "availability")
    assert found.value == 1 - Fraction(60, MINUTES)
    assert found.found.evidence[-1].reason == "not_promised"


def test_an_outage_whose_cause_is_excluded_is_excused() -> None:
    outages = [down(at(5, 10), at(5, 11), cause="customer_cause"), down(at(6, 10), at(6, 11), cause="provider")]
    found = metric(month(AGREED, of_outages(outages)), "availability")
    assert found.value == 1 - Fraction(60, MINUTES - 60)
    assert [(each.reason, each.length // 60_000_000) for each in found.found.excused] == [
        ("exclusions.customer_cause", 60)
    ]
    assert [proof.made for proof in found.found.evidence] == [Made.EXCUSED, Made.COUNTED]


@pytest.mark.parametrize("cause", ["customer", "force_majeure"])
def test_relief_and_events_outside_control_excuse(cause: str) -> None:
    found = metric(month(AGREED, of_outages([down(at(5, 10), at(5, 11), cause=cause)])), "availability")
    assert found.value == 1


def test_excused_time_may_count_as_available() -> None:
    terms = agreed(("    no_data: down ", "    excluded_time: counts as available\n    no_data: down "))
    outages = [down(at(5, 10), at(5, 11), cause="customer_cause"), down(at(6, 10), at(6, 11))]
    assert metric(month(terms, of_outages(outages)), "availability").value == 1 - Fraction(60, MINUTES)


def test_a_degraded_service_is_down_in_part() -> None:
    half = evolve(down(at(5, 10), at(5, 12)), weight=Fraction(1, 2))
    assert metric(month(AGREED, of_outages([half])), "availability").value == 1 - Fraction(60, MINUTES)


def test_requests_are_pooled() -> None:
    counts = tuple(
        RequestCount(Span(at(day, 0), at(day + 1, 0)), "database", requests, errors, HERE)
        for day, requests, errors in ((1, 1000, 1), (2, 3000, 1))
    )
    found = metric(
        month(agreed(REQUESTS), Measurements(requests=counts, records=(record("requests"),))), "availability"
    )
    assert found.value == Fraction(3998, 4000)


def test_observations_give_events_or_values() -> None:
    week, day = Span(at(1, 0), at(8, 0)), Span(at(8, 0), at(9, 0))
    events = (Observation("query_time", week, HERE, 90, 100), Observation("query_time", day, HERE, 50, 100))
    values = (
        Observation("query_time", week, HERE, value=Fraction(1)),
        Observation("query_time", day, HERE, value=Fraction(1, 2)),
    )
    pooled = month(AGREED, Measurements(observations=events))
    weighed = month(AGREED, Measurements(observations=values))
    assert metric(pooled, "query_time").value == Fraction(140, 200)
    assert metric(weighed, "query_time").value == Fraction(15, 16)
    with pytest.raises(Impossible, match=r"without events in rows\.csv, line 2"):
        month(AGREED, Measurements(observations=(*events, *values)))


# --- no data


def test_without_a_record_the_agreement_says_what_counts() -> None:
    statement = month(AGREED, Measurements())
    assert (metric(statement, "availability").value, metric(statement, "availability").by_rule) == (Fraction(0), "down")
    assert (metric(statement, "query_time").value, metric(statement, "query_time").met) == (None, None)
    assert (metric(statement, "severities.1").value, metric(statement, "severities.1").met) == (None, None)


def test_without_a_record_a_target_may_count_as_met() -> None:
    terms = agreed(("    no_data: not measured", "    no_data: met"))
    found = metric(month(terms, Measurements()), "query_time")
    assert (found.value, found.met, found.by_rule) == (None, True, "met")


def test_what_was_not_measured_earns_nothing() -> None:
    line = month(AGREED, of_outages([])).line("query_time")
    assert line is not None
    assert line.line.value is None
    assert line.amount == 0
