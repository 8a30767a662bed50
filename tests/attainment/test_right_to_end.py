from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest

from sla_drafter.attainment.right_to_end import TriggerState
from sla_drafter.attainment.statement import statement_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Observation, Outage
from sla_drafter.model.record import Measurements
from tests.attainment.months import FILE, HERE, agreed, at, down, of_outages, record

SHORT = next(line for line in FILE.read_text(encoding="utf-8").splitlines() if "chronic_failure: {misses" in line)


def ending(*triggers: str, more: str = "elect_within: 60 days, ends: agreement") -> Agreement:
    """The agreement with these triggers, each with its number as its id."""
    listed = ", ".join(f"t{number}: {{{trigger}}}" for number, trigger in enumerate(triggers, 1))
    return agreed((SHORT, f"  chronic_failure: {{triggers: {{{listed}}}, {more}}}"))


def states(agreement: Agreement, outages: Sequence[Outage], month: int) -> tuple[TriggerState, ...]:
    chronic = statement_of(agreement, of_outages(outages), month_of(date(2027, month, 1))).chronic
    assert chronic is not None
    return chronic.states


def only(agreement: Agreement, outages: Sequence[Outage], month: int) -> TriggerState:
    (state,) = states(agreement, outages, month)
    return state


def missed(*months: int) -> list[Outage]:
    """Two hours down in each of these months of 2027, which misses 99.9%."""
    return [down(at(3, 10, month=month), at(3, 12, month=month)) for month in months]


def months_of(state: TriggerState) -> list[int]:
    assert state.met is not None
    return [period.first.month for period in state.met.periods]


IN_A_ROW = "misses: 2, of: availability, in_a_row: yes"


@pytest.mark.parametrize(
    ("months", "reached", "counted"), [((2, 3), True, [2, 3]), ((1, 3), False, [3]), ((1, 2), False, [])]
)
def test_misses_in_a_row_end_with_the_last_month(months: tuple[int, ...], reached: bool, counted: list[int]) -> None:
    state = only(ending(IN_A_ROW, more="ends: agreement, elect_within: 1 day"), missed(*months), 3)
    assert (state.reached, months_of(state)) == (reached, counted)


def test_a_right_of_an_earlier_month_is_there_as_long_as_it_can_be_used() -> None:
    outages = missed(1, 2)
    state = only(ending(IN_A_ROW), outages, 3)
    assert (state.reached, months_of(state), state.elect_by) == (True, [1, 2], date(2027, 5, 4))
    later = [*outages, *missed(7)]
    assert not only(ending(IN_A_ROW), later, 7).reached


def test_of_any_service_level_a_month_counts_once() -> None:
    agreement = ending("misses: 3, counting: any service level, within: 3 months")
    values = [
        Observation("query_time", one.span, HERE, value=Fraction(90, 100)) for one in missed(1, 2)
    ]  # availability is missed in February and March
    measured = Measurements(
        tuple(missed(2, 3)), observations=tuple(values), records=(record("outages"), record("observations"))
    )
    chronic = statement_of(agreement, measured, month_of(date(2027, 3, 1))).chronic
    assert chronic is not None
    (state,) = chronic.states
    assert (state.reached, months_of(state)) == (True, [1, 2, 3])
    same = statement_of(
        ending("misses: 3, counting: the same service level, within: 3 months"), measured, month_of(date(2027, 3, 1))
    ).chronic
    assert same is not None
    assert not same.reached
    assert same.states[0].met is not None
    assert same.states[0].met.count == 2


def test_one_window_under_a_floor_is_enough_and_one_at_it_is_not() -> None:
    floor = ending("floor: at least 97%, of: availability")
    low = [down(at(3, 10), at(4, 10))]
    state = only(floor, low, 3)
    assert state.met is not None
    assert (state.reached, state.elect_by, months_of(state)) == (True, date(2027, 6, 6), [3])
    assert state.met.value == 1 - Fraction(24, 31 * 24 - 1)
    assert not only(floor, missed(3), 3).reached
    exact = ending("floor: at least 96%, of: availability")
    april = [down(at(3, 0, month=4), at(4, 4, 48, month=4))]  # 4% of 30 days
    state = only(exact, april, 4)
    assert state.met is not None
    assert (state.met.value, state.reached) == (Fraction(96, 100), False)


