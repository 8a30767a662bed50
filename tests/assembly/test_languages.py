"""A paper in another language than the agreement's: its words, its marks, and what is missing in it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.fill import Filling, fill
from sla_drafter.assembly.forms import spell
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.nodes import Definition, Use, Value
from sla_drafter.document.walk import document_lines, inlines_of, lines_of, words_of
from sla_drafter.errors import ClauseFault
from sla_drafter.language.words import words
from sla_drafter.lints.engine import lint
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.languages import by_language, public_texts, texts_without
from sla_drafter.model.library import Clause, ClauseText, DefinedTerm, Library
from sla_drafter.model.parties import MasterAgreement, Party
from sla_drafter.model.paths import facts_of
from sla_drafter.model.scalars import Choice, Duration, Percent, Prose, Quantity, Unit, Window
from sla_drafter.model.services import Service, Workload
from tests.assembly.fillings import clause, library
from tests.assembly.sample import agreement as sample


def prose(text: str = "", **by: str) -> Prose:
    return Prose(tuple(by.items()) or (("", text),))


def german(source: str, home: str = "sample", facts: Agreement | None = None, *terms: DefinedTerm) -> str:
    """The words of a German clause text, line by line."""
    one = clause(home, texts=(ClauseText("de", "balanced", source, f"overview/{home}/de.md"),))
    filling = Filling.of(facts or sample(), library(one, terms=terms), words("de"), [home])
    body = fill(filling, home, "balanced", one.texts[0]).body
    return "\n".join(words_of(line) for block in body for line in lines_of(block))


def both(name: str, english: str, other: str) -> Clause:
    texts = (
        ClauseText("en", "balanced", english, f"overview/{name}/en.md"),
        ClauseText("de", "balanced", other, f"overview/{name}/de.md"),
    )
    return evolve(clause(name, texts=texts), titles={"en": name, "de": f"{name} (de)"})


def speaking(*clauses: Clause, terms: tuple[DefinedTerm, ...] = ()) -> Library:
    """A library whose outline has German titles too."""
    made = library(*clauses, terms=terms)
    outline = made.outlines["customer_based"]
    titled = evolve(
        outline,
        names={"en": "Agreement", "de": "Vereinbarung"},
        sections=tuple(evolve(one, titles={**one.titles, "de": "Überblick"}) for one in outline.sections),
        schedules=tuple(evolve(one, titles={**one.titles, "de": "Einzelheiten"}) for one in outline.schedules),
    )
    return evolve(made, outlines={"customer_based": titled})


PROVIDER = DefinedTerm(
    "provider",
    {"en": "Provider", "de": "Anbieter"},
    {"en": ("Provider",), "de": ("Anbieter", "Anbieters")},
    {},
    ("parties",),
)


def test_a_definition_stands_in_the_quotation_marks_of_its_language_under_one_id() -> None:
    home = both("parties", '**"Provider"** means X.', '**"Anbieter"** bezeichnet X. Das Personal des Anbieters zählt.')
    found = assemble(sample(), speaking(home, terms=(PROVIDER,)), "de")
    nodes = [one for line in document_lines(found.document) for one in inlines_of(line)]
    assert Definition("provider", "Anbieter") in nodes
    assert Use("provider", "Anbieters") in nodes
    assert "„Anbieter“ bezeichnet X." in " ".join(map(words_of, document_lines(found.document)))


@pytest.mark.parametrize(
    ("form", "value", "spelled"),
    [
        ("duration:dative", Duration(Decimal(5), Unit.BUSINESS_DAY), "5 Geschäftstagen"),
        ("interval:every", Duration(Decimal(1), Unit.MONTH), "jeden Monat"),
        ("interval:every", Duration(Decimal(3), Unit.MONTH), "alle 3 Monate"),
        ("interval:every", Duration(Decimal(1), Unit.WEEK), "jede Woche"),
        ("window:in_each", Window(Choice("window", "calendar_month")), "in jedem Kalendermonat"),
        (
            "window:in_each",
            Window(Choice("window", "rolling"), Duration(Decimal(30), Unit.DAY)),
            "in jedem gleitenden Zeitraum von 30 Tagen",
        ),
        ("noun:accusative", Choice("fee_scope", "affected_service"), "den betroffenen Service"),
        ("noun:by", Choice("severity_setter", "customer"), "vom Kunden"),
    ],
)
def test_a_literal_form_spells_the_word_as_the_sentence_needs_it(form: str, value: object, spelled: str) -> None:
    assert spell(value, form, Speller(sample(), words("de"))) == spelled


@pytest.mark.parametrize(
    ("form", "value", "spelled"),
    [
        ("text:de", prose(es="el portal de reservas"), "del portal de reservas"),
        ("text:a", prose(es="los juzgados de Madrid"), "a los juzgados de Madrid"),
        ("interval", Duration(Decimal(3), Unit.MONTH), "3 meses"),
        ("interval:every", Duration(Decimal(1), Unit.WEEK), "cada semana"),
        ("listed", (prose(es="hierro"), prose(es="hielo"), prose(es="hilo")), "hierro, hielo e hilo"),
    ],
)
def test_spanish_joins_de_and_a_to_the_article_of_the_users_words(form: str, value: object, spelled: str) -> None:
    assert spell(value, form, Speller(sample(), words("es"))) == spelled


def test_the_literal_form_stands_in_the_form_of_the_value() -> None:
    one = clause(
        "sample", texts=(ClauseText("de", "balanced", 'Nach {{ term.initial | duration("dative") }}.', "x/de.md"),)
    )
    filling = Filling.of(sample(), library(one), words("de"), ["sample"])
    (block,) = fill(filling, "sample", "balanced", one.texts[0]).body
    (value,) = [node for line in lines_of(block) for node in inlines_of(line) if isinstance(node, Value)]
    assert (value.field, value.form) == ("term.initial", "duration:dative")
    assert spell(filling.agreement.term.initial, value.form, Speller(sample(), words("de"))) == value.words  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('{{ term.initial | duration("ablative") }}', "lists no form 'ablative'"),
        ('{{ term.effective | date("dative") }}', "date has no literal form"),
        ('{{ title | text("de") }}', "lists no form 'de' for the language de"),
    ],
)
def test_a_form_that_does_not_fit_is_the_authors_mistake(source: str, fault: str) -> None:
    with pytest.raises(ClauseFault, match=fault):
        german(source)


def test_what_the_library_does_not_say_in_a_language_is_named_at_once() -> None:
    mute = [clause("scope"), clause("roles"), evolve(both("parties", "A.", "B."), titles={"en": "Parties"})]
    with pytest.raises(ClauseFault) as caught:
        assemble(sample(), library(*mute), "de")
    said = [finding.message for finding in caught.value.findings]
    assert said == [
        "2 chosen clauses have no text in the language de: scope, roles.",
        "1 clause has no title in the language de: parties.",
        "The outline customer_based has no title in the language de for: its name, section overview, schedule details.",
    ]
    assert "clause_library/overview/scope/de.md" in str(caught.value.findings[0].mend)


def agreement() -> Agreement:
    workload = Workload(limit=Quantity(Decimal(2500), "connections"))
    return evolve(
        sample(),
        title=prose("Agreement"),
        parties=(Party("provider", name=prose("Corvane Ltd")),),
        services=(Service("database", name=prose(en="Database", de="Datenbank"), workload=workload),),
    )


def test_a_text_that_is_given_once_is_in_the_language_of_the_agreement() -> None:
    missing = [fact.path for fact in texts_without(public_texts(facts_of(by_language(agreement()))), "de")]
    assert "title" in missing
    assert "services.database.workload.limit" in missing
    assert "parties.provider.name" not in missing
    assert "services.database.name" not in missing
    assert list(texts_without(public_texts(facts_of(by_language(agreement()))), "en")) == []


def test_every_text_that_is_missing_in_the_language_of_the_paper_is_an_error() -> None:
    draft = assemble(agreement(), speaking(both("parties", "{{ title }}", "{{ title }}")), "de")
    found = {finding.field for finding in lint(draft) if finding.rule == "LNG-01"}
    assert {"title", "services.database.workload.limit"} <= found
    assert "services.database.name" not in found


def test_terms_of_the_master_agreement_are_those_of_the_language() -> None:
    fees = DefinedTerm(
        "fees",
        {"en": "Fees", "de": "Vergütung"},
        {"en": ("Fees",), "de": ("Vergütung",)},
        {one: ClauseText(one, "balanced", "x.", f"terms/fees/{one}.md") for one in ("en", "de")},
    )
    facts = evolve(sample(), master_agreement=MasterAgreement(terms=(prose(en="Fees", de="Vergütung"),)))
    home = both("parties", "The Fees.", "Die Vergütung.")
    draft = assemble(facts, speaking(home, terms=(fees,)), "de")
    assert not [one for line in document_lines(draft.document) for one in inlines_of(line) if isinstance(one, Use)]


def test_a_share_keeps_its_space_in_every_language() -> None:
    share = Percent(Decimal("99.9"))
    assert spell(share, "percent", Speller(sample(), words("de"))) == "99,9\u00a0%"
