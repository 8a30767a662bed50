from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sla_drafter.attainment.limits import Limits, Minimum, Miss, counted, limits_of, settle
from sla_drafter.attainment.money import round_once
from sla_drafter.attainment.pipeline import Line, Step, credit_of_line, credit_of_period, reported, settled
from sla_drafter.attainment.refusal import Impossible
from sla_drafter.attainment.shapes import Blocks, Row, Tiers
from sla_drafter.attainment.spans import length, merge
from sla_drafter.model.remedies import CreditTerms
from sla_drafter.model.scalars import Choice, Money, Percent, Share, Unit

TIERS = Tiers((Row(Fraction("99.9"), Fraction(10)), Row(Fraction(99), Fraction(25)), Row(Fraction(95), Fraction(100))))
EUROS = Limits("EUR")

values = st.fractions(min_value=90, max_value=100, max_denominator=1000)
amounts = st.fractions(min_value=0, max_value=5000, max_denominator=300)
lines = st.builds(
    Line,
    metric=st.sampled_from(["availability", "latency", "response"]),
    value=st.none() | values,
    shape=st.just(TIERS),
    fee=amounts,
    quantum=st.none() | st.just(Fraction(1, 10)),
    multiplier=st.sampled_from([Fraction(1), Fraction(3, 2), Fraction(2)]),
    cap=st.none() | st.fractions(min_value=0, max_value=100, max_denominator=10),
    incident=st.sampled_from(["", "X", "Y"]),
)
minimums = st.builds(Minimum, rule=st.sampled_from(["only_if_greater", "raise_to"]), threshold=amounts)
rules = st.builds(
    Limits,
    currency=st.sampled_from(["EUR", "JPY", "KWD"]),
    same_incident=st.sampled_from(["cumulative", "highest_only", "customer_choice"]),
    period_cap=st.none() | amounts,
    annual_left=st.none() | amounts,
    minimum=st.none() | minimums,
    rounding=st.sampled_from(["half_up", "half_even", "down"]),
)


def line(metric: str, value: str | None, fee: str = "1000", **more: Any) -> Line:
    return evolve(Line(metric, None if value is None else Fraction(value), TIERS, Fraction(fee)), **more)


@given(st.lists(lines, max_size=5), rules)
def test_every_step_leaves_a_trace_in_the_normative_order(measured: list[Line], limits: Limits) -> None:
    found = credit_of_period(measured, limits)
    each = [Step.VALUE, Step.LADDER, Step.MULTIPLIER, Step.AMOUNT, Step.METRIC_CAP] * len(measured)
    together = [Step.SAME_INCIDENT] * len(measured) + [Step.SUM] * max(1, len(measured))
    end = [Step.PERIOD_CAP, Step.ANNUAL_REMAINDER, Step.MINIMUM, Step.ROUNDING]
    assert [trace.step for trace in found.trace] == each + together + end
    whole = settled(found, [Fraction(1)])
    assert whole.trace[-1].step == Step.SETTLEMENT
    assert {trace.step for trace in whole.trace} == set(Step) or not measured


@given(st.lists(lines, min_size=1, max_size=5), rules)
def test_each_step_begins_with_what_the_one_before_left(measured: list[Line], limits: Limits) -> None:
    found = credit_of_period(measured, limits)
    for credit in found.lines:
        assert all(one.after == other.before for one, other in pairwise(credit.trace) if other.step != Step.MULTIPLIER)
    period = [trace for trace in found.trace if trace.step >= Step.SUM]
    assert all(one.after == other.before for one, other in pairwise(period))
    assert period[-1].after == Fraction(found.credit.amount)


@given(st.lists(lines, max_size=5), rules)
def test_no_credit_is_above_its_caps(measured: list[Line], limits: Limits) -> None:
    found = credit_of_period(measured, evolve(limits, minimum=None))
    for credit in found.lines:
        if credit.line.cap is not None:
            assert credit.amount <= credit.line.fee * credit.line.cap / 100
    for cap in (limits.period_cap, limits.annual_left):
        if cap is not None:
            assert found.after_annual_remainder <= cap
            assert found.credit.amount <= round_once(cap, limits.currency, limits.rounding).amount
    assert found.credit.amount >= 0


@given(values, values, rules)
def test_a_worse_value_never_earns_less(one: Fraction, other: Fraction, limits: Limits) -> None:
    worse, better = (credit_of_period([line("a", str(value))], limits).credit.amount for value in sorted((one, other)))
    assert worse >= better


