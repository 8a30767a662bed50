"""From when a time runs, how long it stops, for whom it holds and when an end takes effect, in every language."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sla_drafter.builder import Builder
from sla_drafter.document.walk import document_lines, words_of

LANGUAGES = ("en", "de", "fr", "es")
POSITIONS = ("provider", "balanced", "customer")
PAUSE = {
    "en": "for at most 5 business days per question",
    "de": "Je Rückfrage, die beim Kunden liegt, ruht sie höchstens 5 Geschäftstage",
    "fr": "pendant 5 jours ouvrés au plus par question",
    "es": "como máximo durante 5 días hábiles por pregunta",
}
NOTICE = {
    "en": "within 2 business days of the start of the incident that leads to the miss",
    "de": "innerhalb von 2 Geschäftstagen nach Beginn des auslösenden Ereignisses",
    "fr": "dans un délai de 2 jours ouvrés à compter du début de l’événement en cause",
    "es": "en un plazo de 2 días hábiles desde el comienzo del suceso que lo causa",
}
EFFECT = {
    "en": "Termination takes effect on receipt of its notice or on the later day that it names.",
    "de": "Eine Kündigung wirkt ab Zugang oder ab dem späteren Tag, den sie nennt.",
    "fr": "prend effet à la réception de sa notification ou à la date ultérieure qu’elle indique.",
    "es": "La terminación surte efecto al recibirse su comunicación o en la fecha posterior que indique.",
}
CURED = {
    "en": "if it is cured neither in that time nor in as long again after a further notice",
    "de": "wenn sie nach dieser Frist und einer weiteren Mitteilung noch einmal ebenso lange andauert",
    "fr": "si, passé ce délai, il subsiste encore autant après une nouvelle notification",
    "es": "si, pasado ese plazo, subsiste otro igual tras un nuevo requerimiento",
}
ESCALATED = {
    "en": "A Case below the highest Severity does not follow these times",
    "de": "Für eine Störung unter dem höchsten Schweregrad gelten diese Zeiten nicht",
    "fr": "Un Incident d’une Gravité inférieure à la plus élevée ne suit pas ces durées",
    "es": "Una Incidencia por debajo de la Gravedad más alta no sigue estos tiempos",
}


def said(starter: str, language: str, position: str = "balanced") -> str:
    text = (files("sla_drafter.templates") / "starters" / f"{starter}.yaml").read_text(encoding="utf-8")
    draft = Builder.from_text(text).set({"language": language, "position": position}).draft(layout=False)
    return "\n".join(map(words_of, document_lines(draft.document))).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_time_says_from_when_for_whom_and_how_long(language: str, position: str) -> None:
    words = said("managed_database", language, position)
    missing = [one[language] for one in (PAUSE, NOTICE, EFFECT, CURED, ESCALATED) if one[language] not in words]
    assert missing == []


def test_the_effect_of_an_end_is_said_once() -> None:
    assert said("managed_database", "en").count(EFFECT["en"]) == 1


def test_without_severities_every_matter_follows_the_times_of_escalation() -> None:
    assert ESCALATED["en"] not in said("lead_generation", "en")
