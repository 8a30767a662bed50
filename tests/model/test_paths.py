from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from attrs import evolve

from sla_drafter.model.agreement import Agreement, ClauseUse, Parameter
from sla_drafter.model.facts import ABOUT
from sla_drafter.model.paths import declared, facts_of, is_object, referent, uses_of, value_at
from sla_drafter.model.remedies import Band, Credits, Ladder
from sla_drafter.model.scalars import Choice, Percent, Prose
from tests.model.everything import TURNS, everything

FULL = everything()
ONE_OF_SEVERAL = {
    *("Band.credit", "Band.days", "Band.points", "Ladder.on", "ClauseUse.replace", "ClauseUse.facts"),
    "Severity.allowed_misses",
    *(f"StepCredit.{name}" for name in ("block", "step", "grace", "credit", "days", "cap", "cap_days")),
    *(f"Trigger.{name}" for name in ("misses", "floor", "average", "credits_at_cap", "outages", "of", "counting")),
    *(f"Trigger.{name}" for name in ("within", "in_a_row", "longer_than", "mean")),
}
"""Fields of which a thing has one or another: a band gives a percentage, days or points; a trigger is one event;
a severity forgives late cases for itself or as the clock of all says."""


@pytest.mark.parametrize("turn", range(TURNS))
def test_the_path_of_every_fact_leads_back_to_its_value(turn: int) -> None:
    agreement = everything(turn)
    assert not [fact.path for fact in facts_of(agreement) if value_at(agreement, fact.path) != fact.value]


def test_no_two_facts_have_the_same_path() -> None:
    assert not [path for path, times in Counter(fact.path for fact in facts_of(FULL)).items() if times > 1]


def test_an_agreement_of_everything_has_every_field_of_the_model() -> None:
    absent = [
        f"{type(owner).__name__}.{attribute.name}"
        for owner in walk(FULL)
        for attribute in declared(type(owner))
        if getattr(owner, attribute.name) in (None, ())
    ]
    absent = [field for field in absent if field not in ONE_OF_SEVERAL]
    assert absent == ["Package.on_top_of"], "the first package rests on no other; anything else is forgotten"


def test_a_field_that_excludes_another_is_present_in_some_thing_of_its_class() -> None:
    present = {
        f"{type(owner).__name__}.{attribute.name}"
        for owner in walk(FULL)
        for attribute in declared(type(owner))
        if getattr(owner, attribute.name) not in (None, ())
    }
    assert present >= ONE_OF_SEVERAL


def walk(owner: object) -> list[object]:
    """Every object of an agreement."""
    found = [owner]
    for attribute in declared(type(owner)):
        value = getattr(owner, attribute.name)
        for item in value if isinstance(value, tuple) else (value,):
            if is_object(item):
                found += walk(item)
    return found


@pytest.mark.parametrize(
    "path",
    [
        "metrics.availability.target",
        "severities.1.response",
        "services.database.modes.peak",
        "services.database.dependencies.hosting.excused",
        "services.database.turnaround[2].within",
        "credits.ladders.availability.99.0%.credit",
        "credits.ladders.availability.99.9%.from",
        "credits.ladders.availability.quantum",
        "credits.terms.cap",
        "responsibilities.customer[2].duty",
        "escalation[1].after",
        "acceptance.provider",
        "master_agreement.settles.governing_law",
        "clauses.credit_claims.answer_within",
        "clauses.credit_claims.include",
        "private.left_out.meetings",
        "private.waivers[1].rule",
        "private.upstream.hosting.availability",
        "private.history.availability.met",
    ],
)
def test_a_path_is_dotted_ids_with_brackets_where_there_is_no_id(path: str) -> None:
    assert path in {fact.path for fact in facts_of(FULL)}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("metrics.availability", "Metric"),
        ("metrics", "tuple"),
        ("term", "Term"),
        ("credits.ladders.availability.99.0%", "Band"),
    ],
)
def test_a_path_may_lead_to_a_thing_or_to_a_collection(path: str, kind: str) -> None:
    assert type(value_at(FULL, path)).__name__ == kind


def test_the_path_of_an_inherited_fact_leads_to_the_effective_fact() -> None:
    assert value_at(FULL, "parent.metrics.availability.target") == value_at(FULL, "metrics.availability.target")


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "metrics.uptime.target",
        "metrics.availability.colour",
        "metrics.availability.target.value",
        "escalation[9].after",
        "escalation[0].after",
        "credits.ladders.availability.9%.credit",
        "severities.11.response",
        "metricsavailability",
    ],
)
def test_a_path_that_leads_nowhere_gives_nothing(path: str) -> None:
    assert value_at(FULL, path) is None


def test_a_path_through_an_absent_thing_gives_nothing() -> None:
    assert value_at(Agreement(), "credits.ladders.availability.99.0%.credit") is None


def test_bands_whose_borders_begin_alike_are_told_apart() -> None:
    def band(border: str, credit: str) -> Band:
        return Band(f"{border}%", to=Percent(Decimal(border)), credit=Percent(Decimal(credit)))

    bands = (band("99.99", "1"), band("99.9", "2"), band("99", "3"), band("9", "4"))
    agreement = Agreement(credits=Credits(ladders=(Ladder("availability", bands),)))
    found = [value_at(agreement, f"credits.ladders.availability.{one.id}.credit") for one in bands]
    assert found == [one.credit for one in bands]


def test_a_fact_that_is_a_list_of_texts_is_one_fact() -> None:
    texts = (Prose((("", "one"),)), Prose((("", "two"),)))
    agreement = evolve(FULL, clauses=(ClauseUse("meetings", facts=(Parameter("topics", texts),)),))
    assert value_at(agreement, "clauses.meetings.topics") == texts


def test_an_empty_agreement_states_nothing_but_its_language() -> None:
    assert [fact.path for fact in facts_of(Agreement())] == ["language"]


def test_every_fact_says_what_it_is_about_in_a_sentence() -> None:
    assert all(fact.about.endswith((".", "'", "?")) or ":" in fact.about for fact in facts_of(FULL))
    assert all(fact.attribute.metadata[ABOUT] == fact.about for fact in facts_of(FULL))


def test_a_reference_names_a_thing_or_nothing() -> None:
    buyer = referent(FULL, "roles", "buyer")
    assert buyer is not None
    assert buyer.id == "buyer"
    assert referent(FULL, "roles", "nobody") is None


def test_what_is_said_about_a_clause_is_found_by_its_id() -> None:
    agreement = evolve(FULL, clauses=(ClauseUse("meetings", position=Choice("position", "customer")),))
    assert uses_of(agreement)["meetings"].position == Choice("position", "customer")
    assert "audits" not in uses_of(agreement)
