from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve

from sla_drafter.attainment.statement import statement_of
from sla_drafter.attainment.windows import month_of
from tests.attainment.months import MARCH, agreed, at, down, metric, month, of_outages

AGREED = agreed()


def test_the_report_is_due_in_business_days_and_automatic_credits_are_not_claimed() -> None:
    statement = month(AGREED, of_outages([]))
    assert (statement.report_due, statement.claim_by) == (date(2027, 4, 7), None)


def test_a_claim_counts_from_the_report() -> None:
    claimed = agreed(("mode: automatic", "mode: claim, claim_within: 30 days"))
    assert month(claimed, of_outages([])).claim_by == date(2027, 5, 7)


def test_the_months_with_rows_are_the_history() -> None:
    outages = [down(at(3, 10, month=1), at(3, 12, month=1)), down(at(3, 10), at(3, 12))]
    statement = month(AGREED, of_outages(outages))
    met = [metric(evolve(statement, attained=values), "availability").met for _, values in statement.history]
    assert met == [False, True, False]
    assert statement.chronic is not None
    (state,) = statement.chronic.states
    assert state.met is not None
    assert (state.met.count, state.needed, state.reached) == (2, 3, False)
    assert [f"{period.first:%Y-%m}" for period in state.met.periods] == ["2027-01", "2027-03"]


def test_the_third_miss_in_six_months_gives_the_right_to_end() -> None:
    outages = [down(at(3, 10, month=one), at(3, 12, month=one)) for one in (1, 2, 3)]
    chronic = month(AGREED, of_outages(outages)).chronic
    assert chronic is not None
    assert (chronic.reached, chronic.elect_by) == (True, date(2027, 6, 6))


def test_no_month_before_the_agreement_is_history() -> None:
    before = down(at(3, 10, month=1) - 60 * 86_400_000_000, at(3, 12, month=1) - 60 * 86_400_000_000)
    assert len(statement_of(AGREED, of_outages([before]), MARCH).history) == 3


def test_the_right_to_end_stays_reached_in_a_later_month_and_runs_from_the_last_miss() -> None:
    outages = [down(at(3, 10, month=one), at(3, 12, month=one)) for one in (1, 2, 3)]
    chronic = month(AGREED, of_outages(outages), month_of(date(2027, 4, 1))).chronic
    assert chronic is not None
    (state,) = chronic.states
    assert state.met is not None
    assert (state.met.count, state.reached, state.elect_by) == (3, True, date(2027, 6, 6))


def test_of_a_cap_for_a_quarter_a_month_has_what_the_months_before_have_left() -> None:
    capped = agreed(("cap: 50% per month", "cap: 10% per quarter"))
    outages = [down(at(3, 10, month=one), at(5, 10, month=one)) for one in (1, 2, 3)]
    monthly = [month(capped, of_outages(outages), month_of(date(2027, one, 1))).total for one in (1, 2, 3)]
    given = [total.amount for total in monthly if total is not None]
    assert given == [Decimal("3600.00"), Decimal("0.00"), Decimal("0.00")]


def test_a_new_quarter_has_its_whole_cap() -> None:
    capped = agreed(("cap: 50% per month", "cap: 10% per quarter"))
    outages = [down(at(3, 10, month=one), at(5, 10, month=one)) for one in (3, 4)]
    total = month(capped, of_outages(outages), month_of(date(2027, 4, 1))).total
    assert total is not None
    assert total.amount == Decimal("3600.00")
