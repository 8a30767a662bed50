from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.defaults import RISK_SHIFTS, completed, effective
from sla_drafter.document.walk import document_lines, words_of
from sla_drafter.model.agreement import Agreement, ClauseUse, OpenPoint
from sla_drafter.model.credit_rules import StepCredit
from sla_drafter.model.governance import Reports, Term
from sla_drafter.model.library import Default, Library
from sla_drafter.model.paths import value_at
from sla_drafter.model.remedies import Credits
from sla_drafter.model.scalars import Choice, Duration, Unit
from sla_drafter.readers.agreement_file.one_fact import shape_at
from tests.assembly.fillings import PARAMETERS, clause, library
from tests.assembly.sample import agreement

FIVE, TEN = (Duration(Decimal(days), Unit.BUSINESS_DAY) for days in (5, 10))
DUE = Default(
    path="reports.due",
    words={"balanced": "10 business days", "customer": "5 business days"},
    values={"balanced": TEN, "customer": FIVE},
)
TEXT = "The report comes within {{ reports.due | duration }}."


def known(*defaults: Default, **more: Any) -> Library:
    return library(clause("reporting", TEXT, defaults=defaults, **more))


def facts(**more: Any) -> Agreement:
    return evolve(agreement(), reports=None, clauses=(), **more)


def words(draft: Any) -> str:
    return " ".join(words_of(line) for line in document_lines(draft.document))


def test_text_and_agreement_of_a_draft_have_the_default() -> None:
    draft = assemble(facts(), known(DUE))
    assert "The report comes within 10 business days." in words(draft).replace("\u00a0", " ")
    assert value_at(draft.agreement, "reports.due") == TEN
    assert [(one.path, one.words, one.position, one.clause) for one in draft.defaults] == [
        ("reports.due", "10 business days", "balanced", "reporting")
    ]


@pytest.mark.parametrize(
    ("whole", "own", "days"),
    [(None, None, TEN), ("customer", None, FIVE), ("balanced", "customer", FIVE), ("provider", None, TEN)],
)
def test_the_position_is_that_of_the_clause_else_of_the_agreement_else_balanced(
    whole: str | None, own: str | None, days: Duration
) -> None:
    position = Choice("position", whole) if whole else None
    uses = (ClauseUse("reporting", position=Choice("position", own)),) if own else ()
    stated = evolve(facts(position=position), clauses=uses)
    assert value_at(effective(stated, known(DUE)), "reports.due") == days


def test_what_is_stated_stays() -> None:
    stated = evolve(facts(), reports=Reports(due=FIVE))
    assert assemble(stated, known(DUE)).agreement == stated
    assert assemble(stated, known(DUE)).defaults == ()


def test_a_clause_that_is_not_chosen_supplies_nothing() -> None:
    assert effective(facts(), known(DUE, standing="optional")).reports is None


@pytest.mark.parametrize("path", ["reports.due", "reports"])
def test_a_fact_that_is_marked_open_stays_open(path: str) -> None:
    stated = evolve(facts(), open_points=(OpenPoint(path, "TBC"),))
    assert effective(stated, known(DUE)).reports is None


def test_a_fact_that_was_taken_away_on_purpose_stays_away() -> None:
    assert effective(evolve(facts(), removed=("reports.due",)), known(DUE)).reports is None


def test_a_condition_of_a_default_is_one_of_clauses() -> None:
    held = evolve(DUE, when="term.renewal is automatic")
    automatic = evolve(facts(), term=Term(renewal=Choice("renewal", "automatic")))
    none = evolve(facts(), term=Term(renewal=Choice("renewal", "none")))
    assert value_at(effective(automatic, known(held)), "reports.due") == TEN
    assert effective(none, known(held)).reports is None


def test_a_default_of_every_metric_reaches_those_that_are_silent() -> None:
    month = Duration(Decimal(1), Unit.MONTH)
    default = Default("services.*.name", {"balanced": "x"}, {"balanced": month})
    stated = facts()
    silent = evolve(stated, services=(evolve(stated.services[0], id="silent", name=None), *stated.services))
    found = effective(silent, known(default)).services
    assert [one.name for one in found] == [month, *(one.name for one in stated.services)]


def test_a_fact_of_the_clause_itself_has_a_default() -> None:
    default = Default("clauses.reporting.every", {"balanced": "10 business days"}, {"balanced": TEN})
    text = "It meets every {{ own.every | interval }}."
    draft = assemble(facts(), library(clause("reporting", text, parameters=PARAMETERS, defaults=(default,))))
    assert "It meets every 10 business days." in words(draft).replace("\u00a0", " ")


@pytest.mark.parametrize("path", RISK_SHIFTS)
def test_where_risk_shifts_a_default_is_offered_and_not_supplied(path: str) -> None:
    shape_at(path, {})
    stated = Agreement(
        metrics=tuple(evolve(one, no_data=None) for one in agreement().metrics),
        credits=Credits(steps=(StepCredit("availability"),)),
    )
    found = completed(stated, known(Default(path, {"balanced": "x"}, {"balanced": "x"})), ["reporting"])
    assert found.agreement == stated
    assert found.used == ()
    assert [one.words for one in found.offered] == ["x"] * (len(stated.metrics) if path.startswith("metrics.*") else 1)
