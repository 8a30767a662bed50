"""What an agreement states is what is computed: every shape of credit, from the words of a file to the amount."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.instants import MILLISECOND
from sla_drafter.attainment.promised import earned
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.trace import steps_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.builder.credit_at import credit_words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.measured import Evidence, Observation, Outage, Span, Ticket
from sla_drafter.model.record import Measurements, Record
from sla_drafter.readers.agreement_file import loads
from tests.attainment.record import at

BASE = """\
sla_drafter: 1
title: Shapes
version: 1.0
kind: outsourcing
term: {effective: 2027-01-01}
time: {zone: UTC, money_rounding: half up, value_rounding: none}
parties: {provider: {name: P}, customer: {name: C}}
hours: {always: {week: 24x7}}
services: {line: {name: Line, fee: GBP 10000 per month, hours: always}}
metrics:
  uptime: {service: line, formula: time availability, target: at least 99.5%, window: calendar month}
  delay: {service: line, formula: latency, target: at most 40 ms, window: calendar month}
  cuts: {service: line, formula: outage count, target: at most 2 outages, window: calendar month}
severities:
  1: {name: Critical, response: 30 minutes, restore: 8 hours, cover: always, compliance: 90%}
inquiries: {question: {name: Question, deadline: 1 day, hours: always, compliance: 90%}}
credits:
  fee_base: {fees: all services, month: of failure}
  terms: {TERMS}
