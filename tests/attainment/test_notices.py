"""An exclusion that asks for notice excuses only what was notified in time."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from sla_drafter.attainment.attained import Made
from sla_drafter.attainment.instants import HOUR, MINUTE
from sla_drafter.attainment.not_judged import Why
from sla_drafter.attainment.to_document import to_document
from sla_drafter.document.printed import passages
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.columns import NOT_SAID
from sla_drafter.model.measured import Outage
from sla_drafter.readers.measurements import read_measurements
from tests.attainment.months import agreed, at, down, metric, month, of_outages

IN_HOURS = agreed(("Customer, notice: 2 business days", "Customer, notice: 4 hours"))
IN_BUSINESS_DAYS = agreed()
START = at(4, 10)  # a Thursday
LONG = 90 * MINUTE


def outage(noticed: int | None, incident: str = "") -> Outage:
    return evolve(down(START, START + LONG, "customer_cause", incident), noticed_at=noticed)


@pytest.mark.parametrize(
    ("deal", "noticed", "excused", "reason"),
    [
        (IN_HOURS, START + 4 * HOUR, LONG, "exclusions.customer_cause"),
        (IN_HOURS, START + 4 * HOUR + 1, 0, "late_notice"),
        (IN_HOURS, None, 0, "no_notice"),
        (IN_HOURS, NOT_SAID, LONG, "exclusions.customer_cause"),
        (IN_BUSINESS_DAYS, at(8, 16), LONG, "exclusions.customer_cause"),
        (IN_BUSINESS_DAYS, at(9, 9), 0, "late_notice"),
        (agreed((", notice: 2 business days}\ncredits", "}\ncredits")), None, LONG, "exclusions.customer_cause"),
    ],
)
def test_time_is_excused_only_with_notice_in_time(
    deal: Agreement, noticed: int | None, excused: int, reason: str
) -> None:
    found = metric(month(deal, of_outages([outage(noticed, "INC-1")])), "availability").found
    (proof,) = found.evidence
    assert sum(one.length for one in found.excused) == excused
    assert found.down == LONG - excused
    assert (proof.made, proof.reason) == (Made.EXCUSED if excused else Made.COUNTED, reason)
    assert found.incidents == (frozenset() if excused else {"INC-1"})


RELIEF = agreed(("relief: {notice: 2 business days", "relief: {notice: 4 hours"))
WAIVING = agreed(
    ("relief: {notice: 2 business days, unnotified: no relief", "relief: {notice: 4 hours, unnotified: relief")
)


@pytest.mark.parametrize(
    ("deal", "noticed", "excused", "reason"),
    [
        (RELIEF, START + 4 * HOUR, LONG, "responsibilities.relief"),
        (RELIEF, START + 4 * HOUR + 1, 0, "late_notice"),
        (RELIEF, None, 0, "no_notice"),
        (RELIEF, NOT_SAID, LONG, "responsibilities.relief"),
        (WAIVING, None, LONG, "responsibilities.relief"),
    ],
)
def test_relief_is_due_only_with_notice_in_time_unless_it_is_due_without(
    deal: Agreement, noticed: int | None, excused: int, reason: str
) -> None:
    caused = evolve(outage(noticed), cause="customer")
    found = metric(month(deal, of_outages([caused])), "availability").found
    (proof,) = found.evidence
    assert found.down == LONG - excused
    assert (proof.made, proof.reason) == (Made.EXCUSED if excused else Made.COUNTED, reason)


def test_each_outage_of_one_cause_is_judged_for_itself() -> None:
    later = evolve(down(START + 5 * HOUR, START + 6 * HOUR, "customer_cause", "INC-2"), noticed_at=START + 20 * HOUR)
    found = metric(month(IN_HOURS, of_outages([outage(START, "INC-1"), later])), "availability").found
    assert found.down == HOUR
    assert found.incidents == {"INC-2"}
    assert [proof.made for proof in found.evidence] == [Made.EXCUSED, Made.COUNTED]


def test_the_statement_says_why_time_was_not_excused() -> None:
    for noticed, words in ((None, "counted: no notice given"), (START + 9 * HOUR, "counted: notice given too late")):
        paper = to_document(month(IN_HOURS, of_outages([outage(noticed)])), {})
        said = " ".join(" ".join(one.words.split()) for one in passages(paper))
        assert words in said.replace(" because ", ": ").replace(", ", ": "), said[-800:]


def test_a_file_with_the_column_says_who_gave_notice(tmp_path: Path) -> None:
    file = tmp_path / "outages.csv"
    file.write_text(
        "start,end,service,cause,notice_given\n"
        "2027-03-04T10:00:00Z,2027-03-04T11:30:00Z,database,customer_cause,2027-03-04T12:00:00Z\n"
        "2027-03-05T10:00:00Z,2027-03-05T11:30:00Z,database,customer_cause,\n",
        encoding="utf-8",
    )
    rows = read_measurements([file], IN_HOURS).measurements
    assert [one.noticed_at for one in rows.outages] == [at(4, 12), None]
    assert metric(month(IN_HOURS, rows), "availability").found.down == LONG
    file.write_text(file.read_text(encoding="utf-8").replace(",notice_given", ",other"), encoding="utf-8")
    silent = read_measurements([file], IN_HOURS).measurements
    assert [one.noticed_at for one in silent.outages] == [NOT_SAID, NOT_SAID]


def test_a_file_that_says_nothing_of_notices_is_told_as_not_judged() -> None:
    told, judged = (month(IN_HOURS, of_outages([outage(noticed)])).not_judged for noticed in (NOT_SAID, START + HOUR))
    unsaid = [(one.path, one.clause) for one in told if one.why is Why.NOTICES_NOT_RECORDED]
    assert unsaid == [("exclusions.customer_cause.notice", "exclusions")]
    assert all(one.why is not Why.NOTICES_NOT_RECORDED for one in judged)
