from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment import bands
from sla_drafter.model.remedies import Band, Ladder
from sla_drafter.model.scalars import Percent


def percent(value: str | Decimal) -> Percent:
    return Percent(Decimal(value))


def band(low: str, high: str, credit: str, *, low_in: bool = True, high_in: bool = False) -> Band:
    return Band(high + "%", percent(low), low_in, percent(high), high_in, percent(credit))


def ladder(*rows: Band, quantum: str = "") -> Ladder:
    return Ladder("availability", rows, percent(quantum) if quantum else None)


SOUND = ladder(band("99", "99.9", "10"), band("95", "99", "25"), band("0", "95", "50"))
TABLE = ladder(
    band("98.0", "98.9", "5", high_in=True),
    band("97.0", "97.9", "10", high_in=True),
    band("0", "96.9", "20", high_in=True),
)


def test_a_chain_from_the_target_to_zero_has_no_fault() -> None:
    target = percent("99.9")
    assert not bands.gaps(SOUND)
    assert not bands.overlaps(SOUND)
    assert not bands.falls(SOUND)
    assert not bands.empty(SOUND)
    assert bands.free_zone(SOUND, target) is None
    assert bands.paid_zone(SOUND, target) is None
    assert bands.unreached(SOUND) is None
    assert not bands.above(SOUND, percent("50"))


def test_a_table_to_one_place_has_a_gap_between_its_rows() -> None:
    found = bands.gaps(TABLE)
    assert [fault.witness for fault in found] == [Fraction("97.95"), Fraction("96.95")]
    assert [row.id for row in found[0].bands] == ["98.9%", "97.9%"]


def test_the_same_table_has_no_gap_when_values_are_reported_to_one_place() -> None:
    assert not bands.gaps(evolve(TABLE, quantum=percent("0.1")))


def test_a_step_of_two_places_finds_the_gap_again() -> None:
    found = bands.gaps(evolve(TABLE, quantum=percent("0.01")))
    assert [fault.witness for fault in found] == [Fraction("97.95"), Fraction("96.95")]


def test_a_single_value_can_be_a_gap_and_an_overlap() -> None:
    hole = ladder(band("99", "99.9", "10", low_in=False), band("0", "99", "25"))
    both = ladder(band("99", "99.9", "10"), band("0", "99", "25", high_in=True))
    assert [fault.witness for fault in bands.gaps(hole)] == [99]
    assert [fault.witness for fault in bands.overlaps(both)] == [99]


def test_two_rows_that_share_values_overlap() -> None:
    (found,) = bands.overlaps(ladder(band("95", "99.9", "10"), band("0", "99.0", "25")))
    assert found.zone == bands.Zone(Fraction(95), True, Fraction(99), False)
    assert found.witness == 97


def test_worse_service_that_costs_less_is_a_fall() -> None:
    (found,) = bands.falls(ladder(band("99", "99.9", "10"), band("0", "99", "5")))
    assert [row.credit for row in found.bands] == [percent("10"), percent("5")]
    assert bands.bands_at(SOUND, Fraction(97)) == (SOUND.bands[1],)


def test_a_ladder_that_starts_below_the_target_leaves_a_free_zone() -> None:
    found = bands.free_zone(ladder(band("0", "99.5", "10")), percent("99.9"))
    assert found is not None
    assert found.zone == bands.Zone(Fraction("99.5"), True, Fraction("99.9"), False)
    assert found.witness == Fraction("99.7")


def test_a_band_that_holds_the_target_pays_for_a_promise_that_was_kept() -> None:
    found = bands.paid_zone(ladder(band("0", "99.9", "10", high_in=True)), percent("99.9"))
    assert found is not None
    assert found.witness == Fraction("99.9")


def test_a_ladder_that_ends_above_zero_leaves_the_worst_months_free() -> None:
    found = bands.unreached(ladder(band("99", "99.9", "10"), band("95", "99", "25")))
    assert found is not None
    assert found.zone == bands.Zone(Fraction(0), True, Fraction(95), False)


def test_a_band_above_the_cap_is_a_dead_figure() -> None:
    assert [fault.bands[0].id for fault in bands.above(SOUND, percent("30"))] == ["95%"]


def test_borders_the_wrong_way_round_hold_nothing() -> None:
    wrong = ladder(band("99.9", "99", "10"))
    assert bands.empty(wrong) == wrong.bands
    assert not bands.steps(wrong).zones


