from __future__ import annotations

import shutil
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from sla_drafter.errors import ClauseFault
from sla_drafter.model.choices import KINDS
from sla_drafter.model.library import Standing
from sla_drafter.model.scalars import Choice, Duration, Unit
from sla_drafter.readers.clauses import library_in, load_library

KIND_LINES = "\n".join(f"  {kind}: required" for kind in KINDS)
CLAUSE = f"""\
id: parties
version: 1.0.0
title: {{en: Parties, de: Parteien}}
section: overview
kinds:
{KIND_LINES}
when: [parties]
requires: []
excludes: []
parameters: {{every: {{type: duration, about: How often.}}}}
budget: 55
source: usual practice
guidance: Name every party.
defaults:
  reports.due: {{when: reports.every, balanced: 10 business days, customer: 5 business days}}
  metrics.*.no_data: {{balanced: down}}
  clauses.parties.every: {{provider: 6 months}}
"""
TERM = "id: fees\nword: {en: Fees}\nforms: {en: [Fees, Fee]}\n"
CLAUSE_FILE = "clauses/overview/parties/clause.yaml"
OUTLINE = """\
kind: customer_based
name: {en: Service Level Agreement}
pages: 4
sections:
  - {id: overview, title: {en: Overview}, budget: 300, clauses: [parties]}
schedules:
  - {id: people, title: {en: People}, clauses: [parties]}
"""


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """A library of one clause, one term and one outline."""
    for name, text in {
        CLAUSE_FILE: CLAUSE,
        "clauses/overview/parties/en.md": "Words.",
        "clauses/overview/parties/en.customer.md": "Words of the customer.",
        "clauses/overview/parties/notes.txt": "no text",
        "clauses/terms/fees/term.yaml": TERM,
        "clauses/terms/fees/en.md": "what is paid.",
        "clauses/words/en.yaml": "",
        "outlines/customer_based.yaml": OUTLINE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def mistakes(folder: Path) -> list[str]:
    """What is said about the library in a folder."""
    with pytest.raises(ClauseFault) as caught:
        library_in(folder / "clauses", folder / "outlines")
    assert {finding.rule for finding in caught.value.findings} == {"LIB-01"}
    return [finding.message for finding in caught.value.findings]


def test_a_clause_is_read_with_all_that_its_file_says(folders: Path) -> None:
    clause = library_in(folders / "clauses", folders / "outlines").clauses["parties"]
    assert (clause.version, clause.section, clause.budget) == ("1.0.0", "overview", 55)
    assert clause.titles == {"en": "Parties", "de": "Parteien"}
    assert set(clause.kinds.values()) == {Standing.REQUIRED}
    assert clause.when == ("parties",)
    assert [(one.name, one.type, one.about) for one in clause.parameters] == [("every", "duration", "How often.")]
    assert [(text.language, text.position, text.where) for text in clause.texts] == [
        ("en", "customer", "overview/parties/en.customer.md"),
        ("en", "balanced", "overview/parties/en.md"),
    ]


def test_the_defaults_of_a_clause_are_typed_by_the_model(folders: Path) -> None:
    due, no_data, every = library_in(folders / "clauses", folders / "outlines").clauses["parties"].defaults
    assert (due.path, due.when) == ("reports.due", "reports.every")
    assert due.words == {"balanced": "10 business days", "customer": "5 business days"}
    assert due.values["customer"] == Duration(Decimal(5), Unit.BUSINESS_DAY)
    assert no_data.values == {"balanced": Choice("no_data", "down")}
    assert every.values == {"provider": Duration(Decimal(6), Unit.MONTH)}
    assert [due.position(one) for one in ("provider", "balanced", "customer")] == ["balanced", "balanced", "customer"]
    assert every.position("customer") == ""


def test_two_clauses_have_no_default_for_the_same_field(folders: Path) -> None:
    shutil.copytree(folders / "clauses/overview/parties", folders / "clauses/overview/people")
    file = folders / "clauses/overview/people/clause.yaml"
    file.write_text(CLAUSE.replace("id: parties", "id: people").replace("clauses.parties", "clauses.people"))
    assert mistakes(folders) == [
        "overview/people/clause.yaml: defaults.reports.due has a default in parties too.",
        "overview/people/clause.yaml: defaults.metrics.*.no_data has a default in parties too.",
    ]


def test_terms_and_outlines_are_read(folders: Path) -> None:
    library = library_in(folders / "clauses", folders / "outlines")
    assert library.terms["fees"].forms == {"en": ("Fees", "Fee")}
    assert library.terms["fees"].definitions["en"].source == "what is paid."
    outline = library.outlines["customer_based"]
    assert (outline.pages, outline.pages_limit) == (4, 8)
    assert [section.clauses for section in outline.sections] == [("parties",)]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (CLAUSE_FILE, "budget:", "bugdet:", "bugdet: nobody knows this key"),
        (CLAUSE_FILE, "id: parties", "id: party", "'party' is not the name of its folder"),
        (
            CLAUSE_FILE,
            "section: overview",
            "section: scope",
            "'scope' is not the name of its",
        ),
        (CLAUSE_FILE, "version: 1.0.0\n", "", "version: is missing"),
        (CLAUSE_FILE, "budget: 55", "budget: many", "'many' is not a whole number"),
        (CLAUSE_FILE, "internal: required", "internal: always", "'always' is no standing"),
        (CLAUSE_FILE, "  internal: required\n", "", "kinds.internal: is missing"),
        (CLAUSE_FILE, "  internal:", "  intern:", "kinds.intern: is not a kind"),
        (CLAUSE_FILE, "type: duration", "type: time", "'time' is no type"),
        (CLAUSE_FILE, "{every: {type: duration, about: How often.}}", "many", "parameters: is not a mapping"),
        (CLAUSE_FILE, "about: How often.", "abuot: x", "nobody knows this key"),
        (CLAUSE_FILE, "requires: []", "requires: [gone]", "gone is no clause"),
        (CLAUSE_FILE, "excludes: []", "excludes: [gone]", "gone is no clause"),
        (CLAUSE_FILE, "when: [parties]", "when: parties", "is not a list of texts"),
        (
            CLAUSE_FILE,
            "title: {en: Parties, de: Parteien}",
            "title: Parties",
            "is not a mapping",
        ),
        (
            CLAUSE_FILE,
            "10 business days",
            "10 bisness days",
            'defaults.reports.due.balanced: "10 bisness days" is not a',
        ),
        (CLAUSE_FILE, "10 business days", "TBC", "defaults.reports.due.balanced: TBC leaves the fact open"),
        (CLAUSE_FILE, "balanced: down", "balanced: dwon", 'defaults.metrics.*.no_data.balanced: "dwon" is not one of'),
        (CLAUSE_FILE, "balanced: down", "balanced: [down]", "is a single value"),
        (CLAUSE_FILE, "reports.due:", "reports.deu:", "defaults.reports.deu: there is no deu in Reports"),
        (CLAUSE_FILE, "reports.due:", "reports:", "defaults.reports: reports has keys of its own"),
        (CLAUSE_FILE, "reports.due:", "reports.sender:", "sender names one of the roles of an agreement"),
        (CLAUSE_FILE, "metrics.*.no_data", "metrics.uptime.no_data", "nothing stands below metrics"),
        (CLAUSE_FILE, "clauses.parties.every", "clauses.scope.every", "there is no clauses in Agreement"),
        (CLAUSE_FILE, "metrics.*.no_data: {balanced: down}", "review.every: {}", "gives words for no position"),
        (CLAUSE_FILE, "{balanced: down}", "{neutral: down}", "neutral: nobody knows this key"),
        (CLAUSE_FILE, CLAUSE, "- a list", "the file holds no keys"),
        (CLAUSE_FILE, CLAUSE, "a: [", "cannot be read"),
        ("clauses/terms/fees/term.yaml", "forms: {en: [Fees, Fee]}", "forms: {en: Fees}", "en: is not a list of texts"),
        ("clauses/terms/fees/term.yaml", "forms: {en: [Fees, Fee]}\n", "", "forms.en: is missing"),
        ("clauses/terms/fees/term.yaml", "id: fees", "id: fee", "'fee' is not the name of its folder"),
        (
            "clauses/terms/fees/term.yaml",
            "word: {en: Fees}",
            "word: {en: Fees, de: Entgelt}",
            "word.de: has no definition",
        ),
        ("outlines/customer_based.yaml", "clauses: [parties]", "clauses: [partys]", "partys is no clause"),
        ("outlines/customer_based.yaml", "clauses: [parties]", "clauses: [parties, parties]", "stands there twice"),
        ("outlines/customer_based.yaml", "pages: 4", "pages: few", "'few' is not a whole number"),
        ("outlines/customer_based.yaml", "kind: customer_based\n", "", "kind: is missing"),
        ("outlines/customer_based.yaml", "kind: customer_based", "kind: handshake", "'handshake' is not a kind"),
        ("outlines/customer_based.yaml", "id: overview,", "name: overview,", "nobody knows this key"),
    ],
)
def test_a_mistake_in_the_library_is_named_with_its_file(
    folders: Path, file: str, old: str, new: str, message: str
) -> None:
    text = (folders / file).read_text(encoding="utf-8")
    assert old in text
    (folders / file).write_text(text.replace(old, new), encoding="utf-8")
    found = mistakes(folders)
    assert any(message in one for one in found), found
    assert all(one.startswith(file.removeprefix("clauses/")) for one in found), found


