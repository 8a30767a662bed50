from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from sla_drafter.attainment.attained import Made
from sla_drafter.attainment.not_judged import Why
from sla_drafter.attainment.statement import Statement
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import NEVER
from sla_drafter.model.measured import Disaster, Observation, Outage, Span, Ticket, WorkloadReading
from sla_drafter.model.record import Measurements
from tests.attainment.months import HERE, agreed, at, down, metric, month, record

LIMIT = "workload: {limit: 4000 connections, tolerance: 10%, above: best effort}"
MINUTES = 31 * 1440 - 60


def limited(above: str) -> Agreement:
    return agreed((LIMIT, f"workload: {{limit: 4000 connections, tolerance: 10%{above}}}"))


def with_disaster(suspended: str = "query_time") -> Agreement:
    """The agreement in which a disaster suspends a level."""
    continuity = "rto: 4 hours, rpo: 1 hour, backup_every: 1 hour, test_every: 6 months"
    said = f"continuity: {{database: {{{continuity}, suspended: [{suspended}]}}}}"
    return agreed(("severity_clock:", f"{said}\nseverity_clock:"))


def reading(start: int, end: int, amount: int) -> WorkloadReading:
    return WorkloadReading(Span(start, end), "database", Fraction(amount), HERE)


LOW = reading(at(1, 0), at(31, 0), 1)


def share(start: int, within: int) -> Observation:
    return Observation("query_time", Span(start, start + 3_600_000_000), HERE, within, 100)


def measured(
    outages: Sequence[Outage] = (),
    values: Sequence[Observation] = (),
    readings: Sequence[WorkloadReading] = (),
    disasters: Sequence[Disaster] = (),
    tickets: Sequence[Ticket] = (),
    kinds: Sequence[str] = ("outages", "maintenance", "observations", "workload", "disasters", "tickets"),
) -> Measurements:
    return Measurements(
        tuple(outages),
        tickets=tuple(tickets),
        observations=tuple(values),
        workload=tuple(readings),
        disasters=tuple(disasters),
        records=tuple(map(record, kinds)),
    )


def whys(statement: Statement) -> list[Why]:
    return [one.why for one in statement.not_judged]


def test_above_the_limit_and_its_tolerance_no_level_holds_while_it_lasts() -> None:
    outages = [down(at(3, 10), at(3, 12)), down(at(5, 10), at(5, 11))]
    rows = measured(outages, readings=[reading(at(3, 9), at(3, 11), 4401), reading(at(5, 9), at(5, 12), 4400)])
    found = metric(month(limited(", above: best effort"), rows), "availability")
    assert found.value == 1 - Fraction(120, MINUTES - 120)
    assert [(each.reason, each.length // 60_000_000) for each in found.found.excused] == [
        ("services.database.workload.above", 120)
    ]
    assert [proof.kind for proof in found.found.evidence].count("workload") == 1


def test_counts_and_cases_of_a_time_above_the_limit_are_left_out_with_the_reason() -> None:
    late = Ticket("T-1", "1", at(3, 9, 30), HERE)
    rows = measured(
        values=[share(at(3, 9), 0), share(at(4, 9), 96)],
        readings=[reading(at(3, 9), at(3, 11), 9000)],
        tickets=[late],
    )
    statement = month(limited(", above: renegotiate"), rows)
    query = metric(statement, "query_time")
    assert (query.value, query.met) == (Fraction(96, 100), True)
    dropped = [proof for proof in query.found.evidence if proof.made is Made.EXCUSED]
    assert [(proof.kind, proof.reason) for proof in dropped] == [("observation", "services.database.workload.above")]
    case = metric(statement, "severities.1")
    assert case.value is None
    assert [(proof.kind, proof.about, proof.made) for proof in case.found.evidence] == [("case", "T-1", Made.EXCUSED)]
    assert not statement.not_judged


def test_a_rule_that_keeps_a_part_is_said_and_not_judged() -> None:
    outages = [down(at(3, 10), at(3, 12))]
    rows = measured(outages, readings=[reading(at(3, 9), at(3, 13), 9000)])
    for above, why in (
        (", above: levels for the part up to the limit", Why.PART_UP_TO_LIMIT),
        (", above: price step", Why.PRICE_STEP),
        ("", Why.RULE_MISSING),
    ):
        statement = month(limited(above), rows)
        assert metric(statement, "availability").value == 1 - Fraction(120, MINUTES)
        assert whys(statement) == [why]


@pytest.mark.parametrize("kinds", [("outages",), ("outages", "workload")])
def test_a_limit_whose_workload_nobody_measured_is_said(kinds: Sequence[str]) -> None:
    assert whys(month(agreed(), measured(kinds=kinds))) == [Why.WORKLOAD_NOT_MEASURED]


def test_a_disaster_suspends_the_levels_that_are_named_until_the_service_is_restored() -> None:
    values = [share(at(3, 9), 0), share(at(3, 12), 50), share(at(4, 9), 97)]
    disaster = Disaster(Span(at(3, 8), at(3, 12)), "database", HERE)
    statement = month(with_disaster(), measured([down(at(3, 9), at(3, 10))], values, [LOW], [disaster]))
    assert metric(statement, "query_time").value == Fraction(147, 200)
    assert metric(statement, "availability").value == 1 - Fraction(60, MINUTES)
    assert not statement.not_judged


def test_a_disaster_that_is_not_over_leaves_nothing_to_judge_and_no_rule_for_missing_data() -> None:
    disaster = Disaster(Span(at(1, 0), NEVER), "database", HERE)
    statement = month(with_disaster("availability"), measured([down(at(3, 9), at(3, 10))], (), [LOW], [disaster]))
    found = metric(statement, "availability")
    assert (found.value, found.met, found.credited) == (None, None, False)


def test_a_suspension_of_an_hour_does_not_turn_missing_data_into_no_result() -> None:
    disaster = Disaster(Span(at(3, 8), at(3, 9)), "database", HERE)
    rows = measured(disasters=[disaster], kinds=("disasters",))
    found = metric(month(with_disaster("availability"), rows), "availability")
    assert (found.by_rule, found.met) == ("down", False)


def test_without_a_file_of_disasters_the_statement_says_so() -> None:
    rows = measured(values=[share(at(3, 9), 96)], readings=[LOW], kinds=("outages", "observations", "workload"))
    assert whys(month(with_disaster(), rows)) == [Why.DISASTERS_NOT_RECORDED]


def test_a_trigger_without_its_figures_is_said() -> None:
    terms = agreed(("misses: 3, of: availability, within: 6 months", "misses: 3, of: availability"))
    assert whys(month(terms, measured(readings=[LOW]))) == [Why.TRIGGER_INCOMPLETE]


def test_a_time_for_a_fix_is_said_not_to_be_judged() -> None:
    fixed = agreed(("restore: 12 hours,", "restore: 12 hours, fix: 20 business days,"))
    found = month(fixed, measured()).not_judged
    assert [(one.path, one.clause) for one in found if one.why is Why.FIX_NOT_MEASURED] == [
        ("severities.2.fix", "resolution_times")
    ]