@given(st.lists(lines, max_size=5), rules)
def test_money_is_rounded_once_from_the_exact_amount(measured: list[Line], limits: Limits) -> None:
    found = credit_of_period(measured, limits)
    assert found.credit == round_once(found.after_minimum, limits.currency, limits.rounding)


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(1, 90)), max_size=6),
    st.integers(1, 89),
    st.sampled_from(["each_full", "or_part", "pro_rata"]),
)
def test_splitting_an_outage_changes_nothing(outages: list[tuple[int, int]], cut: int, count: str) -> None:
    whole = [(start, start + size) for start, size in outages]
    split = [part for start, end in whole for part in ((start, min(start + cut, end)), (min(start + cut, end), end))]
    shape = Blocks(Fraction(30), Fraction(5), count)
    first, second = (
        credit_of_period([Line("a", Fraction(length(merge(spans))), shape, Fraction(1000))], EUROS)
        for spans in (whole, split)
    )
    assert first == second


def test_a_value_is_rounded_only_if_the_contract_says_so() -> None:
    exact, two_places = (credit_of_line(line("a", "99.895", quantum=quantum)) for quantum in (None, Fraction(1, 100)))
    assert exact.percent == 10
    assert two_places.percent == 0
    assert two_places.trace[0].before == Fraction("99.895")
    assert two_places.trace[0].after == Fraction("99.9")


@pytest.mark.parametrize(("value", "found"), [("98.95", "99"), ("98.94", "98.9"), ("0.04", "0"), ("100", "100")])
def test_a_value_is_reported_to_the_nearest_step_half_up(value: str, found: str) -> None:
    assert reported(Fraction(value), Fraction(1, 10)) == Fraction(found)


def test_the_cap_of_a_metric_comes_before_the_rule_for_one_incident() -> None:
    big = line("big", "90", "1000", cap=Fraction(5), incident="X")
    small = line("small", "98", "1000", incident="X")
    found = credit_of_period([big, small], evolve(EUROS, same_incident="highest_only"))
    assert found.after_incident_rule == 250


def test_the_rule_for_one_incident_comes_before_the_cap_of_the_period() -> None:
    both = [line("a", "99.5", incident="X"), line("b", "98", incident="X")]
    found = credit_of_period(both, evolve(EUROS, same_incident="highest_only", period_cap=Fraction(300)))
    assert found.credit.amount == 250


def test_the_rule_for_small_credits_comes_after_the_caps() -> None:
    limits = evolve(EUROS, period_cap=Fraction(50), minimum=Minimum("only_if_greater", Fraction(60)))
    assert credit_of_period([line("a", "99.5")], limits).credit.amount == 0


def test_the_annual_remainder_comes_after_the_cap_of_the_period() -> None:
    limits = evolve(EUROS, period_cap=Fraction(80), annual_left=Fraction(30))
    found = credit_of_period([line("a", "99.5")], limits)
    assert [found.after_incident_rule, found.after_period_cap, found.after_annual_remainder] == [100, 80, 30]


def test_rounding_each_line_would_give_another_amount() -> None:
    third = [line(each, "99.5", "33.35") for each in "abc"]
    assert credit_of_period(third, EUROS).credit == Money(Decimal("10.01"), "EUR")
    assert sum(round_once(each.amount, "EUR").amount for each in credit_of_period(third, EUROS).lines) == Decimal(
        "10.02"
    )


def test_a_value_that_was_not_measured_earns_nothing_and_is_not_zero() -> None:
    found = credit_of_line(line("a", None))
    assert found.amount == 0
    assert (found.trace[0].before, found.trace[0].after) == (None, None)
    assert credit_of_line(line("a", "0")).amount == 1000


def test_a_trace_names_the_fact_that_rules_it() -> None:
    trace = settled(credit_of_period([line("availability", "99")], EUROS), []).trace
    fields = {each.step: each.field for each in trace}
    assert fields[Step.LADDER] == "credits.ladders.availability"
    assert fields[Step.PERIOD_CAP] == "credits.terms.cap"
    assert fields[Step.SUM] == ""


@pytest.mark.parametrize(
    ("rule", "chosen", "found"),
    [
        ("cumulative", "", [100, 200, 50, 70]),
        ("highest_only", "", [0, 200, 50, 70]),
        ("customer_choice", "", [0, 200, 50, 70]),
        ("customer_choice", "a", [100, 0, 50, 70]),
        ("highest_only", "a", [0, 200, 50, 70]),
    ],
)
def test_one_incident_counts_as_the_rule_says(rule: str, chosen: str, found: list[int]) -> None:
    spelled = [("a", 100, "X"), ("b", 200, "X"), ("c", 50, ""), ("d", 70, "")]
    misses = [Miss(metric, Fraction(amount), incident, metric == chosen) for metric, amount, incident in spelled]
    assert list(counted(misses, rule)) == found


def test_the_first_of_equal_misses_counts() -> None:
    assert list(counted([Miss("a", Fraction(5), "X"), Miss("b", Fraction(5), "X")], "highest_only")) == [5, 0]