def test_every_mistake_is_said_at_once(folders: Path) -> None:
    file = folders / CLAUSE_FILE
    file.write_text(CLAUSE.replace("budget: 55", "budget: x").replace("version: 1.0.0\n", ""), encoding="utf-8")
    (folders / "outlines/customer_based.yaml").write_text(OUTLINE.replace("[parties]", "[gone]"), encoding="utf-8")
    assert len(mistakes(folders)) == 3


@pytest.mark.parametrize("missing", [CLAUSE_FILE, "clauses/terms/fees/term.yaml"])
def test_a_folder_without_its_file_is_named(folders: Path, missing: str) -> None:
    (folders / missing).unlink()
    assert any("cannot be read" in one for one in mistakes(folders))


@pytest.mark.parametrize("missing", ["clauses/overview/parties", "clauses/terms/fees"])
def test_words_without_a_text_are_named(folders: Path, missing: str) -> None:
    for text in (folders / missing).glob("*.md"):
        text.unlink()
    assert any("no text" in one or "no definition" in one for one in mistakes(folders))


def test_a_clause_folder_has_a_name_that_is_an_id(folders: Path) -> None:
    shutil.move(folders / "clauses/overview/parties", folders / "clauses/overview/The-Parties")
    assert any("'The-Parties' is not an id" in one for one in mistakes(folders))


def test_the_library_of_the_package_is_read_once_and_is_whole() -> None:
    library = load_library()
    assert load_library() is library
    folder = files("sla_drafter.clause_library")
    on_disk = {
        clause.name
        for section in folder.iterdir()
        if section.is_dir() and section.name not in ("terms", "words", "__pycache__")
        for clause in section.iterdir()
        if clause.is_dir() and clause.name != "__pycache__"
    }
    assert set(library.clauses) == on_disk