@pytest.mark.parametrize(("mean", "reached"), [("windows alike", False), ("windows by length", True)])
def test_an_average_by_length_differs_from_the_simple_one(mean: str, reached: bool) -> None:
    agreement = ending(f"average: at least 97%, of: availability, within: 3 months, mean: {mean}")
    values = [("96.5", 1), ("98.2", 2), ("96.3", 3)]
    observed = [
        Observation(
            "availability", month_of(date(2027, one, 1)).span(agreement.time.zone), HERE, value=Fraction(value) / 100
        )
        for value, one in values
        if agreement.time and agreement.time.zone
    ]
    measured = Measurements(observations=tuple(observed), records=(record("observations"),))
    chronic = statement_of(agreement, measured, month_of(date(2027, 3, 1))).chronic
    assert chronic is not None
    assert chronic.reached is reached


def test_credits_at_their_cap_count_by_month() -> None:
    days = [down(at(3, 10, month=one), at(6, 10, month=one)) for one in (1, 3)]  # under 95%: 50%, which is the cap
    agreement = ending("credits_at_cap: 2, within: 3 months")
    state = only(agreement, days, 3)
    assert (state.reached, months_of(state), state.needed) == (True, [1, 3], 2)
    assert not only(agreement, [*days[:1], *missed(3)], 3).reached


OUTAGES = "outages: 3, longer_than: 30 minutes, of: availability, within: 30 days"


def test_long_outages_count_across_months_and_touching_ones_are_one() -> None:
    outages = [
        down(at(20, 10, month=2), at(20, 11, month=2)),
        down(at(28, 23, 45, month=2), at(1, 0)),
        down(at(1, 0), at(1, 0, 20)),  # with the one before 35 minutes over the border of the month
        down(at(5, 10), at(5, 10, 30)),  # no longer than 30 minutes
        down(at(10, 10), at(10, 10, 31)),
    ]
    state = only(ending(OUTAGES), outages, 3)
    assert state.met is not None
    assert (state.reached, state.met.count, months_of(state)) == (True, 3, [2, 3])
    assert [span.length // 60_000_000 for span in state.met.outages] == [60, 35, 31]
    assert not only(ending(OUTAGES), outages[:-1], 3).reached


def test_a_month_as_the_time_of_outages_ends_on_the_same_day() -> None:
    agreement = ending("outages: 2, longer_than: 30 minutes, of: availability, within: 1 month")
    first = down(at(10, 10, month=2), at(10, 11, month=2))
    assert only(agreement, [first, down(at(10, 9), at(10, 10))], 3).reached
    assert not only(agreement, [first, down(at(10, 11), at(10, 12))], 3).reached


def test_the_short_form_stands_beside_the_list_and_its_lowest_band_is_a_floor() -> None:
    short = SHORT.strip().removeprefix("chronic_failure: {").removesuffix("}")
    both = agreed(
        (SHORT, f"  chronic_failure: {{{short}, lowest_band: yes, triggers: {{cap: {{credits_at_cap: 1}}}}}}")
    )
    found = states(both, [down(at(3, 10), at(6, 10))], 3)
    assert [state.path.removeprefix("termination.chronic_failure") for state in found] == [
        "",
        ".lowest_band",
        ".triggers.cap",
    ]
    assert [state.reached for state in found] == [False, True, True]


def test_a_trigger_without_its_figures_is_not_judged() -> None:
    assert (
        statement_of(ending("misses: 3, of: availability"), of_outages([]), month_of(date(2027, 3, 1))).chronic is None
    )


def test_more_months_than_the_trend_are_looked_at_where_a_trigger_asks_for_them() -> None:
    agreement = ending("misses: 2, of: availability, within: 18 months")
    outages = [
        *missed(1),
        down(at(3, 10, month=1) + 366 * 86_400_000_000 * 1, at(3, 13, month=1) + 366 * 86_400_000_000),
    ]
    statement = statement_of(agreement, of_outages(outages), month_of(date(2028, 1, 1)))
    assert statement.chronic is not None
    assert statement.chronic.reached
    assert len(statement.history) == 12
