from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment import shapes
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.shapes import Row, Shape, Tiers
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Percent

values = st.fractions(min_value=0, max_value=100, max_denominator=10_000)
times = st.fractions(min_value=0, max_value=44_640, max_denominator=60)
counts = st.sampled_from(sorted(shapes.COUNTS))


def band(below: str, credit: str, low: str | None = None) -> Band:
    lower = Percent(Decimal(low)) if low else None
    return Band(below + "%", lower, True, Percent(Decimal(below)), False, Percent(Decimal(credit)))


LADDER = Ladder("availability", (band("99.9", "10", "99"), band("99", "25", "95"), band("95", "50")))
TIERS = Tiers((Row(Fraction("99.9"), Fraction(10)), Row(Fraction(99), Fraction(25)), Row(Fraction(95), Fraction(50))))
EXCESS = shapes.ExcessTable(Fraction(2), (Row(Fraction(10), Fraction(10)), Row(Fraction(25), Fraction(20))))
POINTS = shapes.PointsTable(tuple(Row(Fraction(5 * each), Fraction(2 * each - 2)) for each in (3, 1, 2)))


@pytest.mark.parametrize("shape", [shapes.OfLadder(LADDER), TIERS], ids=["bands", "rows"])
@pytest.mark.parametrize(
    ("value", "credit"), [("100", 0), ("99.9", 0), ("99.8999", 10), ("99", 10), ("95", 25), ("94.99", 50), ("0", 50)]
)
def test_a_value_at_a_border_belongs_to_the_better_row(shape: Shape, value: str, credit: int) -> None:
    assert shape.credit(Fraction(value)) == credit


@given(values)
def test_bands_and_rows_of_one_table_give_the_same(value: Fraction) -> None:
    assert shapes.OfLadder(LADDER).credit(value) == TIERS.credit(value)


def test_the_order_of_rows_makes_no_difference() -> None:
    assert Tiers(TIERS.rows[::-1]).credit(Fraction(96)) == TIERS.credit(Fraction(96)) == 25


def test_a_value_in_a_gap_earns_nothing() -> None:
    table = Ladder("availability", (band("99.9", "10", "99"), band("98.9", "25")))
    assert shapes.OfLadder(table).credit(Fraction("98.95")) == 0


def test_a_value_in_two_bands_that_differ_is_refused_with_both() -> None:
    table = Ladder("availability", (band("99.9", "10", "95"), band("99", "25")))
    with pytest.raises(Impossible, match=r"The value is 98\. The bands 99\.9% and 99% of the ladder availability"):
        shapes.OfLadder(table).credit(Fraction(98))


@pytest.mark.parametrize(("count", "blocks"), [("each_full", "2"), ("or_part", "3"), ("pro_rata", "61/30")])
def test_a_part_of_a_block_has_three_readings(count: str, blocks: str) -> None:
    shape = shapes.Blocks(Fraction(30), Fraction(5), count)
    assert shape.blocks(Fraction(61)) == Fraction(blocks)
    assert shape.credit(Fraction(61)) == 5 * Fraction(blocks)


def test_time_that_is_free_is_no_block() -> None:
    shape = shapes.Blocks(Fraction(60), Fraction(5), "or_part", free=Fraction(60))
    assert [shape.blocks(Fraction(each)) for each in (0, 60, 61, 120, 121)] == [0, 0, 1, 1, 2]


def test_blocks_and_steps_stop_at_their_cap() -> None:
    assert shapes.Blocks(Fraction(1), Fraction(5), "each_full", cap=Fraction(40)).credit(Fraction(1000)) == 40
    assert shapes.StepsUnder(Fraction(99), Fraction(1), Fraction(2), "each_full", Fraction(7)).credit(Fraction(0)) == 7


@pytest.mark.parametrize(("count", "credit"), [("each_full", "4"), ("pro_rata", "4.6"), ("or_part", "6")])
def test_a_step_under_the_target_has_three_readings(count: str, credit: str) -> None:
    shape = shapes.StepsUnder(Fraction("99.5"), Fraction(1), Fraction(2), count)
    assert shape.credit(Fraction("97.2")) == Fraction(credit)
    assert shape.credit(Fraction("99.5")) == shape.credit(Fraction(100)) == 0


def test_days_of_service_are_a_share_of_the_month() -> None:
    days = Tiers((Row(Fraction(99), Fraction(7)),))
    assert shapes.DaysOfService(days, 28).credit(Fraction(98)) == 25
    assert shapes.DaysOfService(days, 28).credit(Fraction(99)) == 0


def test_daily_charges_stop_at_the_most_days() -> None:
    assert shapes.Daily(28, Fraction(7)).credit(Fraction(30)) == 25
    assert shapes.Daily(28).credit(Fraction(30)) == Fraction(3000, 28)


