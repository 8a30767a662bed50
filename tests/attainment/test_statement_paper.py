from __future__ import annotations

import pytest
from attrs import evolve

from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.to_document import to_document
from sla_drafter.document.nodes import Chart, Document, Figure, Section, Table
from sla_drafter.document.printed import passages
from sla_drafter.document.walk import words_of
from sla_drafter.model.record import Measurements, Unread
from tests.attainment.months import agreed, at, down, month, of_outages

AGREED = agreed()
MISSED = of_outages([down(at(3, 10), at(3, 12))])
CLAUSES = {"credit_application": "clause 7.3 Applying credits"}


def paper(statement: Statement) -> Document:
    return to_document(statement, CLAUSES)


def words(statement: Statement) -> str:
    return " ".join(passage.words for passage in passages(paper(statement)))


def figures(statement: Statement) -> list[Figure]:
    sections = [block for story in paper(statement).stories for block in story.blocks if isinstance(block, Section)]
    return [block for section in sections for block in section.blocks if isinstance(block, Figure)]


def test_a_statement_says_that_it_is_neither_an_invoice_nor_a_tax_document() -> None:
    for measured in (MISSED, of_outages([]), Measurements()):
        assert "This statement is neither an invoice nor a tax document." in words(month(AGREED, measured))


def test_credits_that_are_due_are_said_with_the_clause_that_deducts_them() -> None:
    said = words(month(AGREED, MISSED))
    assert "Service Credits of GBP 1,200.00 are due for March 2027." in said
    assert "as clause 7.3 Applying credits provides" in said
    assert "They are given without a claim." in said


def test_a_claim_has_its_last_day() -> None:
    claimed = agreed(("mode: automatic", "mode: claim, claim_within: 30 days"))
    assert "The last day to claim them is 7 May 2027." in words(month(claimed, MISSED))


def test_no_credit_and_no_agreed_credits_are_different_words() -> None:
    assert "No Service Credit is due for March 2027." in words(month(AGREED, of_outages([])))
    internal = month(evolve(AGREED, credits=None), MISSED)
    assert "The agreement gives no Service Credits" in words(internal)
    assert "Computation" not in words(internal)


def test_the_right_to_end_is_said_with_its_last_day() -> None:
    outages = of_outages([down(at(3, 10, month=one), at(3, 12, month=one)) for one in (1, 2, 3)])
    said = words(month(AGREED, outages))
    assert "Chronic failure gives the Customer the right to end" in said
    assert "Misses: Availability 3 6 months 3 (January 2027, February 2027 and March 2027) reached" in said
    assert "The last day to use that right is 6 June 2027." in said


def test_without_rows_the_paper_says_so() -> None:
    said = words(month(AGREED, Measurements()))
    assert "No row of the measurements is about this period." in said
    assert "Nothing was measured, which counts as down." in said


def test_very_many_rows_are_counted_and_the_first_are_listed() -> None:
    many = [down(at(3, 0) + minute * 60_000_000, at(3, 0) + minute * 60_000_000 + 1_000_000) for minute in range(700)]
    statement = month(AGREED, of_outages(many))
    tables = [
        block
        for section in paper(statement).stories[0].blocks
        if isinstance(section, Section)
        for block in section.blocks
    ]
    last = next(block for block in reversed(tables) if isinstance(block, Table))
    assert len(last.rows) == 500
    assert "200 further rows stand in the JSON" in words(statement)
    assert "counted 700" in words(statement)


def test_the_days_of_a_month_are_a_chart_against_the_target() -> None:
    chart = next(one for one in figures(month(AGREED, MISSED)) if isinstance(one.content, Chart) and one.content.target)
    assert isinstance(chart.content, Chart)
    assert len(chart.content.values) == 31
    assert (chart.content.values[2], chart.content.target) == ("91.666", "99.9")
    assert (
        words_of(chart.caption)
        == "Availability day by day: lowest on 3 March 2027 with 91.666%, 1 day below the target"
    )
    assert chart.alternative.endswith("The target is at least 99.9%.")


def test_months_before_make_a_trend() -> None:
    outages = of_outages([down(at(3, 10, month=2), at(3, 12, month=2)), down(at(3, 10), at(3, 12))])
    captions = [words_of(one.caption) for one in figures(month(AGREED, outages))]
    assert "Availability month by month: 2027-02 99.702%; 2027-03 99.73%" in captions
    assert not any("month by month" in words_of(one.caption) for one in figures(month(AGREED, MISSED)))


@pytest.mark.parametrize("measured", [MISSED, of_outages([]), Measurements()])
def test_the_same_statement_gives_the_same_paper(measured: Measurements) -> None:
    assert paper(month(AGREED, measured)) == paper(month(AGREED, measured))


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ((), "Misses: Availability 3 6 months 0 not reached"),
        ((3,), "Misses: Availability 3 6 months 1 (March 2027) not reached"),
        ((2, 3), "Misses: Availability 3 6 months 2 (February 2027 and March 2027) not reached"),
        ((1, 2, 3), "Misses: Availability 3 6 months 3 (January 2027, February 2027 and March 2027) reached"),
    ],
)
def test_how_often_a_target_was_missed_is_said_with_the_months(months: tuple[int, ...], said: str) -> None:
    found = words(month(AGREED, of_outages([down(at(3, 10, month=one), at(3, 12, month=one)) for one in months])))
    assert said in " ".join(found.split())
    assert ("No chronic failure gives the right to end" in found) is (len(months) < 3)


def test_a_statement_with_rows_that_could_not_be_used_is_open_on_every_page() -> None:
    first, *others = MISSED.records
    lost = evolve(MISSED, records=(evolve(first, rows=18, left_out=18), *others))
    statement = month(AGREED, evolve(lost, unread=(Unread("tickets.csv"),)))
    made = paper(statement)
    assert made.banner == "Not final: 18 rows and 1 file could not be used"
    said = words(statement)
    assert (
        "The Service Credits for March 2027 are open: 18 rows and 1 file of the measurements could not be used." in said
    )
    assert "due for March 2027" not in said
    assert "right to end" not in said
    assert statement.total is None
    assert paper(month(AGREED, MISSED)).banner == ""
