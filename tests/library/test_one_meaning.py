"""Sentences that a reader of the other side struck out: each has one meaning now, and each duty has its time."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest

from sla_drafter.builder import Builder
from sla_drafter.document.walk import document_lines, words_of

LANGUAGES = ("en", "de", "fr", "es")
POSITIONS = ("provider", "balanced", "customer")


def said(starter: str, language: str = "en", facts: dict[str, Any] | None = None) -> str:
    """Every line of the paper of a starter in a language, with some facts changed."""
    text = (files("sla_drafter.templates") / "starters" / f"{starter}.yaml").read_text(encoding="utf-8")
    facts = {"language": language, **(facts or {})}
    draft = Builder.from_text(text, f"{starter}.yaml").set(facts).draft(layout=False)
    return "\n".join(words_of(line) for line in document_lines(draft.document))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Nor does one whose miss gives a right to terminate or repeats an earlier one."),
        ("de", "Auch fällt keine zurück, deren Verfehlung zur Kündigung berechtigt oder eine frühere wiederholt."),
        ("fr", "Il en va de même de celui dont le manquement ouvre un droit de résiliation ou en répète un autre."),
        ("es", "Tampoco vuelve aquel cuyo incumplimiento da derecho a resolver o repite uno anterior."),
    ],
)
def test_which_credits_never_return_is_said_of_their_miss(language: str, words: str) -> None:
    assert words in said("outsourced_operations", language)


@pytest.mark.parametrize(
    ("starter", "words"),
    [
        ("outsourced_operations", "Limitation: clause 7.1 and clause 7.6."),
        ("managed_database", "Limitation: clause 7.1 and clause 7.4."),
        ("streaming_service", "Limitation: clause 6.1 and clause 6.4."),
    ],
)
def test_the_policies_name_the_clause_of_the_cap_beside_the_nature_of_credits(starter: str, words: str) -> None:
    assert words in said(starter)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_plan_is_checked_until_it_is_done(position: str) -> None:
    words = "Each service meeting checks the plan until it is done."
    assert words in said("managed_database", facts={"position": position})


@pytest.mark.parametrize(
    ("language", "counted", "again"),
    [
        (
            "en",
            "Misses count in a row, but only those that earn a Service Credit.",
            "The count starts again after 1 month without such a miss.",
        ),
        (
            "de",
            "Verfehlungen zählen in Folge, aber nur die, die zu einer Gutschrift führen.",
            "Die Zählung beginnt nach 1 Monat ohne eine solche Verfehlung neu.",
        ),
        (
            "fr",
            "Seuls comptent les manquements survenus de suite et donnant lieu à un Crédit de Service.",
            "Le décompte recommence après 1 mois sans un tel manquement.",
        ),
        (
            "es",
            "Cuentan los incumplimientos consecutivos que originan un Crédito de Servicio.",
            "La cuenta empieza de nuevo tras 1 mes sin un incumplimiento así.",
        ),
    ],
)
def test_a_repeated_miss_is_one_that_earns_a_credit(language: str, counted: str, again: str) -> None:
    paper = said("outsourced_operations", language)
    assert counted in paper
    assert again in paper


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "and within 20 business days of any of these: workload above its limit or "),
        ("de", "und binnen 20 Geschäftstagen nach jedem dieser Ereignisse: "),
        ("fr", "et sous 20 jours ouvrés après l’un de ces événements\u00a0: "),
        ("es", "y en un plazo de 20 días hábiles desde cualquiera de estos hechos: "),
    ],
)
def test_one_event_is_enough_for_a_review_and_the_review_has_its_time(language: str, words: str) -> None:
    assert words in said("managed_database", language)


@pytest.mark.parametrize(
    ("position", "report", "data", "plan"),
    [
        ("provider", "20 business days", "30 days", "20 business days"),
        ("balanced", "10 business days", "20 days", "10 business days"),
        ("customer", "5 business days", "10 days", "5 business days"),
    ],
)
def test_what_is_owed_after_the_end_or_on_request_has_a_time_by_position(
    position: str, report: str, data: str, plan: str
) -> None:
    unstated = ("clauses.exit_assistance", "clauses.continuity")
    paper = said("outsourced_operations", facts={"position": position, **dict.fromkeys(unstated)})
    assert f"Within {report} of the Service’s last day, " in paper
    assert f"Within {data} of that day, it shall return the Customer’s data" in paper
    assert f"show the Customer its continuity plan within {plan} of a request" in paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_times_of_those_duties_are_the_facts_of_the_agreement(language: str) -> None:
    facts = {
        "clauses.exit_assistance.report_within": "71 days",
        "clauses.exit_assistance.data_within": "72 days",
        "clauses.continuity.plan_within": "73 days",
        "clauses.periodic_review.within": "74 days",
    }
    paper = said("outsourced_operations", language, facts)
    for figure in ("71", "72", "73", "74"):
        assert len(re.findall(rf"\b{figure}\s", paper)) == 1, figure


@pytest.mark.parametrize(
    ("language", "all_of_them", "negotiated"),
    [
        (
            "en",
            "only when all of these roles approve it in writing",
            "negotiates and maintains this agreement under clause 9.1,",
        ),
        (
            "de",
            "nur, wenn alle diese Rollen ihr in Textform zustimmen",
            "verhandelt und pflegt diese Vereinbarung nach Ziffer 9.1,",
        ),
        (
            "fr",
            "que si les titulaires de toutes ces fonctions",
            "négocie et tient à jour le présent accord selon l’article 9.1,",
        ),
        (
            "es",
            "cuando lo aprueban por escrito todos estos cargos",
            "negocia y mantiene este acuerdo conforme a la cláusula 9.1,",
        ),
    ],
)
def test_no_role_binds_the_other_side_to_a_change(language: str, all_of_them: str, negotiated: str) -> None:
    paper = said("outsourced_operations", language)
    assert all_of_them in paper
    assert negotiated in paper
    assert negotiated not in said("streaming_service", language)  # there the provider may change some things by notice


def test_a_value_at_its_minimum_level_earns_no_credit_whichever_way_it_counts() -> None:
    assert "Where a minimum level is shown, a value that meets it earns no Service Credit." in said(
        "outsourced_operations"
    )
