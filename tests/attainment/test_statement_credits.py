from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.trace import steps_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.scalars import Money
from tests.attainment.months import MARCH, TWO_SERVICES, agreed, at, down, metric, month, of_outages

AGREED = agreed()


def test_a_miss_earns_the_band_of_the_fee() -> None:
    statement = month(AGREED, of_outages([down(at(3, 10), at(3, 12))]))
    assert statement.total == Money(Decimal("1200.00"), "GBP")


def test_a_value_at_its_target_earns_nothing() -> None:
    target = ("target: at least 99.9%", "target: at least 99%")
    ladder = ("      - {below: 99.9%, credit: 10%}\n", "      - {below: 99.5%, credit: 10%}\n")
    statement = month(agreed(target, ladder), of_outages([down(at(3, 10), at(3, 15))]))
    assert metric(statement, "availability").met
    assert statement.total == Money(Decimal("0.00"), "GBP")


def test_a_window_that_is_not_over_earns_nothing_yet() -> None:
    quarter = (
        "    target: at least 99.9%\n    window: calendar month",
        "    target: at least 99.9%\n    window: calendar quarter",
    )
    outages = of_outages([down(at(3, 10, month=2), at(4, 12, month=2))])
    february, march = month_of(date(2027, 2, 1)), MARCH
    early, whole = (month(agreed(quarter), outages, period) for period in (february, march))
    assert (metric(early, "availability").complete, early.total) == (False, Money(Decimal("0.00"), "GBP"))
    assert metric(early, "availability").value == metric(whole, "availability").value
    assert whole.total == Money(Decimal("3000.00"), "GBP")


def test_one_incident_earns_its_highest_credit_only() -> None:
    terms = agreed(*TWO_SERVICES)
    apart = [down(at(3, 10), at(3, 12), incident="A"), down(at(4, 0), at(7, 12), incident="B", service="web")]
    joined = [evolve(outage, incident="A") for outage in apart]
    assert month(terms, of_outages(apart)).total == Money(Decimal("1400.00"), "GBP")
    assert month(terms, of_outages(joined)).total == Money(Decimal("1200.00"), "GBP")


def test_incidents_that_share_a_metric_are_joined() -> None:
    terms = agreed(*TWO_SERVICES)
    chain = [
        down(at(3, 10), at(3, 12), incident="A"),
        down(at(4, 10), at(4, 12), incident="B"),
        down(at(4, 0), at(7, 12), incident="B", service="web"),
    ]
    statement = month(terms, of_outages(chain))
    assert [statement.line(one).line.incident for one in ("availability", "query_time")] == ["A", "A"]  # type: ignore[union-attr]


def test_the_cap_bounds_the_month() -> None:
    capped = agreed(("cap: 50% per month", "cap: 5% per month"))
    assert month(capped, of_outages([down(at(3, 10), at(3, 12))])).total == Money(Decimal("600.00"), "GBP")


def test_a_fee_that_is_not_given_refuses_the_sum() -> None:
    with pytest.raises(Impossible, match="The monthly fee for availability is not given by the month"):
        month(agreed(("    fee: GBP 12,000 per month\n", "")), of_outages([]))


def test_an_agreement_without_credits_has_values_and_no_sum() -> None:
    statement = month(evolve(AGREED, credits=None), of_outages([down(at(3, 10), at(3, 12))]))
    assert statement.total is None
    assert metric(statement, "availability").missed
    assert steps_of(statement, "availability") == ()
