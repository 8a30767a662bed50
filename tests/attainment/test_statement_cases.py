from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve

from sla_drafter.attainment.trace import exact
from sla_drafter.attainment.windows import month_of
from sla_drafter.model.measured import Span, Ticket
from sla_drafter.model.record import Measurements
from sla_drafter.model.scalars import Duration, Unit
from tests.attainment.months import HERE, agreed, at, metric, month, record

AGREED = agreed()


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