def test_two_choices_for_one_incident_are_refused() -> None:
    misses = [Miss(each, Fraction(5), "X", chosen=True) for each in "ab"]
    with pytest.raises(
        Impossible, match=r"The choice of the customer is 'a and b'\. One miss of incident X is chosen\."
    ):
        counted(misses, "customer_choice")


@pytest.mark.parametrize(
    ("rule", "amount", "found"),
    [
        ("only_if_greater", "1.00", "0"),
        ("only_if_greater", "1.01", "1.01"),
        ("raise_to", "0.40", "1"),
        ("raise_to", "0", "0"),
        ("raise_to", "7", "7"),
    ],
)
def test_a_small_credit_is_dropped_or_raised(rule: str, amount: str, found: str) -> None:
    assert Minimum(rule, Fraction(1)).applied(Fraction(amount)) == Fraction(found)


@given(amounts, st.lists(amounts, max_size=4), st.sampled_from([None, "pay", "lapse"]))
def test_every_cent_of_a_credit_goes_somewhere(credit: Fraction, invoices: list[Fraction], at_end: str | None) -> None:
    found = settle(credit, invoices, at_end)
    assert sum(found.applied) + found.paid_out + found.lapsed + found.carried == credit
    assert all(applied <= invoice for applied, invoice in zip(found.applied, invoices, strict=True))
    assert found.left == found.paid_out + found.lapsed + found.carried


def test_an_unused_credit_is_paid_or_lapses_at_the_end_and_is_carried_before() -> None:
    left = [settle(Fraction(288), [Fraction(200)], at_end) for at_end in ("pay", "lapse", None)]
    assert [[each.paid_out, each.lapsed, each.carried] for each in left] == [[88, 0, 0], [0, 88, 0], [0, 0, 88]]


def terms(percent: str, per: Unit) -> CreditTerms:
    return CreditTerms(Share(Percent(Decimal(percent)), per), Choice("same_incident", "highest_only"))


@pytest.mark.parametrize(
    ("per", "period_cap", "left"), [(Unit.MONTH, 500, None), (Unit.QUARTER, None, 1100), (Unit.YEAR, None, 5600)]
)
def test_a_cap_bounds_the_month_or_what_earlier_months_have_left(
    per: Unit, period_cap: int | None, left: int | None
) -> None:
    found = limits_of(
        terms("50", per),
        monthly=Fraction(1000),
        currency="EUR",
        rounding="down",
        given_before={Unit.QUARTER: Fraction(400), Unit.YEAR: Fraction(400)},
    )
    assert found == Limits(
        "EUR",
        "highest_only",
        None if period_cap is None else Fraction(period_cap),
        None if left is None else Fraction(left),
        rounding="down",
    )


def test_terms_without_a_cap_set_no_limit() -> None:
    assert limits_of(CreditTerms(), monthly=Fraction(1), currency="EUR", rounding="half_up") == EUROS


def test_a_cap_used_up_leaves_nothing() -> None:
    used = limits_of(
        terms("10", Unit.YEAR),
        monthly=Fraction(100),
        currency="EUR",
        rounding="down",
        given_before={Unit.QUARTER: Fraction(999), Unit.YEAR: Fraction(999)},
    )
    assert used.annual_left == 0
    assert credit_of_period([line("a", "90")], used).credit.amount == 0


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (
            evolve(EUROS, same_incident="lowest"),
            "The rule for one incident is 'lowest'. It is one of: highest_only, cumulative, customer_choice.",
        ),
        (evolve(EUROS, period_cap=Fraction(-1)), "The cap of the period is -1. It is 0 or more."),
        (evolve(EUROS, annual_left=Fraction(-1)), "What is left of the annual cap is -1. It is 0 or more."),
        (
            evolve(EUROS, minimum=Minimum("drop", Fraction(1))),
            "The rule for small credits is 'drop'. It is one of: only_if_greater, raise_to.",
        ),
    ],
)
def test_an_unknown_rule_or_a_limit_below_zero_is_refused(limits: Limits, message: str) -> None:
    with pytest.raises(Impossible) as refused:
        credit_of_period([line("a", "99.5")], limits)
    assert str(refused.value) == message


def test_a_fee_or_multiplier_below_zero_names_its_metric() -> None:
    with pytest.raises(Impossible, match=r"The fee of a is -5\."):
        credit_of_line(line("a", "99", "-5"))
    with pytest.raises(Impossible, match=r"The multiplier of a is -2\."):
        credit_of_line(line("a", "99", multiplier=Fraction(-2)))


def test_an_invoice_below_zero_and_an_unknown_end_are_refused() -> None:
    with pytest.raises(Impossible, match=r"An invoice is -1\."):
        settle(Fraction(5), [Fraction(-1)])
    with pytest.raises(Impossible, match=r"'keep'\. It is one of: pay, lapse\."):
        settle(Fraction(5), [], "keep")
