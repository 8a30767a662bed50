"""What a party of a starter leaves open once it has another name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from sla_drafter import Builder
from sla_drafter.builder.begin import begin
from sla_drafter.cli.new import starters
from sla_drafter.document.index import index
from sla_drafter.readers.agreement_file import Loaded, languages_of
from sla_drafter.readers.answers import Answers
from sla_drafter.readers.clauses import load_library

BOTH = {"provider": "Tern Hosting Ltd", "customer": "Orle & Sons GmbH"}
COMPANIES = ("billing_system", "customer_support_desk", "internet_access", "managed_database", "outsourced_operations")


@cache
def _starters() -> Mapping[str, str]:
    return starters()


def _begun(starter: str, provider: str = "", customer: str = "") -> Loaded:
    return begin(
        Answers(starter=starter, provider=provider, customer=customer), _starters(), load_library(), "new.yaml"
    ).loaded


def _open(loaded: Loaded) -> set[str]:
    return {point.path for point in loaded.agreement.open_points}


def test_a_renamed_party_leaves_what_belonged_to_the_other_name_open() -> None:
    assert _open(_begun("managed_database", provider="Tern Hosting Ltd")) == {
        "parties.provider.registration",
        "parties.provider.address",
        "parties.provider.notices",
        "roles.service_level_manager.contact",
        "roles.duty_manager.contact",
        "roles.technical_director.contact",
        "sources.probe.tool",
        "sources.desk_records.tool",
    }


def test_a_party_that_keeps_its_name_keeps_its_facts() -> None:
    loaded = _begun("managed_database", provider="Tern Hosting Ltd", customer="Wexcombe Freight Ltd")
    customer = next(party for party in loaded.agreement.parties if party.plays == "customer")
    assert customer.notices == "contracts@wexcombe.example"
    assert not [path for path in _open(loaded) if "customer" in path]


def test_no_name_of_the_starter_means_no_open_point() -> None:
    assert not _open(_begun("managed_database"))


@pytest.mark.parametrize("starter", COMPANIES)
def test_nothing_of_the_companies_of_a_starter_is_left_under_other_names(starter: str) -> None:
    loaded = _begun(starter, **BOTH)
    facts = "\n".join(line.partition(" #")[0] for line in loaded.text.splitlines() if not line.startswith("#"))
    assert ".example" not in facts
    assert "000000" not in facts
    assert "+44" not in facts
    assert "Example " not in facts


def test_a_product_with_the_old_name_is_open_in_a_list_as_elsewhere() -> None:
    loaded = _begun("billing_system", provider="Tern Hosting Ltd")
    assert _open(loaded) >= {"services.billing.name", "services.billing.technologies", "sources.probe.tool"}
    assert "Marlow" not in loaded.text


def test_where_the_old_name_stands_whole_in_other_words_the_new_one_takes_its_place_in_each_language() -> None:
    loaded = _begun("streaming_service", provider="Tern Hosting Ltd")
    customer = next(party for party in loaded.agreement.parties if party.plays == "customer")
    assert customer.name is not None
    assert customer.name.words("en") == "each hotel, bar or shop whose order Tern Hosting Ltd confirms"
    assert customer.name.words("de") == (
        "jedes Hotel, jede Bar und jedes Geschäft, deren Bestellung Tern Hosting Ltd bestätigt"
    )
    assert _open(loaded) >= {"title", "publication.url", "reports.portal.url", "feedback.channel"}
    assert "marlowe" not in loaded.text.lower()


def test_a_team_that_shares_the_mailboxes_of_its_company_leaves_only_its_own_open() -> None:
    assert _open(_begun("it_support_desk", provider="Network Team")) == {
        "parties.provider.address",
        "roles.service_level_manager.contact",
        "roles.desk_manager.contact",
        "roles.head_of_it.contact",
    }


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_lint_finds_each_open_point_and_the_paper_shows_a_blank_in_each_language(language: str) -> None:
    loaded = _begun("managed_database", **BOTH)
    assert language in languages_of(loaded.text)
    draft = Builder.from_text(loaded.text).set({"language": language}).draft(layout=False)
    found = {one.field: str(one) for one in draft.findings if one.rule == "CMP-33"}
    assert found.keys() >= _open(loaded)
    assert "This fact is still open." in found["parties.provider.registration"]
    blanks = index(draft.document).blanks.keys()
    assert blanks >= {"parties.provider.registration", "parties.customer.notices"}