def test_proportional_credit_is_the_weighted_share_of_time() -> None:
    assert shapes.Proportional(Fraction(200), Fraction(1, 2)).credit(Fraction(50)) == Fraction("12.5")


@pytest.mark.parametrize(("value", "credit"), [("1.5", 0), ("2.19", 0), ("2.2", 10), ("2.49", 10), ("2.5", 20)])
def test_a_row_of_excess_begins_at_its_border(value: str, credit: int) -> None:
    assert EXCESS.credit(Fraction(value)) == credit


@pytest.mark.parametrize(
    ("points", "exact", "down", "up"),
    [(3, None, None, 0), (5, 0, 0, 0), (12, None, 2, 4), (15, 4, 4, 4), (40, 4, 4, 4)],
)
def test_points_between_two_rows_have_two_readings(points: int, exact: int, down: int, up: int) -> None:
    found = POINTS.readings(Fraction(points))
    assert found == {"exact_row": exact, "row_at_or_below": down, "row_at_or_above": up}
    assert shapes.PointsTable(POINTS.rows, "row_at_or_above").credit(Fraction(points)) == up
    assert POINTS.credit(Fraction(points)) == (down or 0)


@given(values, values)
def test_a_worse_value_never_earns_less(one: Fraction, other: Fraction) -> None:
    worse, better = sorted((one, other))
    judged: tuple[Shape, ...] = (
        TIERS,
        shapes.OfLadder(LADDER),
        shapes.DaysOfService(TIERS, 30),
        shapes.Shortfall(Fraction(98)),
        *(shapes.StepsUnder(Fraction(99), Fraction(1, 10), Fraction(2), count) for count in shapes.COUNTS),
    )
    for shape in judged:
        assert shape.credit(worse) >= shape.credit(better)


@given(times, times, counts)
def test_more_downtime_never_earns_less(one: Fraction, other: Fraction, count: str) -> None:
    less, more = sorted((one, other))
    judged: tuple[Shape, ...] = (
        shapes.Blocks(Fraction(30), Fraction(5), count, Fraction(10)),
        shapes.Proportional(Fraction(44_640), Fraction(1, 3)),
        shapes.Daily(31, Fraction(7)),
        EXCESS,
    )
    for shape in judged:
        assert shape.credit(more) >= shape.credit(less)


@given(times)
def test_the_readings_of_a_part_are_in_order(downtime: Fraction) -> None:
    full, exact, part = (
        shapes.Blocks(Fraction(30), Fraction(1), each).blocks(downtime) for each in ("each_full", "pro_rata", "or_part")
    )
    assert full <= exact <= part
    assert part - full == (exact.denominator > 1)


@pytest.mark.parametrize(
    ("compute", "message"),
    [
        (lambda: TIERS.credit(Fraction(-1)), "The value is -1. It is 0 or more."),
        (lambda: shapes.OfLadder(LADDER).credit(Fraction(101)), "The value is 101. It is a percentage from 0 to 100."),
        (
            lambda: shapes.Blocks(Fraction(30), Fraction(5), "each").credit(Fraction(1)),
            "The rule for parts of a step is 'each'. It is one of: each_full, or_part, pro_rata.",
        ),
        (
            lambda: shapes.Blocks(Fraction(0), Fraction(5), "or_part").credit(Fraction(1)),
            "The length of a block is 0. It is above 0.",
        ),
        (
            lambda: shapes.Blocks(Fraction(30), Fraction(5), "or_part").credit(Fraction("-0.5")),
            "The downtime is -0.5. It is 0 or more.",
        ),
        (
            lambda: shapes.Proportional(Fraction(10)).credit(Fraction(11)),
            "The downtime is 11. It is at most the scheduled time, 10.",
        ),
        (
            lambda: shapes.Proportional(Fraction(10), Fraction(2)).credit(Fraction(1)),
            "The affected share is 2. It is a share from 0 to 1; 99.9 % is 0.999.",
        ),
        (lambda: shapes.ExcessTable(Fraction(0), ()).credit(Fraction(1)), "The target is 0. It is above 0."),
        (
            lambda: shapes.PointsTable(POINTS.rows, "nearest").credit(Fraction(7)),
            "The reading of the table is 'nearest'. It is one of: exact_row, row_at_or_below, row_at_or_above.",
        ),
        (lambda: POINTS.credit(Fraction(-5)), "The number of points is -5. It is 0 or more."),
    ],
)
def test_an_impossible_figure_is_named_with_what_would_be_right(compute: Callable[[], object], message: str) -> None:
    with pytest.raises(Impossible) as refused:
        compute()
    assert str(refused.value) == message
