"""What a clause has to say in one case only: by obligor, by credit, by law, by sector, by what the parties are."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from sla_drafter.builder import Builder
from sla_drafter.document.walk import document_lines, words_of
from sla_drafter.readers.clauses import load_library

PROOF, OWED = "prove that the loss was higher or lower", "except those that the Customer owes under"


def lines(starter: str, facts: dict[str, Any] | None = None) -> list[str]:
    """Every line of the paper of a starter in English, with some facts changed."""
    text = (files("sla_drafter.templates") / "starters" / f"{starter}.yaml").read_text(encoding="utf-8")
    draft = Builder.from_text(text, f"{starter}.yaml").set(facts or {}).draft(layout=False)
    return [words_of(line) for line in document_lines(draft.document)]


def said(starter: str, facts: dict[str, Any] | None = None) -> str:
    return "\n".join(lines(starter, facts))


def test_only_where_the_customer_owes_a_service_level_does_the_provider_not_owe_all() -> None:
    assert OWED in said("lead_generation")
    assert OWED not in said("vendor_hosting")


def test_the_list_of_service_levels_shows_which_earn_a_credit() -> None:
    found = lines("internet_access")
    head = found.index("Owner")
    assert found[head + 1] == "Service Credit"
    row = {name: found[found.index(name, head) + 5] for name in ("Uptime", "Packet delivery", "Looking-up time")}
    assert row == {"Uptime": "yes", "Packet delivery": "yes", "Looking-up time": "no"}
    without = lines("lead_generation")
    assert without[without.index("Owner", without.index("Measurement Window")) + 1] == "Leads"


@pytest.mark.parametrize("position", ["provider", "balanced", "customer"])
def test_a_lump_sum_leaves_room_for_proof_in_every_position(position: str) -> None:
    facts = {"credits.nature": "liquidated damages", "position": position}
    assert PROOF in said("vendor_hosting", {**facts, "law": "germany"})
    assert PROOF not in said("vendor_hosting", facts)


@pytest.mark.parametrize(
    ("law", "words"),
    [
        ("england_and_wales", "binds the parties unless plainly wrong."),
        ("germany", "binds the parties unless plainly wrong."),
        ("new_york", "binds the parties, except for fraud or bias."),
        ("neutral", "binds the parties."),
    ],
)
def test_how_far_an_expert_binds_follows_the_law(law: str, words: str) -> None:
    assert f"whose finding {words}" in said("vendor_hosting", {"law": law})


@pytest.mark.parametrize("position", ["provider", "balanced", "customer"])
def test_a_financial_customer_and_its_authorities_may_inspect(position: str) -> None:
    right = "the authorities that supervise it may inspect the Services and their records at any time."
    assert right in said("vendor_hosting", {"sectors": ["dora"], "position": position})
    assert right not in said("vendor_hosting", {"position": position})


def test_a_team_owes_no_duty_of_payment_that_its_agreement_does_not_know() -> None:
    assert "A party that breaches a duty may cure this" in said("lead_generation")
    assert "A party that breaches a duty of payment may cure this within" in said("vendor_hosting")


def test_nothing_is_said_of_returning_data_that_nobody_holds() -> None:
    assert "return the Customer’s data" not in said("vendor_hosting")
    assert "return the Customer’s data" in said("customer_support_desk")


def test_downtime_is_explained_only_where_it_is_measured() -> None:
    assert "Downtime" not in said("lead_generation")
    assert "Downtime" in said("internet_access")


def test_credits_from_an_amount_at_risk_are_reported_and_settled_like_those_of_a_ladder() -> None:
    found = said("outsourced_operations")
    assert "each exclusion claimed and each Service Credit due" in found
    assert "settle all Service Credits" in found


def test_a_commitment_asks_nothing_of_those_to_whom_it_is_made() -> None:
    found = said("platform_commitment")
    assert "The Provider shall review this agreement" in found
    assert "The Provider shall keep its contracts for a dependency in force." in found
    assert "hold up to the workload" not in found


CAP_OF_A_QUARTER = {
    "en": "of one quarter together are limited to 10% of these Fees for all affected Services in that quarter",
    "de": "auf 10\N{NO-BREAK SPACE}% dieser Vergütung für alle betroffenen Services in diesem Zeitraum",
    "fr": "à 10\N{NO-BREAK SPACE}% de ces Redevances pour tous les Services concernés pendant cette période",
    "es": "al 10\N{NO-BREAK SPACE}% de ese Precio por todos los Servicios afectados en ese trimestre",
}
AT_RISK = {
    "en": " for all affected Services (the “At-Risk Amount”)",
    "de": "A × B für alle betroffenen Services ist der",
    "fr": "A × B pour tous les Services concernés (le",
    "es": "A × B por todos los Servicios afectados (el",
}


@pytest.mark.parametrize("language", CAP_OF_A_QUARTER)
def test_a_cap_for_a_quarter_is_a_share_of_the_fees_of_that_quarter(language: str) -> None:
    facts = {"language": language, "credits.terms.cap": "10% per quarter"}
    assert CAP_OF_A_QUARTER[language] in said("managed_database", facts)
    clauses = load_library().clauses
    ladder, stepped = (
        [line for text in clauses[name].texts if text.language == language for line in text.source.splitlines()]
        for name in ("credits_ladder", "credits_stepped")
    )
    (limit,) = (line for line in ladder if "credits.terms.cap | portion" in line)
    assert limit in stepped


@pytest.mark.parametrize("language", AT_RISK)
def test_the_amount_at_risk_is_that_of_all_affected_services(language: str) -> None:
    facts = {"language": language}
    affected = said("outsourced_operations", {**facts, "credits.fee_base.fees": "affected service"})
    assert AT_RISK[language] in affected
    assert AT_RISK[language] not in said("outsourced_operations", facts)  # it states the fees of all services


# --- credits by step and by excess


POINTS = {
    "en": "0.1 percentage points under its target",
    "de": "0,1 Prozentpunkte unter dem Zielwert",
    "fr": "0,1 point de pourcentage en dessous de la cible",
    "es": "0,1 puntos porcentuales por debajo de su objetivo",
}
SMALLER = {
    "en": "An excess smaller than those shown earns no Service Credit.",
    "de": "Eine geringere Überschreitung als die gezeigten ergibt keine Gutschrift.",
    "fr": "Un dépassement inférieur à ceux indiqués n’ouvre droit à aucun Crédit de Service.",
    "es": "Un exceso menor que los indicados no da derecho a ningún Crédito de Servicio.",
}
ORDER = {"en": "value, band or step,", "de": "Stufe oder Schritt", "fr": "tranche ou palier", "es": "tramo o paso"}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_step_is_of_points_and_what_lies_under_the_first_row_of_an_excess_earns_nothing(language: str) -> None:
    words = said("internet_access", {"language": language}).replace("\u00a0", " ").replace("\u202f", " ")
    assert POINTS[language] in words
    assert SMALLER[language] in words
    assert ORDER[language] in words


def test_the_order_of_a_computation_names_the_tables_that_there_are() -> None:
    assert "in this order: value, band, amount" in said("vendor_hosting")


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Jitter"), ("de", "Jitter"), ("fr", "gigue"), ("es", "fluctuación")]
)
def test_only_what_is_measured_of_a_network_is_defined(language: str, word: str) -> None:
    assert word not in said("internet_access", {"language": language})
    assert word in said("internet_access", {"language": language, "metrics.latency.formula": "jitter"})
