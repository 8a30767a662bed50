"""The example of a credit that is no ladder, for each of its shapes; every figure by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from sla_drafter.attainment.stepped_example import Value, beyond
from sla_drafter.attainment.worked_example import worked_example
from sla_drafter.model.scalars import Choice, Duration, Percent, Prose, Quantity, Target, Unit
from tests.attainment.test_credit_shapes import agreed

HOUR = 3600


@pytest.mark.parametrize(
    ("credit", "outage", "percent", "due"),
    [
        # 99.5% of 720 h leaves 3.6 h, so 4 h is the first half hour that misses; without 30 min, three full blocks.
        ("steps: {uptime: {block: 1 hour, credit: 5%, count: each full, grace: 30 minutes}}", 4, "15", "1500.00"),
        ("steps: {uptime: {step: 0.1%, credit: 1%, count: or part}}", 4, "1", "100.00"),
        # Ten hours of grace, and the first full block after it.
        ("steps: {uptime: {block: 1 hour, credit: 5%, count: each full, grace: 10 hours}}", 11, "5", "500.00"),
        ("proportional: {uptime: {}}", 4, "400/720", "55.56"),
        ("at_risk: {share: 12%, allocations: {uptime: 40%}}", 4, "4.8", "480.00"),
    ],
)
def test_the_shortest_outage_that_earns_a_credit_is_the_example(
    credit: str, outage: int, percent: str, due: str
) -> None:
    example = worked_example(agreed(credit))
    assert example is not None
    assert (example.outage, example.days, example.measured) == (Fraction(outage * HOUR), 30, None)
    assert example.earned.percent == Fraction(percent)
    assert example.earned.credit is not None
    assert example.earned.credit.amount == Decimal(due)


@pytest.mark.parametrize(
    ("credit", "measured", "due"),
    [
        ("excess: {delay: [{over: 10%, credit: 10%}]}", "44 millisecond", "1000.00"),
        ("at_risk: {share: 12%, allocations: {delay: 50%}}", "42 millisecond", "600.00"),
        ("at_risk: {share: 12%, allocations: {cuts: 40%}}", "3 outages", "480.00"),
    ],
)
def test_a_value_that_is_no_percentage_is_beyond_its_target_by_the_least_that_earns(
    credit: str, measured: str, due: str
) -> None:
    example = worked_example(agreed(credit))
    assert example is not None
    assert (example.outage, said(example.measured)) == (None, measured)
    assert example.earned.credit is not None
    assert example.earned.credit.amount == Decimal(due)


def said(value: Value | None) -> str:
    match value:
        case Duration(amount=amount, unit=unit):
            return f"{amount.normalize()} {unit.value}"
        case Quantity(amount=amount, things=things):
            return f"{amount} {things.words('en')}"
        case _:
            return ""


def test_a_ladder_has_the_example_where_there_are_both() -> None:
    example = worked_example(
        agreed("steps: {cuts: {step: 1%, credit: 1%, count: or part}}\nladders: {uptime: [{below: 99.5%, credit: 5%}]}")
    )
    assert example is not None
    assert example.earned.band is not None


def test_a_rule_that_cannot_be_computed_has_no_example() -> None:
    assert worked_example(agreed("steps: {uptime: {block: 30 minutes, credit: 5%}}")) is None


@pytest.mark.parametrize("comparator", ["at_least", "at_most"])
@pytest.mark.parametrize(
    "border",
    [
        Percent(Decimal(0)),
        Percent(Decimal("99.9")),
        Percent(Decimal(100)),
        Duration(Decimal(40), Unit.MILLISECOND),
        Quantity(Decimal(2), Prose((("en", "outages"),))),
    ],
)
def test_every_value_that_is_tried_misses_its_target(border: Value, comparator: str) -> None:
    limit = Fraction(border.value if isinstance(border, Percent) else border.amount)
    for one in beyond(Target(Choice("comparator", comparator), border)):
        value = one.value if one.measured is None else Fraction(one.measured.amount)  # type: ignore[union-attr]
        assert value < limit if comparator == "at_least" else value > limit
