"""Where the customer picks one credit of an incident, a statement counts the highest and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_drafter.attainment.choice import choices
from sla_drafter.attainment.report import tree
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.to_document import to_document
from sla_drafter.builder.credits import Computed
from sla_drafter.cli.credits_text import report
from sla_drafter.document.printed import passages
from tests.attainment.months import TWO_SERVICES, agreed, at, down, month, of_outages

CHOICE = ("same_incident: highest only", "same_incident: customer choice")
BOTH = ("availability", "query_time")


def missed(*edits: tuple[str, str], incidents: tuple[str, str] = ("A", "A")) -> Statement:
    first, second = incidents
    rows = [down(at(3, 10), at(3, 12), incident=first), down(at(4, 0), at(7, 12), incident=second, service="web")]
    return month(agreed(*TWO_SERVICES, *edits), of_outages(rows))


def said(statement: Statement) -> tuple[str, str]:
    """The words of the paper and of the report."""
    paper = " ".join(one.words for one in passages(to_document(statement, {})))
    return paper, " ".join(report(Computed(statement, {})).split())


def test_the_highest_credit_counts_until_the_customer_has_chosen() -> None:
    statement = missed(CHOICE)
    assert choices(statement) == (BOTH,)
    assert statement.total == missed().total
    assert tree(statement, {})["customer_may_choose"] == [list(BOTH)]
    paper, text = said(statement)
    assert (
        "The Customer may choose which of their Service Credits counts. Until it does, the highest one counts." in paper
    )
    assert "One incident missed several Service Levels: Availability and " in paper
    assert "One incident missed availability and query_time: the customer may choose" in text
    assert "Until it does, the highest one counts." in text


@pytest.mark.parametrize(
    "statement",
    [missed(), missed(CHOICE, incidents=("A", "B")), missed(CHOICE, incidents=("", ""))],
    ids=["highest only", "two incidents", "no incident"],
)
def test_nothing_is_said_where_there_is_no_choice(statement: Statement) -> None:
    assert choices(statement) == ()
    assert not any("may choose" in words for words in said(statement))


def test_the_page_about_statements_says_it() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "credit-statement.md").read_text(encoding="utf-8")
    assert "customer_may_choose" in page
