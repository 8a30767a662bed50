from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.select import BY_KIND, BY_NAME, SETTLED, clashes, holds, select, standing, stated_in
from sla_drafter.model.agreement import Agreement, ClauseUse, Parameter
from sla_drafter.model.library import Standing
from sla_drafter.model.parties import MasterAgreement, Settled
from sla_drafter.model.private import LeftOut, Private
from sla_drafter.model.scalars import Choice, Duration, Unit
from tests.assembly.fillings import clause, library
from tests.assembly.sample import agreement, prose

MEETINGS = clause("meetings", standing="optional", when=("meetings.every",))
LADDER = clause("ladder", standing="conditional", when=("credits.ladders",), requires=("application",))
APPLICATION = clause("application", standing="unused", requires=("rounding",))
ROUNDING = clause("rounding", standing="unused")
PARTIES = clause("parties")
LIBRARY = library(MEETINGS, LADDER, APPLICATION, ROUNDING, PARTIES)
NO_CREDITS = agreement(credits=None)


def test_a_required_clause_is_chosen_by_kind() -> None:
    assert select(NO_CREDITS, LIBRARY).chosen == {"parties": BY_KIND}


def test_a_conditional_clause_is_chosen_by_a_fact_and_brings_what_it_requires_and_what_that_requires() -> None:
    assert select(agreement(), LIBRARY).chosen == {
        "ladder": "credits.ladders is stated",
        "parties": BY_KIND,
        "application": "required by ladder",
        "rounding": "required by application",
    }


def test_an_optional_clause_is_chosen_when_the_agreement_names_it() -> None:
    named = agreement(credits=None, clauses=(ClauseUse("meetings", include=True),))
    assert select(named, LIBRARY).chosen["meetings"] == BY_NAME


def test_a_clause_is_named_by_a_fact_of_its_own() -> None:
    fact = Parameter("every", Duration(Decimal(1), Unit.MONTH))
    named = agreement(credits=None, clauses=(ClauseUse("rounding", facts=(fact,)),))
    assert select(named, LIBRARY).chosen["rounding"] == BY_NAME


def test_a_position_alone_does_not_name_a_clause() -> None:
    use = ClauseUse("meetings", position=Choice("position", "customer"))
    assert "meetings" not in select(agreement(clauses=(use,)), LIBRARY).chosen


def test_a_clause_that_is_left_out_is_kept_with_its_private_reason() -> None:
    left = agreement(
        clauses=(ClauseUse("parties", include=False),),
        private=Private(left_out=(LeftOut("parties", "in the order form"),)),
    )
    found = select(left, LIBRARY)
    assert "parties" not in found.chosen
    assert found.left_out == {"parties": "in the order form"}


def test_a_clause_that_would_not_have_been_chosen_is_not_left_out() -> None:
    left = agreement(credits=None, clauses=(ClauseUse("meetings", include=False),))
    assert select(left, LIBRARY).left_out == {}


def test_what_the_master_agreement_settles_is_not_repeated() -> None:
    master = MasterAgreement(settles=(Settled("parties", prose("clause 1")), Settled("application", prose("clause 2"))))
    found = select(agreement(master_agreement=master), LIBRARY)
    assert set(found.chosen) == {"ladder"}
    assert found.left_out == {"parties": SETTLED}


def test_what_the_library_does_not_have_is_not_left_out() -> None:
    master = MasterAgreement(settles=(Settled("taxes", prose("clause 9")),))
    assert select(agreement(master_agreement=master), LIBRARY).left_out == {}


@pytest.mark.parametrize(
    ("kinds", "strongest"),
    [
        (("internal",), Standing.CONDITIONAL),
        (("internal", "customer_based"), Standing.REQUIRED),
        (("support", "internal"), Standing.CONDITIONAL),
        (("support",), Standing.OPTIONAL),
        (("vendor",), Standing.UNUSED),
        ((), Standing.UNUSED),
    ],
)
def test_the_strongest_of_several_kinds_counts(kinds: tuple[str, ...], strongest: Standing) -> None:
    known = {
        "customer_based": Standing.REQUIRED,
        "internal": Standing.CONDITIONAL,
        "support": Standing.OPTIONAL,
    }
    facts = Agreement(kind=tuple(Choice("kind", one) for one in kinds))
    assert standing(facts, clause("scope", kinds=known)) is strongest


STATED = {
    "metrics.availability.formula": "time_availability",
    "metrics.query_time.formula": "share_within",
    "metrics.query_time.down_when": "",
    "credits.ladders.availability.99.9%.credit": "",
    "escalation[1].after": "",
    "severities.1.response": "",
    "term.effective": "",
}


@pytest.mark.parametrize(
    "condition",
    [
        "metrics",
        "metrics.*.formula",
        "metrics.*.formula is share_within",
        "metrics.availability.formula is time_availability",
        "metrics.*.down_when",
        "credits",
        "credits.ladders",
        "credits.ladders.*",
        "escalation",
        "escalation.*.after",
        "severities.*.response",
        "term.effective",
    ],
)
def test_a_condition_holds_where_something_stands_at_its_path(condition: str) -> None:
    assert holds(condition, stated_in(STATED))


@pytest.mark.parametrize(
    "condition",
    [
        "metric",
        "metrics.*.formula is request_availability",
        "metrics.availability.formula is share_within",
        "metrics.*.target",
        "metrics.availability.down_when",
        "credits.terms",
        "effective",
        "ter",
        "severities.*.restore",
        "",
    ],
)
def test_a_condition_does_not_hold_where_nothing_stands(condition: str) -> None:
    assert not holds(condition, stated_in(STATED))


def test_a_clause_chosen_by_a_fact_gives_way_to_one_that_excludes_it() -> None:
    shelf = library(LADDER, APPLICATION, ROUNDING, clause("gift", excludes=("ladder",)))
    found = select(agreement(), shelf)
    assert "ladder" not in found.chosen
    assert found.left_out["ladder"] == "excluded by gift"
    assert clashes(shelf, found) == ()


def test_two_required_clauses_that_exclude_each_other_clash_and_the_draft_says_so() -> None:
    shelf = library(PARTIES, clause("gift", excludes=("parties",)))
    found = select(NO_CREDITS, shelf)
    assert clashes(shelf, found) == (("gift", "parties"),)
    (fault,) = [one for one in assemble(NO_CREDITS, shelf).faults if one.rule == "CMP-39"]
    assert fault.mend is not None
    assert fault.mend.words == "clauses: {parties: no}"
