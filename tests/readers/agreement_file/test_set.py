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


@pytest.mark.parametrize(
    "value", ["[service_level_manager, duty_manager]", ["service_level_manager", "duty_manager"], " [a\n ]"]
)
def test_a_list_is_given_as_a_list_or_in_the_notation_of_the_file(value: object) -> None:
    technologies = BASE.set({"services.database.technologies": value}).agreement.services[0].technologies
    found = [one.words("en") for one in technologies]
    assert found == (["a"] if value == " [a\n ]" else ["service_level_manager", "duty_manager"])


def test_a_tuple_is_a_list_and_braces_give_a_thing_its_keys() -> None:
    after = BASE.set({"services.database.technologies": ("a, b", "[c"), "term": "{initial: 12 months}"}).agreement
    assert [one.words("en") for one in after.services[0].technologies] == ["a, b", "[c"]
    assert after.term is not None
    assert after.term.initial is not None
    assert after.term.effective is None


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("services.database.technologies", "[a, b", 'is a list: [first, second]. Found "[a, b".'),
        ("services.database.technologies", "[a] b", 'is a list: [first, second]. Found "[a] b".'),
        ("services.database.technologies", ["a", 1], "as it would stand in the file. Found 1 (int)."),
        ("services.database.fee", 12, "as it would stand in the file. Found 12 (int)."),
        ("severity_clock.allowed_misses", True, "as it would stand in the file. Found yes (bool)."),
        ("term", "{a: *x}", 'is keys with values in braces: {first: value, second: value}. Found "{a: *x}".'),
    ],
)
def test_what_is_neither_text_nor_a_list_of_texts_is_refused(path: str, value: object, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        BASE.set({path: value})
    (found,) = refused.value.findings
    assert (found.rule, found.field) == ("FILE-03", path)
    assert found.message.endswith(message)


def test_what_was_set_stands_in_no_file_and_the_rest_stands_where_the_file_has_it() -> None:
    title = BASE.place_of("title")
    fee = BASE.place_of("services.database.fee")
    after = BASE.set({"clauses.benchmarking.include": "no"}).set({"title": "Other", "term.initial": None})
    assert after.given_at("clauses.benchmarking.include") == "no"
    assert after.given_at("term.initial") == "nothing"
    assert (after.given_at("title"), after.place_of("title")) == ("Other", None)
    assert title is not None
    assert (after.given_at("services.database.fee"), after.place_of("services.database.fee")) == ("", fee)


def test_a_fact_of_a_mistyped_thing_is_refused_with_the_near_one_and_a_new_thing_is_set_as_a_whole() -> None:
    with pytest.raises(Unreadable) as refused:
        BASE.set({"metrics.availabilty.target": "at least 99.5%", "services.databse.fee": "GBP 1 per month"})
    mends = {one.field: one.mend.words.partition("   ")[0] for one in refused.value.findings if one.mend}
    assert mends["metrics.availabilty.target"] == "metrics.availability.target"
    assert mends["services.databse.fee"] == "services.database.fee"
    whole = "{name: Other availability, service: database}"
    after = BASE.set({"metrics.availability2": whole, "metrics.availability2.target": "at least 99%"}).agreement
    assert [metric.id for metric in after.metrics if metric.id.endswith("2")] == ["availability2"]
