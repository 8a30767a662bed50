from __future__ import annotations

import pytest

from sla_drafter.document.printed import passages
from tests.promises.starters import builder_of

CLAUSE = "chronic_failure_termination"
TRIGGERS = {
    "repeated": "{misses: 3, of: availability, within: 6 months}",
    "row": "{misses: 2, of: availability, in_a_row: yes}",
    "once": "{misses: 1, of: availability}",
    "same": "{misses: 4, counting: the same service level, within: 12 months}",
    "any": "{misses: 5, counting: any service level, within: 9 months}",
    "low": "{floor: at least 97%, of: availability}",
    "alike": "{average: at least 98%, of: availability, within: 3 months}",
    "long": "{average: at least 96%, of: availability, within: 1 quarter, mean: windows by length}",
    "cap": "{credits_at_cap: 7, within: 8 months}",
    "outages": "{outages: 11, longer_than: 30 minutes, of: availability, within: 30 days}",
    "outage": "{outages: 1, longer_than: 2 hours, of: availability}",
}
SAID = {
    "en": [
        "Availability misses its target in 3 Measurement Windows within any 6 months",
        "Availability misses its target in 2 Measurement Windows in a row",
        "Availability misses its target in 1 Measurement Window",
        "the same Service Level misses its target in 4 Measurement Windows within any 12 months",
        "in 5 months within any 9 months, a target is missed, be it of one Service Level or of several",
        "Availability is not at least 97% in a Measurement Window",
        "the average of Availability over any 3 months is not at least 98%, counting each Measurement Window alike",
        "of Availability over any 1 quarter is not at least 96%, counting each Measurement Window by its length",
        "the Service Credits of a month reach the Credit Cap in 7 months within any 8 months",
        "11 unbroken periods of Downtime that count for Availability, each longer than 30 minutes, begin",
        "1 unbroken period of Downtime that counts for Availability, longer than 2 hours",
    ],
    "de": [
        "verfehlt in 3 Messzeiträumen innerhalb eines beliebigen Zeitraums von 6 Monaten seinen Zielwert",
        "der Service Level „Verfügbarkeit“ verfehlt in 2 Messzeiträumen in Folge seinen Zielwert",
        "der Service Level „Verfügbarkeit“ verfehlt in 1 Messzeitraum seinen Zielwert",
        "Level verfehlt in 4 Messzeiträumen innerhalb eines beliebigen Zeitraums von 12 Monaten seinen Zielwert",
        "in 5 Monaten innerhalb eines beliebigen Zeitraums von 9 Monaten wird ein Zielwert verfehlt",
        "„Verfügbarkeit“ beträgt in einem Messzeitraum nicht mindestens 97 %",
        "einen beliebigen Zeitraum von 3 Monaten beträgt nicht mindestens 98 %; dabei zählt jeder Messzeitraum gleich",
        "Zeitraum von 1 Quartal beträgt nicht mindestens 96 %; dabei zählt jeder Messzeitraum nach seiner Länge",
        "eines Monats erreichen in 7 Monaten innerhalb eines beliebigen Zeitraums von 8 Monaten die Gutschriftengrenze",
        "innerhalb eines beliebigen Zeitraums von 30 Tagen beginnen 11 zusammenhängende Ausfallzeiten",
        "eine zusammenhängende Ausfallzeit tritt ein, die für den Service Level „Verfügbarkeit“ zählt und länger",
    ],
    "fr": [
        "manque sa cible au cours de 3 Périodes de Mesure sur une période quelconque de 6 mois",
        "manque sa cible au cours de 2 Périodes de Mesure de suite",
        "manque sa cible au cours de 1 Période de Mesure",
        "même Niveau de Service manque sa cible au cours de 4 Périodes de Mesure sur une période quelconque de 12 mois",
        "au cours de 5 mois sur une période quelconque de 9 mois, une cible est manquée",
        "n’est pas d’au moins 97 % au cours d’une Période de Mesure",
        "période quelconque de 3 mois n’est pas d’au moins 98 %, en comptant chaque Période de Mesure à parts égales",
        "quelconque de 1 trimestre n’est pas d’au moins 96 %, en comptant chaque Période de Mesure selon sa durée",
        "Service d’un mois atteignent le Plafond des Crédits au cours de 7 mois sur une période quelconque de 8 mois",
        "11 périodes ininterrompues d’Indisponibilité qui comptent pour le Niveau de Service « Disponibilité »",
        "une période ininterrompue d’Indisponibilité qui compte pour le Niveau de Service « Disponibilité »",
    ],
    "es": [
        "incumple su objetivo en 3 Periodos de Medición en cualquier periodo de 6 meses",
        "incumple su objetivo en 2 Periodos de Medición consecutivos",
        "incumple su objetivo en 1 Periodo de Medición",
        "un mismo Nivel de Servicio incumple su objetivo en 4 Periodos de Medición en cualquier periodo de 12 meses",
        "meses en cualquier periodo de 9 meses, se incumple un objetivo, sea de un solo Nivel de Servicio o de varios",
        "no es de al menos 97 % en un Periodo de Medición",
        "durante cualquier periodo de 3 meses no es de al menos 98 %, contando cada Periodo de Medición por igual",
        "cualquier periodo de 1 trimestre no es de al menos 96 %, contando cada Periodo de Medición según su duración",
        "los Créditos de Servicio de un mes alcanzan el Límite de Créditos en 7 meses en cualquier periodo de 8 meses",
        "cualquier periodo de 30 días comienzan 11 periodos ininterrumpidos de Tiempo de Indisponibilidad que cuentan",
        "hay un periodo ininterrumpido de Tiempo de Indisponibilidad que cuenta",
    ],
}


@pytest.mark.parametrize("position", ["provider", "balanced", "customer"])
@pytest.mark.parametrize("language", SAID)
def test_every_event_is_said_in_every_language_and_position(language: str, position: str) -> None:
    listed = ", ".join(f"{name}: {trigger}" for name, trigger in TRIGGERS.items())
    builder = builder_of("managed_database").in_language(language)
    changed = builder.set({"termination.chronic_failure": f"{{triggers: {{{listed}}}}}", "position": position})
    draft = changed.draft(layout=False)
    said = " ".join(" ".join(passage.words for passage in passages(draft.document)).replace("\u00a0", " ").split())
    missing = [words for words in SAID[language] if words not in said.replace("\u202f", " ")]
    assert not missing
    ending = draft.agreement.termination
    assert ending is not None
    assert ending.chronic_failure is not None
    assert ending.chronic_failure.elect_within is not None, "a default of the position"
    assert ending.chronic_failure.ends is not None
    assert ending.chronic_failure.misses is None, "the list needs no short form"
