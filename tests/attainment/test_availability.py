from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.availability import (
    COUNTS_AS_AVAILABLE,
    CountingRules,
    availability,
    reported,
    time_availability,
    whole_minutes,
)
from sla_drafter.attainment.instants import DAY, HOUR, MINUTE, SECOND
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.spans import Spans, length, merge
from sla_drafter.model.measured import Span

WINDOW = Span(0, 10 * DAY)
INSTANTS = st.integers(-DAY, 11 * DAY)
OUTAGES = st.lists(st.tuples(INSTANTS, st.integers(0, 9 * HOUR)).map(lambda pair: Span(pair[0], sum(pair))), max_size=8)
SETS = OUTAGES.map(merge)
MINUTE_RULES = ("whole_minutes_fully_down", "exact", "any_part_of_a_minute")
TOTAL = CountingRules(excluded_time=COUNTS_AS_AVAILABLE)


def share(outages: list[Span], **more: object) -> Fraction:
    found = time_availability(WINDOW, outages, **more).share  # type: ignore[arg-type]
    assert found is not None
    return found


@given(OUTAGES, OUTAGES)
def test_more_downtime_never_raises_availability(outages: list[Span], more: list[Span]) -> None:
    assert share([*outages, *more]) <= share(outages) <= 1


@given(OUTAGES, OUTAGES)
def test_more_excused_time_never_lowers_the_total_form(outages: list[Span], excused: list[Span]) -> None:
    assert share(outages, excused=excused, rules=TOTAL) >= share(outages)


@given(OUTAGES, OUTAGES)
def test_the_net_form_is_never_above_the_total_form(outages: list[Span], excused: list[Span]) -> None:
    net = time_availability(WINDOW, outages, excused=excused).share
    if net is not None:
        assert net <= share(outages, excused=excused, rules=TOTAL)


@given(OUTAGES, st.integers(1, HOUR))
def test_splitting_an_outage_changes_nothing(outages: list[Span], cut: int) -> None:
    parts = [part for one in outages for part in (Span(one.start, min(one.start + cut, one.end)), one)]
    assert time_availability(WINDOW, parts) == time_availability(WINDOW, outages)


@given(st.integers(0, 5 * DAY), st.integers(0, 5 * DAY), st.integers(1, 5 * DAY))
def test_an_outage_counts_alike_wherever_it_lies_in_the_window(start: int, other: int, long: int) -> None:
    assert share([Span(start, start + long)]) == share([Span(other, other + long)])


@given(OUTAGES, SETS, OUTAGES)
def test_counted_and_excused_time_never_meet_and_stay_in_service_time(
    outages: list[Span], service: Spans, excused: list[Span]
) -> None:
    hours = merge((max(start, 0), min(end, 10 * DAY)) for start, end in service if start < 10 * DAY and end > 0)
    found = time_availability(WINDOW, outages, service=hours, excused=excused)
    counted, forgiven = length(found.down), length(found.excused)
    assert length(merge((*found.down, *found.excused))) == counted + forgiven
    assert found.measured == length(hours) - forgiven
    assert counted <= found.measured


def test_no_service_time_is_not_measured() -> None:
    assert time_availability(WINDOW, [Span(0, HOUR)], service=()).share is None
    assert time_availability(WINDOW, [], excused=[WINDOW]).share is None
    assert time_availability(WINDOW, [], excused=[WINDOW], rules=TOTAL).share == 1


@given(SETS)
def test_minutes_fully_down_are_no_more_than_time_down_and_that_no_more_than_minutes_touched(down: Spans) -> None:
    fully, exact, touched = (length(whole_minutes(down, rule)) for rule in MINUTE_RULES)
    assert fully <= exact <= touched
    assert fully % MINUTE == touched % MINUTE == 0


def test_two_minutes_across_three_count_one_two_or_three() -> None:
    event = (Span(30 * SECOND, 150 * SECOND),)
    assert [length(whole_minutes(event, rule)) // SECOND for rule in MINUTE_RULES] == [60, 120, 180]


def test_an_outage_across_the_border_counts_where_the_agreement_says() -> None:
    across = [Span(9 * DAY, 11 * DAY)]
    after = Span(10 * DAY, 20 * DAY)
    for border, here, there in (
        ("split_at_the_border", DAY, DAY),
        ("counts_where_it_starts", 2 * DAY, 0),
        ("counts_where_it_ends", 0, 2 * DAY),
    ):
        rules = CountingRules(border=border)
        assert time_availability(WINDOW, across, rules=rules).downtime == here
        assert time_availability(after, across, rules=rules).downtime == there


def test_an_outage_that_counts_in_one_piece_counts_in_service_time_beyond_the_window() -> None:
    def nights(span: Span) -> Spans:
        return merge((day, day + 8 * HOUR) for day in range(span.start // DAY * DAY, span.end, DAY))

    found = time_availability(
        WINDOW,
        [Span(9 * DAY, 11 * DAY)],
        service=nights(WINDOW),
        service_beyond=nights,
        rules=CountingRules(border="counts_where_it_starts"),
    )
    assert (found.downtime, found.measured) == (16 * HOUR, 80 * HOUR)


def test_runs_that_are_too_short_are_ignored_even_if_many() -> None:
    flaps = [Span(number * HOUR, number * HOUR + 9 * MINUTE) for number in range(20)]
    rules = CountingRules(minimum_run=10 * MINUTE)
    assert time_availability(WINDOW, flaps, rules=rules).downtime == 0
    joined = [*flaps, Span(9 * MINUTE, 10 * MINUTE)]
    assert time_availability(WINDOW, joined, rules=rules).downtime == 10 * MINUTE


def test_an_outage_may_count_from_its_report() -> None:
    lasting = Span(0, 60 * MINUTE)
    assert reported(lasting, 25 * MINUTE) == Span(25 * MINUTE, 60 * MINUTE)
    assert reported(lasting, -5) == lasting
    assert reported(lasting, None) is None
    assert reported(lasting, 60 * MINUTE) is None


def test_availability_is_never_below_zero_and_never_made_from_nothing() -> None:
    assert availability(Fraction(5), Fraction(4)) == 0
    with pytest.raises(Impossible, match="Measured time is 0"):
        availability(Fraction(0), Fraction(0))
    with pytest.raises(Impossible, match="Downtime is -1"):
        availability(Fraction(-1), Fraction(1))


@pytest.mark.parametrize("rules", [CountingRules(excluded_time="later"), CountingRules(partial_minutes="roughly")])
def test_a_rule_that_nobody_defined_is_refused(rules: CountingRules) -> None:
    with pytest.raises(Impossible, match="It is one of"):
        time_availability(WINDOW, [Span(0, 1)], rules=rules)
