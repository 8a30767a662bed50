from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.not_judged import Why
from sla_drafter.attainment.ratchet import in_force, raised
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.windows import Period, month_of
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Observation
from sla_drafter.model.record import Measurements
from sla_drafter.model.scalars import Choice, Percent, Target
from tests.attainment.months import HERE, agreed, metric, record

RISING = agreed(("change: {approvers", "improvement: {ratchet: yearly average}\nchange: {approvers"))


def months(count: int) -> list[Period]:
    """So many months from the one in which the agreement takes effect."""
    return [month_of(date(2027 + place // 12, place % 12 + 1, 1)) for place in range(count)]


def statement(agreement: Agreement, values: Sequence[str]) -> Statement:
    """The statement of the last of some months with these values of the query time in per cent; "" is not measured."""
    assert agreement.time
    assert agreement.time.zone
    zone = agreement.time.zone
    observed = [
        Observation("query_time", month.span(zone), HERE, value=Fraction(value) / 100)
        for month, value in zip(months(len(values)), values, strict=True)
        if value
    ]
    measured = Measurements(observations=tuple(observed), records=(record("observations"),))
    return statement_of(agreement, measured, months(len(values))[-1])


def test_after_a_full_year_the_average_is_the_target_and_credits_begin_there() -> None:
    year = ["97"] * 11 + ["96.4"]  # 96.95%
    kept = statement(RISING, [*year[:11], "96"])
    assert metric(kept, "query_time").met
    assert not kept.raised
    missed = statement(RISING, [*year, "96.9"])
    found = metric(missed, "query_time")
    assert (found.met, found.target) == (False, Target(Choice("comparator", "at_least"), Percent(Decimal("96.95"))))
    assert [(one.metric, one.since) for one in missed.raised] == [("query_time", date(2028, 1, 1))]
    line = missed.line("query_time")
    assert line is not None
    assert line.percent == 5
    assert missed.agreement.credits
    assert [ladder.bands[0].to for ladder in missed.agreement.credits.ladders if ladder.id == "query_time"] == [
        Percent(Decimal("96.95"))
    ]
    assert metric(statement(RISING, [*year, "96.95"]), "query_time").met


def test_without_the_ratchet_the_target_stays() -> None:
    found = statement(agreed(), [*["97"] * 12, "96"])
    assert metric(found, "query_time").met
    assert not found.raised
    assert Why.YEAR_NOT_MEASURED not in [one.why for one in found.not_judged]


def test_a_worse_year_lowers_nothing_and_a_second_year_may_raise_again() -> None:
    years = [*["97"] * 12, *["96"] * 12, *["98"] * 12]
    assert [one.since for one in statement(RISING, [*years, "99"]).raised] == [date(2028, 1, 1), date(2030, 1, 1)]
    assert metric(statement(RISING, [*years, "97.9"]), "query_time").met is False


def test_a_year_that_was_not_measured_in_full_raises_nothing_and_is_said() -> None:
    found = statement(RISING, [*["97"] * 11, "", "96"])
    assert not found.raised
    assert metric(found, "query_time").met
    assert Why.YEAR_NOT_MEASURED in [one.why for one in found.not_judged]


def test_an_average_without_an_end_is_cut_so_that_the_target_is_never_harder_than_it() -> None:
    (one,) = statement(RISING, [*["97"] * 11, "96.5", "99"]).raised  # 96.958333…
    assert one.target.value == Percent(Decimal("96.95833"))


def test_a_target_at_most_falls_to_a_better_average() -> None:
    most = Target(Choice("comparator", "at_most"), Percent(Decimal(5)))
    metrics = tuple(evolve(one, target=most) if one.id == "query_time" else one for one in RISING.metrics)
    falling = evolve(RISING, metrics=metrics)
    one: Attained = metric(statement(RISING, ["97"]), "query_time")
    shares = [Fraction(4, 100)] * 11 + [Fraction(405, 10_000)]  # 4.0041666…
    year = [(month, (evolve(one, judged=share, target=most),)) for month, share in zip(months(12), shares, strict=True)]
    period = months(13)[-1]
    assert [rise.target.value for rise in raised(falling, year, period)] == [Percent(Decimal("4.00417"))]
    assert next(each for each in in_force(falling, year, period).metrics if each.id == "query_time").target == Target(
        most.comparator, Percent(Decimal("4.00417"))
    )
