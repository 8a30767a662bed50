"""What the starters state is computed from measurements: each shape of credit, counted by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.windows import month_of
from sla_drafter.builder.credits import compute_credits

MEASURED = Path(__file__).parent / "measured"
MAY, AFTERWARDS = month_of(date(2027, 5, 1)), date(2027, 6, 5)


def statement(starter: str, rows: str) -> Statement:
    """The statement of May 2027 of a starter; no row has a mistake."""
    agreement = Path(str(files("sla_drafter.templates") / "starters" / f"{starter}.yaml"))
    measured = sorted(MEASURED.glob(f"{rows}_*.csv"))
    computed = compute_credits(agreement, measured, MAY, on=AFTERWARDS, strict=True)
    assert computed.statement.final
    return computed.statement


def results(found: Statement) -> dict[str, bool | None]:
    return {one.metric: one.met for one in found.attained}


def earned(found: Statement) -> dict[str, Fraction]:
    assert found.credit is not None
    return {line.line.metric: line.percent for line in found.credit.lines}


def due(found: Statement) -> str:
    assert found.total is not None
    return f"{found.total.currency} {found.total.amount}"


def test_a_miss_of_the_minimum_draws_on_the_amount_at_risk_and_a_miss_of_the_target_alone_does_not() -> None:
    found = statement("outsourced_operations", "operations")
    # 5 h down of 744 h is 99.33%; 819,200 of 822,000 in time is 99.66%; 7 of 2,500 wrong is 0.28%
    assert {name: results(found)[name] for name in ("availability", "same_day", "errors")} == dict.fromkeys(
        ("availability", "same_day", "errors"), False
    )
    assert earned(found) == {"availability": Fraction("8.4"), "same_day": 0, "errors": 0}
    assert due(found) == "GBP 15120.00"  # 180,000 x 12% x 70%


def test_uptime_packets_and_latency_earn_by_their_own_shapes_and_one_incident_counts_once() -> None:
    found = statement("internet_access", "access")
    # 30 min of 44,640 is 99.93%; 99.76% delivered is 1.4 steps of 0.1% under 99.9%, a part counts; 23 ms is 15% over
    assert earned(found) == {"uptime": 5, "delivery": 4, "latency": 5}
    assert due(found) == "GBP 336.00"


def test_inquiries_and_answers_to_faults_are_judged_by_type_and_by_time() -> None:
    found = statement("customer_support_desk", "desk")
    assert results(found)["inquiries.question"] is False
    assert earned(found) == {"first_contact": 3, "severities.1.response": 5}
    assert due(found) == "GBP 3040.00"


def test_leads_are_counted_and_a_mean_needs_every_value_above_its_floor() -> None:
    found = statement("lead_generation", "leads")
    # 56 of 60 decision makers, 116 of 120 specialists and 76 of 80 interns: 56 x 3 + 116 x 1.5 + 76 x 0.5 of 400 points
    assert results(found) == {"leads": False, "accepted": True, "attempts": False}
    assert found.credit is None
    values = {one.metric: one.value for one in found.attained}
    assert (values["leads"], values["attempts"]) == (Fraction(380), Fraction(20, 3))
