from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.feasibility import miss_of_record
from sla_drafter.attainment.honest import OF_OUTAGES, OF_PERIODS, RecordStatement, UnseenStatement
from sla_drafter.attainment.past import past_of
from sla_drafter.attainment.promise import Asked, Promise, feasibility, offers
from sla_drafter.attainment.promise_words import chance_words
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.model.record import Measurements
from sla_drafter.model.scalars import Money
from tests.attainment.record import ON, agreement, met_and_missed, months, outages


def promise(
    measured: Measurements,
    asked: Asked | None = None,
    metric: str = "availability",
    patch: Mapping[str, str] | None = None,
) -> Promise:
    found = feasibility(agreement(patch), measured, asked or Asked(ON))
    return next(one for one in found.promises if one.metric == metric)


def test_34_of_36_months_are_a_chance_of_57_8_per_cent_for_a_miss_in_a_year() -> None:
    found = promise(months(*met_and_missed(34, 2)))
    assert found.chance_in_window == Fraction(3, 38)
    assert found.chance_in_year is not None
    assert chance_words(found.chance_in_year, "en") == "57.8%"
    (said,) = found.statements
    assert isinstance(said, RecordStatement)
    assert (said.met, said.periods, said.following) == (34, 36, 12)
    assert found.three is None


def test_12_of_12_months_do_not_refute_a_chance_of_22_1_per_cent() -> None:
    found = promise(months(*met_and_missed(12, 0)))
    _, unseen = found.statements
    assert isinstance(unseen, UnseenStatement)
    assert chance_words(Fraction(unseen.bound), "en") == "22.1%"
    assert found.three == Fraction(1, 4)


def test_two_windows_without_a_miss_leave_every_chance_open_by_the_rule_of_three() -> None:
    assert promise(months("100", "100")).three == 1


def test_without_a_record_nothing_is_said_about_chance() -> None:
    found = promise(months("99"), metric="query_time")
    assert (found.statements, found.chance_in_window, found.safe, found.expected) == ((), None, None, None)


def test_the_usual_targets_around_the_record_are_on_offer_with_the_own_one() -> None:
    found = promise(months("99.2", "99.6", "99.97"), patch={"metrics.availability.target": "at least 99.8%"})
    assert offers(found.past) == tuple(map(Fraction, ("99", "99.5", "99.8", "99.9", "99.95", "99.99")))
    assert offers(found.past, (Fraction(98),)) == (Fraction(98), Fraction("99.8"))


def test_the_strictest_target_within_the_appetite_is_the_safe_one() -> None:
    values = ("99.97",) * 34 + ("99.93", "99.2")
    found = promise(months(*values))
    assert found.strictest(Fraction(1, 10)) == Fraction("99.95")
    assert found.strictest(Fraction(6, 100)) == Fraction("99.9")
    assert found.strictest(Fraction(1, 100)) is None


def test_no_target_above_what_upstream_agreements_allow_is_safe() -> None:
    values = ("99.97",) * 36
    found = promise(months(*values), patch={"private.upstream.power.availability": "99.7%"})
    assert found.safe is not None
    assert found.safe.largest == Fraction("99.95")
    assert found.strictest(Fraction(1, 10)) is None
    asked = Asked(ON, offers=(Fraction("99.5"), Fraction("99.9")))
    limited = promise(months(*values), asked, patch={"private.upstream.power.availability": "99.7%"})
    assert limited.strictest(Fraction(1, 10)) == Fraction("99.5")


def test_where_a_lower_value_is_better_the_lowest_safe_target_is_the_strictest() -> None:
    patch = {"metrics.query_time.target": "at most 5%"}
    asked = Asked(ON, offers=tuple(map(Fraction, (1, 3, 10))))
    found = promise(months(*("2",) * 20, metric="query_time"), asked, metric="query_time", patch=patch)
    strictest = found.strictest(Fraction(1, 10))
    assert strictest is not None
    assert found.past.quality(strictest) == 3


