"""The texts of the provider's and of the customer's position, and the figures that go with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sla_drafter import Builder
from sla_drafter.assembly.defaults import RISK_SHIFTS
from sla_drafter.cli.new import starters
from sla_drafter.document.index import values_of
from sla_drafter.findings import Severity
from sla_drafter.model.library import Clause, ClauseText
from tests.library.texts import LIBRARY

SIDES = ("provider", "customer")
SLOT = re.compile(r"\{\{\s*\(?([A-Za-z_][\w.]*)")
QUESTION = re.compile(r"\{%.*?%\}")
WITH_TEXTS = [clause for clause in LIBRARY.clauses.values() if {text.position for text in clause.texts} - {"balanced"}]
WITH_DEFAULTS = [clause for clause in LIBRARY.clauses.values() if clause.defaults]


def texts_of(clause: Clause) -> dict[str, ClauseText]:
    return {text.position: text for text in clause.texts if text.language == "en"}


@pytest.mark.parametrize("clause", WITH_TEXTS, ids=lambda clause: clause.id)
def test_every_position_prints_the_facts_that_the_balanced_text_prints(clause: Clause) -> None:
    texts = texts_of(clause)
    facts = {position: set(SLOT.findall(text.source)) for position, text in texts.items()}
    assert all(found == facts["balanced"] for found in facts.values()), facts


@pytest.mark.parametrize("clause", WITH_TEXTS, ids=lambda clause: clause.id)
def test_every_position_asks_what_the_balanced_text_asks(clause: Clause) -> None:
    asked = {position: set(QUESTION.findall(text.source)) for position, text in texts_of(clause).items()}
    assert not {position: asked["balanced"] - found for position, found in asked.items() if asked["balanced"] - found}


@pytest.mark.parametrize("clause", WITH_TEXTS, ids=lambda clause: clause.id)
def test_no_two_positions_say_the_same(clause: Clause) -> None:
    sources = [text.source for text in texts_of(clause).values()]
    assert len(sources) == len(set(sources))


@pytest.mark.parametrize("position", SIDES)
@pytest.mark.parametrize("name", starters())
def test_every_starter_drafts_in_every_position(name: str, position: str) -> None:
    draft = Builder.from_text(starters()[name]).set({"position": position}).draft()
    # A side asks for more words than the middle; how many are too many is a warning that somebody may accept.
    wrong = [str(one) for one in draft.findings if one.severity is not Severity.INFO and one.rule != "STR-01"]
    assert not wrong
    assert {one.position for one in draft.clauses} == {"balanced", position}


@pytest.mark.parametrize("position", ["provider", "balanced", "customer"])
@pytest.mark.parametrize("clause", WITH_DEFAULTS, ids=lambda clause: clause.id)
def test_a_default_that_is_supplied_is_printed_or_computed(clause: Clause, position: str) -> None:
    text = clause.text("en", position)
    assert text is not None
    source = "\n".join(each.source for one in LIBRARY.clauses.values() for each in one.texts if each.language == "en")
    for default in clause.defaults:
        if default.path not in RISK_SHIFTS:
            key = default.path.rpartition(".")[2]
            assert re.search(rf"\b{key}\b", source), default.path


def test_a_silent_agreement_has_the_figures_of_its_position() -> None:
    silent = Builder.from_text(starters()["managed_database"]).set({"reports.due": None, "termination.cure": None})
    printed = {}
    for position in ("provider", "balanced", "customer"):
        draft = silent.set({"position": position}).draft(layout=False)
        words = {value.field: value.words.replace("\u00a0", " ") for _, value in values_of(draft.document)}
        printed[position] = (words["reports.due"], words["termination.cure"])
    assert printed == {
        "provider": ("15 business days", "60 days"),
        "balanced": ("10 business days", "30 days"),
        "customer": ("5 business days", "30 days"),
    }


@pytest.mark.parametrize(
    ("path", "offered"),
    [
        ("credits.terms.at_end", "at_end: pay"),
        ("credits.terms.claim_within", "claim_within: 60 days"),
        ("credits.terms.same_incident", "same_incident: highest only"),
        ("credits.fee_base.fees", "fees: affected service"),
        ("responsibilities.relief.notice", "notice: 2 business days"),
    ],
)
def test_a_part_of_the_claim_and_cap_rules_is_refused_until_somebody_writes_it(path: str, offered: str) -> None:
    stated = Builder.from_text(starters()["managed_database"]).set({"credits.terms.mode": "claim"})
    findings = stated.set({path: None}).draft(layout=False).findings
    (wrong,) = [one for one in findings if one.field == path]
    assert wrong.severity is Severity.ERROR
    assert wrong.mend is not None
    assert wrong.mend.words.startswith(offered)


CATALOGUE = yaml.safe_load((Path(__file__).parent / "positions.yaml").read_text("utf-8"))


@pytest.mark.parametrize("clause", [one for one, how in CATALOGUE.items() if how == "words"])
def test_the_sides_differ_in_words(clause: str) -> None:
    assert set(SIDES) & set(LIBRARY.clauses[clause].worded("en"))


@pytest.mark.parametrize("clause", [one for one, how in CATALOGUE.items() if how == "figures"])
def test_the_sides_differ_in_a_figure(clause: str) -> None:
    held = [default for default in LIBRARY.clauses[clause].defaults if set(SIDES) & set(default.values)]
    assert any(len({default.values.get(default.position(side) or "") for side in SIDES}) > 1 for default in held)


def test_a_clause_that_is_not_in_the_catalogue_of_positions_has_one_text() -> None:
    one_text = [clause for clause in LIBRARY.clauses.values() if clause.id not in CATALOGUE]
    assert [one.id for one in one_text if set(SIDES) & set(one.worded("en"))] == []
    assert all(how in ("words", "figures") or how.get("absent") for how in CATALOGUE.values())
