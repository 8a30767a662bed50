from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from sla_drafter.attainment.attained import Made
from sla_drafter.attainment.limits import Limits
from sla_drafter.attainment.pipeline import Line, PeriodCredit, Step, credit_of_period, settled
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.shapes import Row, Tiers
from sla_drafter.attainment.statement import Statement, statement_of
from sla_drafter.attainment.trace import exact, steps_of
from sla_drafter.attainment.windows import month_of
from sla_drafter.builder import Builder
from sla_drafter.document.index import index
from sla_drafter.model.measured import Observation, RequestCount, Span, Ticket
from sla_drafter.model.record import Measurements
from sla_drafter.model.scalars import Duration, Money, Unit
from tests.attainment.months import FILE, HERE, MARCH, agreed, at, down, metric, month, of_outages, record, work

AGREED = agreed()
# March 2027 in London is an hour short of 31 days.
MINUTES = 31 * 1440 - 60
TWO_SERVICES = (
    ("sources:\n", "  web: {name: Shop, purpose: sells, fee: GBP 2000 per month, hours: always}\nsources:\n"),
    (
        "    name: Query time\n    service: database\n    goal: orders_flow\n    formula: share within 200 ms",
        "    name: Query time\n    service: web\n    goal: orders_flow\n    formula: time availability",
    ),
)
REQUESTS = ("formula: time availability         # exclusions come off both sides", "formula: request availability")


def availability(*outages: tuple[int, int], works: tuple[tuple[int, int, int | None], ...] = ()) -> Fraction | None:
    spans = [down(start, end) for start, end in outages]
    announced = [work(*each) for each in works]
    return metric(month(AGREED, of_outages(spans, announced)), "availability").value


# --- values


def test_a_record_without_outages_says_that_there_was_none() -> None:
    assert availability() == 1


def test_downtime_is_a_share_of_the_hours_that_the_clock_shows() -> None:
    assert availability((at(3, 10), at(3, 12))) == 1 - Fraction(120, MINUTES)


def test_overlapping_outages_count_once() -> None:
    assert availability((at(3, 10), at(3, 12)), (at(3, 11), at(3, 12, 30))) == 1 - Fraction(150, MINUTES)


def test_an_outage_over_the_border_of_the_month_is_split() -> None:
    assert availability((at(28, 23, 30, month=2), at(1, 0, 30))) == 1 - Fraction(30, MINUTES)


def test_planned_maintenance_leaves_both_sides_of_the_sum() -> None:
    works = ((at(7, 4), at(7, 5), at(20, 9, month=2)),)
    found = availability((at(7, 4), at(7, 5)), (at(3, 10), at(3, 11)), works=works)
    assert found == 1 - Fraction(60, MINUTES - 60)


@pytest.mark.parametrize(
    ("start", "end", "announced", "reason"),
    [
        (at(7, 4), at(7, 5), at(5, 9), "announced_late"),
        (at(7, 4), at(7, 5), None, "not_announced"),
        (at(8, 4), at(8, 5), at(20, 9, month=2), "outside_the_window"),
    ],
)
def test_maintenance_that_breaks_a_rule_excuses_nothing(
    start: int, end: int, announced: int | None, reason: str
) -> None:
    statement = month(AGREED, of_outages([down(start, end)], [work(start, end, announced)]))
    found = metric(statement, "availability")
    assert found.value == 1 - Fraction(60, MINUTES)
    assert [(proof.made, proof.reason) for proof in found.found.evidence if proof.kind == "maintenance"] == [
        (Made.REFUSED, reason)
    ]


def test_work_that_overruns_its_window_is_excused_in_part() -> None:
    works = [work(at(7, 5), at(7, 7), at(20, 9, month=2))]
    found = metric(month(AGREED, of_outages([down(at(7, 5), at(7, 7))], works)), "availability")
    assert found.value == 1 - Fraction(60, MINUTES - 60)
    assert [proof.made for proof in found.found.evidence if proof.kind == "maintenance"] == [Made.PARTLY_EXCUSED]