DOWN = ((date(2024, 1, 10), 20), (date(2024, 2, 10), 40), (date(2024, 4, 10), 40))


def test_outages_give_a_chance_by_their_number_and_lengths() -> None:
    found = promise(outages(*DOWN))
    measured = (31 + 29 + 31 + 30) * 1440 // 4
    assert found.by_outages == miss_of_record(Fraction(3, 4), [20, 40, 40], measured, Fraction("0.999"))
    assert found.by_outages is not None
    assert Fraction(1, 10) < Fraction(found.by_outages.chance) < Fraction(1, 4)


def test_credits_are_expected_by_outages_where_there_are_some() -> None:
    found = promise(outages(*DOWN))
    assert found.expected is not None
    assert found.by_outages is not None
    said = found.expected.statement
    assert said.assumes == OF_OUTAGES
    (first, _), *_ = said.bands
    assert sum(Fraction(chance) for chance, _ in said.bands) == pytest.approx(
        Fraction(found.by_outages.chance), abs=1e-9
    )
    assert Fraction(first) > Fraction(9, 10) * Fraction(found.by_outages.chance)


def test_credits_are_expected_by_the_misses_of_the_record_and_compared_with_fees_and_margin() -> None:
    values = (*("99.95",) * 34, "99.5", "98")
    found = promise(months(*values), patch={"private.margin": "20%"}).expected
    assert found is not None
    half = Fraction(3, 38) / 2
    assert found.statement.bands == ((half, Fraction(10)), (half, Fraction(25)))
    assert found.statement.assumes == OF_PERIODS
    assert found.statement.expected == half * 35
    assert found.on_record == Fraction(35, 36)
    assert found.in_year == Money(Decimal("1989.47"), "GBP")
    assert found.of_margin == found.statement.expected * 5
    assert found.largest == 50
    assert found.largest_of_margin == 250


def test_without_a_miss_the_first_band_is_expected() -> None:
    found = promise(months(*met_and_missed(8, 0))).expected
    assert found is not None
    assert found.statement.bands == ((Fraction(1, 10), Fraction(10)),)
    assert found.on_record == 0
    assert found.of_margin is None


def test_without_a_ladder_no_credit_is_expected() -> None:
    assert promise(months("99.95"), patch={"credits.ladders.availability": ""}).expected is None


def test_a_quarter_has_no_amount_for_a_year() -> None:
    found = promise(months(*met_and_missed(8, 0)), patch={"metrics.availability.window": "calendar quarter"})
    assert found.per_year == 4
    assert found.expected is not None
    assert found.expected.in_year is None


def test_an_agreement_without_a_zone_has_no_windows() -> None:
    with pytest.raises(Impossible, match=r"time\.zone is not given"):
        past_of(agreement({"time.zone": ""}), months("99"), ON)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        ("0.5784", "57.8%"),
        ("0.5785", "57.9%"),
        ("0", "0%"),
        ("1", "100%"),
        ("0.0042", "0.42%"),
        ("0.000012345", "0.0012%"),
    ],
)
def test_a_chance_is_rounded_half_up_and_a_small_one_keeps_two_digits(chance: str, words: str) -> None:
    assert chance_words(Fraction(chance), "en") == words


@given(st.lists(st.integers(9800, 10000), min_size=1, max_size=40), st.fractions(0, 1))
def test_a_larger_appetite_never_makes_the_safe_target_easier(hundredths: list[int], more: Fraction) -> None:
    found = promise(months(*(str(Fraction(value, 100)) for value in hundredths)))
    less, larger = found.strictest(more / 2), found.strictest(more)
    assert less is None or (larger is not None and larger >= less)


@given(st.integers(1, 30), st.integers(0, 30))
def test_one_more_miss_makes_another_miss_more_likely(met: int, missed: int) -> None:
    fewer, more = (promise(months(*met_and_missed(met, each))) for each in (missed, missed + 1))
    assert fewer.chance_in_window is not None
    assert more.chance_in_window is not None
    assert fewer.chance_in_window < more.chance_in_window