"""
ROW = Evidence("rows.csv", 2)
JUNE = date(2027, 6, 1)
HOUR = 60


def agreed(credits_: str, terms: str = "cap: 100% per month, same_incident: cumulative") -> Agreement:
    text = BASE.replace("TERMS", terms) + "".join(f"  {line}\n" for line in credits_.splitlines())
    return loads(text, "shapes.yaml", {}).agreement


def outages(minutes: dict[date, int]) -> tuple[Outage, ...]:
    """One outage at the beginning of each day."""
    return tuple(Outage(Span(at(day), at(day, length)), "line", ROW) for day, length in minutes.items())


def record(
    down: Iterable[Outage] = (), observed: Iterable[Observation] = (), cases: Iterable[Ticket] = ()
) -> Measurements:
    records = tuple(Record("rows.csv", kind, 1, 0, 0, "") for kind in ("outages", "observations", "tickets"))
    return Measurements(outages=tuple(down), observations=tuple(observed), tickets=tuple(cases), records=records)


def june(agreement: Agreement, rows: Measurements) -> Statement:
    return statement_of(agreement, rows, month_of(JUNE))


def amount(statement: Statement) -> Decimal:
    assert statement.total is not None
    return statement.total.amount


@pytest.mark.parametrize(("count", "due"), [("each full", "2000.00"), ("or part", "2500.00"), ("pro rata", "2250.00")])
def test_each_block_of_downtime_after_the_grace_earns_its_share(count: str, due: str) -> None:
    agreement = agreed(f"steps: {{uptime: {{block: 1 hour, credit: 5%, count: {count}, grace: 30 minutes}}}}")
    assert amount(june(agreement, record(outages({JUNE: 5 * HOUR})))) == Decimal(due)


def test_a_cap_of_the_rule_and_days_of_service_are_kept() -> None:
    capped = agreed("steps: {uptime: {block: 1 hour, credit: 5%, count: or part, cap: 12%}}")
    assert amount(june(capped, record(outages({JUNE: 5 * HOUR})))) == Decimal("1200.00")
    days = agreed("steps: {uptime: {block: 1 hour, days: 1, count: each full, cap_days: 3}}")
    assert amount(june(days, record(outages({JUNE: 5 * HOUR})))) == Decimal("1000.00")


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("steps: {uptime: {block: 1 hour, credit: 5%, count: or part, cap: 12%}}", "1200.00"),
        ("steps: {uptime: {block: 1 hour, credit: 5%, count: or part, cap_days: 3}}", "1000.00"),
        ("proportional: {uptime: {cap: 0.5%}}", "50.00"),
        ("steps: {uptime: {block: 1 hour, credit: 5%, count: or part}}", "5000.00"),
    ],
)
def test_what_a_rule_earns_at_most_bounds_a_multiplied_credit_too(rule: str, due: str) -> None:
    agreement = agreed(f"{rule}\nrepetition: {{multipliers: [1, 2], count: in a row, reset_after: 1 month}}")
    statement = june(agreement, record(outages({date(2027, 5, 1): 5 * HOUR, JUNE: 5 * HOUR})))
    assert amount(statement) == Decimal(due)
    capped = next(step for step in steps_of(statement, "uptime") if step.name == "metric_cap")
    assert capped.clause == "credits_stepped"
    assert capped.after == Fraction(due)
    assert capped.changed is ("cap" in rule)


def test_each_step_under_the_target_earns_its_share_exactly() -> None:
    agreement = agreed("steps: {uptime: {step: 0.1%, credit: 1%, count: or part}}")
    assert earned(agreement, "uptime", Fraction("99.4")).percent == 1
    assert earned(agreement, "uptime", Fraction("99.39")).percent == 2
    assert earned(agreement, "uptime", Fraction("99.5")).percent == 0
    assert credit_words(agreement, "uptime", "99.26%", "en") == "GBP 300.00"


def test_bands_may_give_days_of_service_by_the_days_of_the_month() -> None:
    agreement = agreed("ladders: {uptime: [{below: 99.5%, days: 3}, {below: 95.0%, days: 15}]}")
    statement = june(agreement, record(outages({JUNE: 5 * HOUR})))
    assert amount(statement) == Decimal("1000.00")
    july = statement_of(agreement, record(outages({date(2027, 7, 1): 5 * HOUR})), month_of(date(2027, 7, 1)))
    assert amount(july) == Decimal("967.74")


def test_credits_in_proportion_are_the_fees_of_the_time_down() -> None:
    agreement = agreed("proportional: {uptime: {cap: 0.5%}}")
    assert amount(june(agreement, record(outages({JUNE: 3 * HOUR})))) == Decimal("0.00")  # 99.58% meets the target
    assert amount(june(agreement, record(outages({JUNE: 5 * HOUR})))) == Decimal("50.00")
    uncapped = agreed("proportional: {uptime: {}}")
    assert amount(june(uncapped, record(outages({JUNE: 5 * HOUR})))) == Decimal("69.44")


def latency(milliseconds: int, day: date = JUNE) -> Observation:
    span = Span(at(day), at(day + timedelta(days=1)))
    return Observation("delay", span, ROW, value=Fraction(milliseconds * MILLISECOND))


@pytest.mark.parametrize(("milliseconds", "due"), [(40, "0"), (43, "0"), (44, "1000"), (49, "1000"), (50, "2000")])
def test_a_latency_over_its_target_earns_by_how_far_it_is_over(milliseconds: int, due: str) -> None:
    agreement = agreed("excess: {delay: [{over: 10%, credit: 10%}, {over: 25%, credit: 20%}]}")
    statement = june(agreement, record(observed=[latency(milliseconds)]))
    assert amount(statement) == Decimal(f"{due}.00")
    assert credit_words(agreement, "delay", f"{milliseconds} ms", "en") == f"GBP {int(due):,}.00"


def test_a_miss_draws_its_allocation_of_the_amount_at_risk_and_no_more_than_that_together() -> None:
    agreement = agreed("at_risk: {share: 12%, pool: 200%, allocations: {uptime: 40%, cuts: 90%}}")
    one = june(agreement, record(outages({JUNE: 5 * HOUR})))
    assert amount(one) == Decimal("480.00")
    both = june(agreement, record(outages({JUNE + timedelta(days=day): 2 * HOUR for day in range(3)})))
    assert amount(both) == Decimal("1200.00")
    assert {step.name: step.clause for step in steps_of(both)}["period_cap"] == "at_risk_pool"


def test_a_repeated_miss_is_multiplied_and_a_month_that_was_kept_starts_again() -> None:
    agreement = agreed(
        "at_risk: {share: 12%, allocations: {uptime: 40%}}\n"
        "repetition: {multipliers: [1, 1.5, 2], count: in a row, reset_after: 1 month}"
    )
    april, may = date(2027, 4, 1), date(2027, 5, 1)
    assert amount(june(agreement, record(outages({may: 300, JUNE: 300})))) == Decimal("720.00")
    assert amount(june(agreement, record(outages({april: 300, JUNE: 300})))) == Decimal("480.00")
    twice = june(agreement, record(outages({april: 300, may: 300, JUNE: 300})))
    assert amount(twice) == Decimal("960.00")
    assert {step.name: step.clause for step in steps_of(twice, "uptime")}["multiplier"] == "repetition"


def test_misses_within_a_time_are_counted_whatever_lies_between() -> None:
    agreement = agreed(
        "at_risk: {share: 12%, allocations: {uptime: 40%}}\n"
        "repetition: {multipliers: [1, 2], count: rolling, within: 3 months}"
    )
    assert amount(june(agreement, record(outages({date(2027, 4, 1): 300, JUNE: 300})))) == Decimal("960.00")
    assert amount(june(agreement, record(outages({date(2027, 3, 1): 300, JUNE: 300})))) == Decimal("480.00")


EARN_BACK = (
    "ladders: {uptime: [{below: 99.5%, credit: 5%}]}\n"
    "earn_back: {run: 3 months, level: target, expiry: 6 months, excluded: [repeated misses]}"
)


def test_a_run_of_good_months_returns_the_credit_once() -> None:
    agreement = agreed(EARN_BACK)
    march = june(agreement, record(outages({date(2027, 3, 1): 300})))
    assert [(one.metric, one.amount) for one in march.returned] == [("uptime", Fraction(500))]
    earlier = june(agreement, record(outages({date(2027, 2, 1): 300})))
    assert earlier.returned == ()  # it returned with the statement of May
    repeated = june(agreement, record(outages({date(2027, 2, 1): 300, date(2027, 3, 1): 300})))
    assert [(one.metric, one.amount) for one in repeated.returned] == [("uptime", Fraction(500))]


def test_a_repeated_miss_never_returns_by_the_rule_that_multiplies_it() -> None:
    apart = record(outages({date(2027, 1, 1): 300, date(2027, 3, 1): 300}))
    assert [one.amount for one in june(agreed(EARN_BACK), apart).returned] == [Fraction(1000)]
    kept = june(agreed(f"{EARN_BACK}\nrepetition: {{multipliers: [1, 2], count: rolling, within: 3 months}}"), apart)
    assert [one.amount for one in kept.returned] == [Fraction(500)]  # that of January; March was the second miss


def test_points_are_multiplied_only_after_a_miss_in_the_month_before() -> None:
    agreement = agreed(
        "ladders: {uptime: [{below: 99.5%, points: 3}]}\n"
        "points: {table: [{points: 2, credit: 1%}, {points: 6, credit: 4%}], between: row at or below, repeat: 2}\n"
        "repetition: {multipliers: [1, 1], count: rolling, within: 6 months}"
    )
    assert amount(june(agreement, record(outages({date(2027, 4, 1): 300, JUNE: 300})))) == Decimal("100.00")
    assert amount(june(agreement, record(outages({date(2027, 5, 1): 300, JUNE: 300})))) == Decimal("400.00")


def test_service_points_of_all_metrics_are_one_line_of_the_sum() -> None:
    agreement = agreed(
        "ladders: {uptime: [{below: 99.5%, points: 3}, {below: 95%, points: 9}]}\n"
        "points: {table: [{points: 2, credit: 1%}, {points: 6, credit: 4%}], between: row at or below, repeat: 2}"
    )
    once = june(agreement, record(outages({JUNE: 300})))
    assert amount(once) == Decimal("100.00")
    again = june(agreement, record(outages({date(2027, 5, 1): 300, JUNE: 300})))
    assert amount(again) == Decimal("400.00")
    assert [line.line.value for line in again.credit.lines if line.line.metric == "credits.points"] == [6]  # type: ignore[union-attr]


def test_a_ladder_is_about_one_time_of_a_severity() -> None:
    agreement = agreed("ladders: {first_answer: {on: severities.1.response, bands: [{below: 90%, credit: 5%}]}}")
    assert credited(agreement) == ("severities.1.response",)
    late = Ticket("A", "1", at(JUNE), ROW, at(JUNE, 90), at(JUNE, 120))
    statement = june(agreement, record(cases=[late]))
    assert amount(statement) == Decimal("500.00")
    in_time = Ticket("A", "1", at(JUNE), ROW, at(JUNE, 20), at(JUNE, 900))  # restored late, answered in time
    assert amount(june(agreement, record(cases=[in_time]))) == 0


def test_inquiries_of_a_type_are_settled_in_time() -> None:
    agreement = agreed("ladders: {uptime: [{below: 99.5%, credit: 5%}]}")
    rows = [Ticket("A", "question", at(JUNE), ROW, None, at(JUNE, 600)), Ticket("B", "question", at(JUNE), ROW)]
    found = {one.metric: one for one in june(agreement, record(cases=rows)).attained}["inquiries.question"]
    assert (found.value, found.met) == (Fraction(1, 2), False)


def test_of_two_levels_the_lower_one_earns_the_credit() -> None:
    text = "ladders: {uptime: [{below: 99.5%, credit: 5%}]}"
    agreement = agreed(text)
    two = loads(
        (BASE.replace("TERMS", "cap: 50% per month") + f"  {text}\n").replace(
            "target: at least 99.5%", "target: at least 99.8%, minimum: at least 99.5%"
        ),
        "two.yaml",
        {},
    ).agreement
    rows = record(outages({JUNE: 2 * HOUR}))  # 99.72%
    assert {one.metric: one.met for one in june(two, rows).attained}["uptime"] is False
    assert amount(june(two, rows)) == 0
    assert amount(june(two, record(outages({JUNE: 5 * HOUR})))) == amount(
        june(agreement, record(outages({JUNE: 5 * HOUR})))
    )


def test_the_limit_of_a_year_and_small_credits_are_kept() -> None:
    ladder = "ladders: {uptime: [{below: 99.5%, credit: 50%}]}"
    agreement = agreed(ladder, "cap: 100% per month, annual_cap: 5%")
    assert amount(june(agreement, record(outages({date(2027, 5, 1): 300, JUNE: 300})))) == Decimal("1000.00")
    small = agreed("ladders: {uptime: [{below: 99.5%, credit: 0.1%}]}", "minimum: GBP 20, below_minimum: not given")
    assert amount(june(small, record(outages({JUNE: 300})))) == 0
    raised = agreed("ladders: {uptime: [{below: 99.5%, credit: 0.1%}]}", "minimum: GBP 20, below_minimum: raised")
    assert amount(june(raised, record(outages({JUNE: 300})))) == Decimal("20.00")


def test_a_step_without_a_rule_for_its_parts_is_not_computed() -> None:
    agreement = agreed("steps: {uptime: {block: 30 minutes, credit: 5%}}")
    with pytest.raises(Impossible, match="what a part of a block or step counts for"):
        june(agreement, record(outages({JUNE: 300})))
