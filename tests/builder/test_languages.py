"""The marks and spaces of a language are the same in every format, and are read back."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pytest
from attrs import evolve

from sla_drafter.builder import Builder
from sla_drafter.model.library import Clause, ClauseText, Library, Outline, OutlineSchedule, OutlineSection, Standing

FILE = """
sla_drafter: 1
title: {en: Agreement, fr: "Accord : disponibilité", de: Vereinbarung}
kind: customer_based
law: france
parties:
  provider: {name: Alter SAS}
  customer: {name: Beta SA}
services:
  database:
    name: {en: Database, fr: hébergement, de: Datenbank}
    purpose: {en: runs, fr: "répond : toujours", de: läuft}
metrics:
  availability: {name: {en: A, fr: Disponibilité, de: Verfügbarkeit}, target: at least 99.9%, window: calendar month}
audits: {every: 3 months}
"""
TEXTS = {
    "fr": """**"Prestataire"** désigne {{ parties.provider.name | text }} : rien d’autre.
L’offre {{ parties.provider.name | text("de") }} vaut {{ metrics.availability.target | target }} ;
et {{ services.database.name | text("de") }} ?
Audit {{ audits.every | interval("every") }}, « {{ services.database.purpose | text }} ».
""",
    "de": """**"Anbieter"** bezeichnet {{ parties.provider.name | text }} und {{ services.database.name | text }}.
Audit {{ audits.every | interval("every") }}: {{ metrics.availability.target | target }}
{{ metrics.availability.window | window("in_each") }}.
{{ services.database.purpose | text }}
""",
}
SAID = {
    "fr": (
        "«\u00a0Prestataire\u00a0» désigne Alter SAS\u00a0: rien d’autre.",
        "L’offre d’Alter SAS vaut au moins 99,9\u00a0%\u00a0; et d’hébergement\u00a0?",
        "Audit tous les 3 mois, «\u00a0répond\u00a0: toujours\u00a0».",
    ),
    "de": (
        "„Anbieter“ bezeichnet Alter SAS und Datenbank.",
        "Audit alle 3 Monate: mindestens 99,9\u00a0% in jedem Kalendermonat.",
    ),
}
FORMATS = ("docx", "pdf", "html", "md", "json")


def library() -> Library:
    """One clause in two languages, and an outline that speaks both."""
    texts = tuple(ClauseText(one, "balanced", source, f"overview/parties/{one}.md") for one, source in TEXTS.items())
    titles = {"fr": "Parties", "de": "Parteien"}
    clause = Clause("parties", "1.0.0", titles, "overview", {"customer_based": Standing.REQUIRED}, texts=texts)
    outline = Outline(
        "customer_based",
        {"fr": "Accord", "de": "Vereinbarung"},
        (OutlineSection("overview", {"fr": "Aperçu", "de": "Überblick"}, 400, ("parties",)),),
        (OutlineSchedule("details", {"fr": "Détails", "de": "Einzelheiten"}, ()),),
    )
    return Library({"parties": clause}, {}, {"customer_based": outline})


@pytest.mark.parametrize("language", ["fr", "de"])
def test_a_language_is_printed_alike_in_every_format(language: str, tmp_path: Path) -> None:
    draft = evolve(Builder.from_text(FILE), library=library()).in_language(language).draft()
    files = draft.write(*(tmp_path / f"paper.{ending}" for ending in FORMATS))
    assert [file.suffix[1:] for file in files] == list(FORMATS)
    plain = (tmp_path / "paper.md").read_text(encoding="utf-8").replace("**", "")
    for sentence in SAID[language]:
        assert sentence in plain
    assert f'lang="{language}"' in (tmp_path / "paper.html").read_text(encoding="utf-8")
    assert f'"language": "{language}"' in (tmp_path / "paper.json").read_text(encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "paper.docx") as parts:
        assert f"<dc:language>{language}</dc:language>" in parts.read("docProps/core.xml").decode()
        assert f'w:val="{language}-{language.upper()}"' in parts.read("word/styles.xml").decode()
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert str(pdf.Root.Lang) == language