def test_work_of_a_kind_that_is_not_agreed_excuses_nothing_and_is_listed() -> None:
    terms = agreed(("  emergency: {cap: 2 hours per month}\n", ""))
    works = [work(at(7, 4), at(7, 5), None, emergency=True)]
    found = metric(month(terms, of_outages([down(at(7, 4), at(7, 5))], works)), "availability")
    assert found.value == 1 - Fraction(60, MINUTES)
    assert found.found.evidence[-1].reason == "not_promised"


def test_an_outage_whose_cause_is_excluded_is_excused() -> None:
    outages = [down(at(5, 10), at(5, 11), cause="customer_cause"), down(at(6, 10), at(6, 11), cause="provider")]
    found = metric(month(AGREED, of_outages(outages)), "availability")
    assert found.value == 1 - Fraction(60, MINUTES - 60)
    assert [(each.reason, each.length // 60_000_000) for each in found.found.excused] == [
        ("exclusions.customer_cause", 60)
    ]
    assert [proof.made for proof in found.found.evidence] == [Made.EXCUSED, Made.COUNTED]


@pytest.mark.parametrize("cause", ["customer", "force_majeure"])
def test_relief_and_events_outside_control_excuse(cause: str) -> None:
    found = metric(month(AGREED, of_outages([down(at(5, 10), at(5, 11), cause=cause)])), "availability")
    assert found.value == 1


def test_excused_time_may_count_as_available() -> None:
    terms = agreed(("    no_data: down ", "    excluded_time: counts as available\n    no_data: down "))
    outages = [down(at(5, 10), at(5, 11), cause="customer_cause"), down(at(6, 10), at(6, 11))]
    assert metric(month(terms, of_outages(outages)), "availability").value == 1 - Fraction(60, MINUTES)


def test_a_degraded_service_is_down_in_part() -> None:
    half = evolve(down(at(5, 10), at(5, 12)), weight=Fraction(1, 2))
    assert metric(month(AGREED, of_outages([half])), "availability").value == 1 - Fraction(60, MINUTES)


def test_requests_are_pooled() -> None:
    counts = tuple(
        RequestCount(Span(at(day, 0), at(day + 1, 0)), "database", requests, errors, HERE)
        for day, requests, errors in ((1, 1000, 1), (2, 3000, 1))
    )
    found = metric(
        month(agreed(REQUESTS), Measurements(requests=counts, records=(record("requests"),))), "availability"
    )
    assert found.value == Fraction(3998, 4000)


def test_observations_give_events_or_values() -> None:
    week, day = Span(at(1, 0), at(8, 0)), Span(at(8, 0), at(9, 0))
    events = (Observation("query_time", week, HERE, 90, 100), Observation("query_time", day, HERE, 50, 100))
    values = (
        Observation("query_time", week, HERE, value=Fraction(1)),
        Observation("query_time", day, HERE, value=Fraction(1, 2)),
    )
    pooled = month(AGREED, Measurements(observations=events))
    weighed = month(AGREED, Measurements(observations=values))
    assert metric(pooled, "query_time").value == Fraction(140, 200)
    assert metric(weighed, "query_time").value == Fraction(15, 16)
    with pytest.raises(Impossible, match=r"without events in rows\.csv, line 2"):
        month(AGREED, Measurements(observations=(*events, *values)))


# --- no data


def test_without_a_record_the_agreement_says_what_counts() -> None:
    statement = month(AGREED, Measurements())
    assert (metric(statement, "availability").value, metric(statement, "availability").by_rule) == (Fraction(0), "down")
    assert (metric(statement, "query_time").value, metric(statement, "query_time").met) == (None, None)
    assert (metric(statement, "severities.1").value, metric(statement, "severities.1").met) == (None, None)


def test_without_a_record_a_target_may_count_as_met() -> None:
    terms = agreed(("    no_data: not measured", "    no_data: met"))
    found = metric(month(terms, Measurements()), "query_time")
    assert (found.value, found.met, found.by_rule) == (None, True, "met")


def test_what_was_not_measured_earns_nothing() -> None:
    line = month(AGREED, of_outages([])).line("query_time")
    assert line is not None
    assert line.line.value is None
    assert line.amount == 0


# --- severities


def case(severity: str, opened: int, answered: int | None, restored: int | None, *pauses: Span) -> Ticket:
    return Ticket("T-1", severity, opened, HERE, answered, restored, pauses)


def in_time(*cases: Ticket) -> tuple[str | None, bool | None]:
    statement = month(AGREED, Measurements(tickets=cases, records=(record("tickets"),)))
    found = metric(statement, f"severities.{cases[0].severity}")
    return exact(found.value), found.met


def test_a_case_is_in_time_when_all_its_times_are_met() -> None:
    assert in_time(case("1", at(3, 10), at(3, 10, 15), at(3, 14))) == ("1", True)
    assert in_time(case("1", at(3, 10), at(3, 10, 16), at(3, 14)))[0] == "0"


def test_few_late_cases_are_forgiven() -> None:
    late = case("2", at(3, 10), at(3, 12), at(3, 14))
    assert in_time(late) == ("0", True)
    assert in_time(late, late) == ("0", False)


def test_a_severity_that_forgives_none_keeps_its_share_though_the_clock_forgives_one() -> None:
    late = case("2", at(3, 10), at(3, 12), at(3, 14))
    measured = Measurements(tickets=(late,), records=(record("tickets"),))
    severities = tuple(evolve(one, allowed_misses=0) if one.id == "2" else one for one in AGREED.severities)
    assert metric(month(AGREED, measured), "severities.2").met is True
    assert metric(month(evolve(AGREED, severities=severities), measured), "severities.2").met is False


def test_a_pause_puts_off_the_restore_time_and_not_the_response() -> None:
    pause = Span(at(3, 11), at(3, 12))
    assert in_time(case("1", at(3, 10), at(3, 10, 5), at(3, 15), pause))[0] == "1"
    assert in_time(case("1", at(3, 10), at(3, 10, 5), at(3, 15, 1), pause))[0] == "0"


def test_each_question_pauses_the_clock_for_as_long_as_the_agreement_allows() -> None:
    assert AGREED.severity_clock is not None
    rules = evolve(AGREED.severity_clock, pause_max=Duration(Decimal(1), Unit.HOUR))
    agreement = evolve(AGREED, severity_clock=rules)
    pauses = (Span(at(3, 10, 30), at(3, 11)), Span(at(3, 12), at(3, 14)))  # half an hour, and one of two hours
    kept = case("1", at(3, 10), at(3, 10, 5), at(3, 15, 30), *pauses)  # four hours, and half an hour, and an hour
    late = case("1", at(3, 10), at(3, 10, 5), at(3, 15, 31), *pauses)
    found = [
        metric(month(agreement, Measurements(tickets=(one,), records=(record("tickets"),))), "severities.1").value
        for one in (kept, late)
    ]
    assert found == [1, 0]


def test_business_hours_run_on_the_desk() -> None:
    thursday = at(25, 17)  # Good Friday and Easter Monday are closed, and the clocks go forward in between
    assert in_time(case("3", thursday, at(30, 14), at(30, 15)))[0] == "1"
    assert in_time(case("3", thursday, at(30, 14, 1), at(30, 15)))[0] == "0"


def test_a_case_counts_in_the_month_in_which_the_last_of_its_times_ends() -> None:
    still_open = case("1", at(31, 20, month=3), None, None)
    assert in_time(still_open)[0] is None  # its restore time runs out at midnight UTC, which is April in London
    april = month(AGREED, Measurements(tickets=(still_open,)), month_of(date(2027, 4, 1)))
    assert metric(april, "severities.1").value == 0


# --- credits


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


# --- steps


def period_of(annual_left: str | None = None) -> PeriodCredit:
    """The case G19 of the worked sums: three misses, two of one incident, a cap of the period."""
    tiers = {percent: Tiers((Row(Fraction(100), Fraction(percent)),)) for percent in (25, 10, 5)}
    lines = [
        Line("availability", Fraction(50), tiers[25], Fraction(400), incident="X"),
        Line("latency", Fraction(50), tiers[10], Fraction(2000), incident="X"),
        Line("severity", Fraction(50), tiers[5], Fraction(2000)),
    ]
    left = Fraction(annual_left) if annual_left else None
    limits = Limits("EUR", "highest_only", Fraction(288), left)
    return settled(credit_of_period(lines, limits), ())


def steps(credit: PeriodCredit, name: str = "") -> list[tuple[str, str | None, str | None]]:
    statement = Statement(AGREED, MARCH, (), credit)
    return [(step.name, exact(step.before), exact(step.after)) for step in steps_of(statement, name)]


def test_the_steps_of_a_metric_are_in_their_order() -> None:
    assert steps(period_of(), "latency") == [
        ("value", "50", "50"),
        ("ladder", "50", "10"),
        ("multiplier", "10", "10"),
        ("amount", "10", "200"),
        ("metric_cap", "200", "200"),
        ("same_incident", "200", "200"),
        ("sum", "0", "200"),
    ]
    assert steps(period_of(), "availability")[-2:] == [("same_incident", "100", "0"), ("sum", "0", "0")]


@pytest.mark.parametrize(("left", "annual", "credit"), [(None, "288", "288"), ("250", "250", "250")])
def test_the_steps_of_the_period_follow(left: str | None, annual: str, credit: str) -> None:
    assert steps(period_of(left)) == [
        ("period_cap", "300", "288"),
        ("annual_remainder", "288", annual),
        ("minimum", annual, annual),
        ("rounding", annual, credit),
        ("settlement", credit, credit),
    ]


def test_every_step_of_a_statement_has_its_number_once_for_each_metric() -> None:
    statement = month(AGREED, of_outages([down(at(3, 10), at(3, 12))]))
    for one in ("availability", "query_time"):
        assert [step.number for step in steps_of(statement, one)] == list(range(1, 8))
    assert [step.number for step in steps_of(statement)] == list(range(8, 13))


def test_the_clause_of_a_step_prints_the_fact_that_rules_it() -> None:
    draft = Builder.from_file(FILE).draft(layout=False)
    printed = index(draft.document).values
    statement = month(AGREED, of_outages([]))
    traces = {trace.step: trace.field for trace in (statement.credit.trace if statement.credit else ()) if trace.field}
    ruled = {step.number: step.clause for name in ("availability", "") for step in steps_of(statement, name)}
    for step, field in traces.items():
        clauses = {
            clause.removesuffix(".schedule") for path in printed if path.startswith(field) for clause in printed[path]
        }
        if step not in WITHOUT_A_RULE:  # at_end is a fact that the words depend on
            assert ruled[step] in clauses or field == "credits.terms.at_end", field
    assert {step for step, clause in ruled.items() if not clause} == WITHOUT_A_RULE
    assert {clause for clause in ruled.values() if clause} <= draft.clause_ids


WITHOUT_A_RULE = {Step.MULTIPLIER, Step.METRIC_CAP, Step.ANNUAL_REMAINDER, Step.MINIMUM}
"""Steps for which the agreement of these tests has no rule."""


def test_a_step_without_a_rule_names_no_clause() -> None:
    statement = month(AGREED, of_outages([]))
    without = [step.name for step in (*steps_of(statement, "availability"), *steps_of(statement)) if not step.clause]
    assert without == ["multiplier", "metric_cap", "annual_remainder", "minimum"]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("1/3", "1/3"),
        ("1/8", "0.125"),
        ("94", "94"),
        ("-5/2", "-2.5"),
        ("0", "0"),
        ("1/7", "1/7"),
        ("1479/1483", "1479/1483"),
    ],
)
def test_exact_text_is_a_decimal_or_a_fraction(figure: str, said: str) -> None:
    assert exact(Fraction(figure)) == said


# --- dates and months before


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