def test_where_higher_is_worse_the_ladder_is_read_from_below() -> None:
    errors = ladder(band("1", "5", "10", low_in=False, high_in=True), band("6", "100", "20", high_in=True))
    turned = {"higher_is_better": False}
    (hole,) = bands.gaps(errors, **turned)
    assert hole.zone == bands.Zone(Fraction(5), False, Fraction(6), False)
    assert errors.bands == hole.bands
    assert not bands.falls(errors, **turned)
    assert bands.paid_zone(errors, percent("1"), **turned) is None
    found = bands.free_zone(ladder(band("2", "100", "10", high_in=True)), percent("1"), **turned)
    assert found is not None
    assert found.zone.holds(found.witness)
    assert found.zone == bands.Zone(Fraction(1), False, Fraction(2), False)
    assert bands.unreached(errors, **turned) is None


BORDERS = st.integers(0, 40)
ROWS = st.lists(st.tuples(BORDERS, st.booleans(), BORDERS, st.booleans(), st.integers(0, 4)), min_size=1, max_size=4)
GRID = [Fraction(step, 4) for step in range(161)]  # the borders, which are whole numbers, and three points between two


def drawn(rows: list[tuple[int, bool, int, bool, int]], quantum: str | None) -> Ladder:
    made = (
        Band(f"{n}", percent(Decimal(low)), low_in, percent(Decimal(high)), high_in, percent(Decimal(credit)))
        for n, (low, low_in, high, high_in, credit) in enumerate(rows)
    )
    return Ladder("drawn", tuple(made), percent(quantum) if quantum else None)


def scan(drawn_ladder: Ladder) -> list[tuple[Fraction, int]]:
    """How many bands hold each value that can be reported, from the worst to the best."""
    quantum = Fraction(drawn_ladder.quantum.value) if drawn_ladder.quantum else None
    reported = [value for value in GRID if not quantum or (value / quantum).denominator == 1]
    return [(value, len(bands.bands_at(drawn_ladder, value))) for value in reported]


@pytest.mark.parametrize("quantum", [None, "0.5", "1", "3"])
@given(rows=ROWS)
def test_gaps_and_overlaps_are_what_a_dense_scan_finds(
    quantum: str | None, rows: list[tuple[int, bool, int, bool, int]]
) -> None:
    judged = drawn(rows, quantum)
    counts = scan(judged)
    held = [value for value, count in counts if count]
    holes, doubles = bands.gaps(judged), bands.overlaps(judged)
    for value, count in counts:
        in_hole = bool(held) and min(held) < value < max(held) and count == 0
        assert any(hole.zone.holds(value) for hole in holes) == in_hole
        assert any(double.zone.holds(value) for double in doubles) == (count > 1)
    for fault in (*holes, *doubles):
        assert fault.zone.holds(fault.witness)
        assert judged.quantum is None or (fault.witness / Fraction(judged.quantum.value)).denominator == 1


@given(rows=ROWS, target=BORDERS)
def test_the_start_and_the_reach_are_what_a_dense_scan_finds(
    rows: list[tuple[int, bool, int, bool, int]], target: int
) -> None:
    judged = drawn(rows, None)
    held = [value for value, count in scan(judged) if count]
    free, paid = (zone(judged, percent(Decimal(target))) for zone in (bands.free_zone, bands.paid_zone))
    below = bands.unreached(judged)
    for value in GRID:
        assert (free is not None and free.zone.holds(value)) == (bool(held) and max(held) < value < target)
        assert (below is not None and below.zone.holds(value)) == (bool(held) and value < min(held))
    assert (paid is not None) == (bool(held) and max(held) >= target)


@given(rows=ROWS)
def test_turning_a_ladder_round_turns_its_faults_round(rows: list[tuple[int, bool, int, bool, int]]) -> None:
    judged = drawn(rows, None)
    turned = evolve(judged, bands=tuple(map(_turned, judged.bands)))
    there = {fault.zone.turned() for fault in bands.gaps(turned, higher_is_better=False)}
    assert there == {fault.zone for fault in bands.gaps(judged)}


def _turned(row: Band) -> Band:
    assert row.from_ is not None
    assert row.to is not None
    low, high = percent(100 - row.to.value), percent(100 - row.from_.value)
    return evolve(row, from_=low, from_included=row.to_included, to=high, to_included=row.from_included)
