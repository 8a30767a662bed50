from __future__ import annotations

from decimal import Decimal

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.model.scalars import Fee, Money, Prose, Unit
from sla_drafter.readers.agreement_file import loads
from tests.readers.agreement_file.sample import AGREEMENT, CLAUSES

BASE = loads(AGREEMENT, "agreement.yaml", CLAUSES)


def test_values_are_taken_as_written_in_the_file_and_the_base_stays_as_it_is() -> None:
    after = BASE.set(
        {"parties.customer.name": "Böse & Söhne, {GmbH}: #1", "services.database.fee": "EUR 9,500 per month"}
    )
    assert after.agreement.parties[1].name == Prose((("", "Böse & Söhne, {GmbH}: #1"),))
    assert after.agreement.services[0].fee == Fee(Money(Decimal(9500), "EUR"), Unit.MONTH)
    assert BASE.agreement.parties[1].name == Prose((("", "Halden Retail Ltd"),))


def test_all_wrong_values_are_said_at_once_without_a_place_in_the_file() -> None:
    with pytest.raises(Unreadable) as refused:
        BASE.set({"parties.customer.name": "a\u202eb", "services.database.fee": "EUR 12.000", "term.initial": ""})
    assert refused.value.headline == "agreement.yaml with the new values cannot be read: 3 mistakes"
    found = {finding.field: finding for finding in refused.value.findings}
    assert set(found) == {"parties.customer.name", "services.database.fee", "term.initial"}
    assert found["parties.customer.name"].message == "U+202E RIGHT-TO-LEFT OVERRIDE stands here. Delete it."
    assert found["services.database.fee"].quote == "EUR 12.000"
    assert not any(finding.places for finding in found.values())


@pytest.mark.parametrize(
    "words", ["x\nlaw: germany", "*a", "&a b", "!!python/object:x y", "{a: b}", "[a, b]", "- a", "x # y"]
)
def test_a_value_is_never_markup(words: str) -> None:
    after = BASE.set({"parties.customer.name": words}).agreement
    assert after.law == BASE.agreement.law
    name = after.parties[1].name
    assert name == Prose((("", words),)) or words == "[a, b]"
    assert name is not None or [point.words for point in after.open_points] == ["[a, b]"]


def test_tbc_opens_a_fact_and_none_takes_it_away() -> None:
    after = BASE.set({"services.database.fee": "TBC: ask Finance", "services.database.delivery": None}).agreement
    assert after.services[0].fee is None
    assert after.services[0].delivery is None
    assert [(point.path, point.note) for point in after.open_points] == [("services.database.fee", "ask Finance")]


def test_a_clause_gets_facts_of_its_own() -> None:
    after = BASE.set({"clauses.benchmarking.include": "yes", "clauses.benchmarking.every": "12 months"}).agreement
    (use,) = after.clauses
    assert (use.id, use.include, use.facts[0].id) == ("benchmarking", True, "every")


def test_an_unknown_path_names_the_near_one() -> None:
    with pytest.raises(Unreadable) as refused:
        BASE.set({"services.databse.fee": "EUR 1 per month", "parties.customer.nam": "x"})
    assert "parties.customer has no key nam. Did you mean name?" in str(refused.value)
