from __future__ import annotations

from fractions import Fraction

import pytest

from sla_drafter.attainment.limits import Limits
from sla_drafter.attainment.pipeline import Line, PeriodCredit, Step, credit_of_period, settled
from sla_drafter.attainment.shapes import Row, Tiers
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.trace import exact, steps_of
from sla_drafter.builder import Builder
from sla_drafter.document.index import index
from tests.attainment.months import FILE, MARCH, agreed, at, down, month, of_outages

AGREED = agreed()


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
