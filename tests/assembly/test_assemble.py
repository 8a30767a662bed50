from __future__ import annotations

import pytest
from attrs import evolve

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.draft import Draft
from sla_drafter.assembly.outline import outline_of
from sla_drafter.assembly.select import position_of
from sla_drafter.document.fingerprint import fingerprint, fingerprint_of_lines
from sla_drafter.document.nodes import (
    Blank,
    Document,
    Inline,
    Paragraph,
    Reference,
    Signature,
    StoryKind,
    Text,
    Use,
    Value,
)
from sla_drafter.document.printed import passages
from sla_drafter.document.walk import document_lines, inlines_of, words_of
from sla_drafter.errors import ClauseFault, UnknownLanguage
from sla_drafter.model.agreement import Agreement, ClauseUse
from sla_drafter.model.library import Clause, ClauseText, DefinedTerm, OutlineSection
from sla_drafter.model.parties import MasterAgreement, Party, Settled
from sla_drafter.model.parties import Reference as Title
from sla_drafter.model.scalars import Choice, Prose
from sla_drafter.readers.clauses import load_library
from tests.assembly.fillings import clause, library, term
from tests.assembly.sample import agreement, prose


def draft(*clauses: Clause, facts: Agreement | None = None, terms: tuple[DefinedTerm, ...] = ()) -> Draft:
    return assemble(facts or agreement(), library(*clauses, terms=terms))


def read(document: Document) -> dict[str, str]:
    """The words of each section, clause, schedule and part."""
    return {one.id: one.words for one in passages(document) if one.id}


def inlines(document: Document) -> list[Inline]:
    return [inline for line in document_lines(document) for inline in inlines_of(line)]


# --- references ------------------------------------------------------------------------------------------------------

TARGETS = clause(
    "targets", "[#rule] Words:\n\n1. one\n1. [#second] two\n   1. [#deep] deep\n\n## Details\n\nMore in [](#parties)."
)


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("[](#targets)", "clause 1.2"),
        ("[](#targets.rule)", "clause 1.2"),
        ("[](#targets.second)", "clause 1.2(b)"),
        ("[](#targets.deep)", "clause 1.2(b)(i)"),
        ("[](#targets.schedule)", "Part 1 of Schedule 1"),
        ("[](#section.overview)", "section 1"),
        ("[](#schedule.details)", "Schedule 1"),
    ],
)
def test_a_reference_gets_its_words(reference: str, words: str) -> None:
    found = draft(clause("parties", f"See {reference}."), TARGETS)
    assert read(found.document)["parties"] == f"1.1 Parties See {words}."
    assert found.faults == ()


def test_a_reference_to_a_part_points_to_the_part_and_to_its_schedule() -> None:
    found = draft(clause("parties", "See [](#targets.schedule)."), TARGETS)
    pointers = [(one.target, one.number) for one in inlines(found.document) if isinstance(one, Reference)]
    assert pointers[:2] == [("targets.schedule", "Part 1"), ("schedule.details", "Schedule 1")]


def test_a_reference_in_a_schedule_is_resolved_too() -> None:
    found = draft(clause("parties"), TARGETS)
    assert read(found.document)["targets.schedule"] == "Part 1 Details More in clause 1.1."


def test_a_reference_follows_the_order_of_the_outline() -> None:
    both = library(clause("parties", "See [](#scope)."), clause("scope"))
    outline = both.outlines["customer_based"]
    turned = evolve(outline, sections=(OutlineSection("overview", {"en": "Overview"}, 400, ("scope", "parties")),))
    found = assemble(agreement(), evolve(both, outlines={"customer_based": turned}))
    assert read(found.document)["parties"] == "1.2 Parties See clause 1.1."


def test_a_reference_to_what_is_not_chosen_is_a_blank_and_a_finding() -> None:
    found = draft(clause("parties", "See [](#gone)."), clause("gone", standing="optional"))
    (fault,) = found.faults
    assert (fault.rule, fault.name, fault.clause) == ("CON-08", "broken_reference", "parties")
    assert "points to gone" in fault.message
    assert fault.mend is not None
    assert "clauses: {gone: yes}" in fault.mend.words
    (blank,) = (one for one in inlines(found.document) if isinstance(one, Blank))
    assert blank.field == "clauses.gone"


def test_a_reference_to_an_anchor_that_is_not_there_is_a_finding() -> None:
    found = draft(clause("parties", "See [](#targets.third)."), TARGETS)
    assert [fault.name for fault in found.faults] == ["broken_reference"]


def test_a_broken_reference_in_a_schedule_names_the_part_it_stands_in() -> None:
    found = draft(clause("parties", "Words.\n\n## Details\n\nSee [](#gone.schedule)."))
    (fault,) = found.faults
    assert fault.clause == "parties.schedule"
    assert fault.mend is not None
    assert "{gone: yes}" in fault.mend.words


MASTER = MasterAgreement(
    document=Title(prose("Master Services Agreement")), settles=(Settled("law", prose("clause 21")), Settled("courts"))
)


def test_a_reference_to_what_the_master_agreement_settles_points_there() -> None:
    found = draft(clause("parties", "See [](#law)."), clause("law"), facts=agreement(master_agreement=MASTER))
    assert read(found.document)["parties"] == "1.1 Parties See clause 21 of the Master Services Agreement."
    assert [one.field for one in inlines(found.document) if isinstance(one, Value)][:2] == [
        "master_agreement.settles.law",
        "master_agreement.document.title",
    ]
    assert found.faults == ()
    assert found.left_out == (("law", "settled by the master agreement"),)


def test_a_settled_clause_without_its_place_is_a_blank() -> None:
    found = draft(clause("parties", "See [](#courts)."), clause("courts"), facts=agreement(master_agreement=MASTER))
    assert read(found.document)["parties"].endswith("See [to be completed] of the Master Services Agreement.")


# --- terms -----------------------------------------------------------------------------------------------------------

DEFINITIONS = clause("definitions", "Terms are in [](#definitions.schedule).\n\n## Definitions\n\n[[definitions]]")
TERMS = (
    term("window", "a month.", "Measurement Window", "Measurement Windows"),
    term("level", "a target in one Measurement Window.", "Service Level", "Service Levels"),
    term("service", "what the Provider delivers for the Fees.", "Service", "Services"),
    term("fees", "what is paid under [](#parties).", "Fees"),
    term("unused", "nothing.", "Never Said"),
)


def test_used_terms_are_defined_with_the_terms_of_their_definitions_in_alphabetical_order() -> None:
    found = draft(DEFINITIONS, clause("parties", "The Service Levels hold."), terms=TERMS)
    assert read(found.document)["definitions.schedule"] == (
        "Part 1 Definitions “Measurement Window” means a month. "
        "“Service Level” means a target in one Measurement Window."
    )


def test_a_reference_in_a_definition_is_resolved() -> None:
    found = draft(DEFINITIONS, clause("parties", "The Fees are due."), terms=TERMS)
    assert (
        read(found.document)["definitions.schedule"] == "Part 1 Definitions “Fees” means what is paid under clause 1.2."
    )


def test_terms_of_the_master_agreement_are_left_out_and_not_marked() -> None:
    facts = agreement(master_agreement=MasterAgreement(terms=(Prose((("", "Fees"),)),)))
    found = draft(DEFINITIONS, clause("parties", "The Fees of a Service are due."), facts=facts, terms=TERMS)
    assert "Fees" not in {one.words for one in inlines(found.document) if isinstance(one, Use)}
    assert read(found.document)["definitions.schedule"] == (
        "Part 1 Definitions “Service” means what the Provider delivers for the Fees."
    )


def test_the_longest_form_is_found_and_whole_words_only() -> None:
    found = draft(clause("parties", "A Service Level of a Service, no Servicepoint."), terms=TERMS)
    assert [(one.term, one.words) for one in inlines(found.document) if isinstance(one, Use)] == [
        ("level", "Service Level"),
        ("service", "Service"),
    ]


def test_a_term_defined_in_a_clause_is_used_elsewhere_and_stays_out_of_the_list() -> None:
    home = clause("parties", '**"Carrier"** means the firm that carries.')
    found = draft(DEFINITIONS, home, clause("scope", "The Carrier carries."), terms=TERMS)
    assert ("carrier", "Carrier") in [(one.term, one.words) for one in inlines(found.document) if isinstance(one, Use)]
    assert "definitions.schedule" not in read(found.document)


def test_a_value_is_no_use_of_a_term() -> None:
    facts = agreement(title=prose("Service Level Agreement for the Service"))
    found = draft(clause("parties", "The {{ title }}."), facts=facts, terms=TERMS)
    assert not [one for one in inlines(found.document) if isinstance(one, Use)]


def test_a_value_that_reads_like_the_place_of_the_definitions_is_not_that_place() -> None:
    facts = agreement(title=prose("[[definitions]]"))
    found = draft(DEFINITIONS, clause("parties", "{{ title }}\n\nThe Fees."), facts=facts, terms=TERMS)
    assert "[[definitions]]" in read(found.document)["parties"]


def test_a_definition_does_not_use_the_term_that_it_defines() -> None:
    circle = (term("service", "a Service that is a Service.", "Service"),)
    found = draft(DEFINITIONS, clause("parties", "The Service."), terms=circle)
    uses = [one for one in inlines(found.document) if isinstance(one, Use)]
    assert len(uses) == 1


def test_terms_that_define_each_other_end() -> None:
    ring = (term("a", "a Beta.", "Alpha"), term("b", "an Alpha.", "Beta"))
    found = draft(DEFINITIONS, clause("parties", "The Alpha."), terms=ring)
    assert (
        read(found.document)["definitions.schedule"]
        == "Part 1 Definitions “Alpha” means a Beta. “Beta” means an Alpha."
    )


# --- the whole -------------------------------------------------------------------------------------------------------


def test_an_empty_agreement_of_a_kind_still_gives_a_draft_with_blanks() -> None:
    nothing = Agreement(kind=(Choice("kind", "customer_based"),))
    found = draft(
        clause("parties", "Between {{ parties.provider.name }} and {{ parties.customer.name }}."), facts=nothing
    )
    assert read(found.document)["parties"] == "1.1 Parties Between [to be completed] and [to be completed]."
    assert words_of(found.document.title) == "[to be completed]"


def test_a_kind_without_an_outline_is_named() -> None:
    with pytest.raises(ClauseFault, match="There is no outline for vendor"):
        assemble(agreement(kind=(Choice("kind", "vendor"),)), library(clause("parties")))


def test_an_agreement_without_a_kind_is_told_so() -> None:
    with pytest.raises(ClauseFault, match="The agreement does not say its kind"):
        assemble(agreement(kind=()), library(clause("parties")))


def test_the_first_kind_that_has_an_outline_gives_the_order() -> None:
    facts = agreement(kind=(Choice("kind", "vendor"), Choice("kind", "customer_based")))
    assert outline_of(facts, library(clause("parties"))).kind == "customer_based"


def test_a_clause_without_a_text_in_the_language_is_named_with_its_file() -> None:
    german = clause("parties", texts=(ClauseText("de", "balanced", "Worte.", "overview/parties/de.md"),))
    with pytest.raises(ClauseFault, match="1 chosen clause has no text in the language en: parties") as caught:
        draft(german)
    assert caught.value.findings[0].mend is not None
    assert "clause_library/overview/parties/en.md" in caught.value.findings[0].mend.words


def test_a_language_without_words_is_named() -> None:
    with pytest.raises(UnknownLanguage):
        assemble(agreement(), library(clause("parties")), "xx")


def test_the_position_of_a_clause_is_its_own_else_that_of_the_agreement_else_balanced() -> None:
    facts = agreement(clauses=(ClauseUse("scope", position=Choice("position", "provider")),))
    assert position_of(facts, "scope") == "provider"
    assert position_of(agreement(position=Choice("position", "customer")), "scope") == "customer"
    assert position_of(Agreement(), "scope") == "balanced"


def test_the_text_of_a_position_is_printed_where_there_is_one() -> None:
    both = (
        ClauseText("en", "balanced", "Balanced.", "overview/scope/en.md"),
        ClauseText("en", "customer", "Customer.", "overview/scope/en.customer.md"),
    )
    facts = agreement(position=Choice("position", "customer"))
    found = draft(clause("parties", "Only {{ title }}."), clause("scope", texts=both), facts=facts)
    assert read(found.document)["scope"] == "1.2 Scope Customer."
    assert [(one.id, one.position) for one in found.clauses] == [("parties", "balanced"), ("scope", "customer")]


def test_a_chosen_clause_carries_why_and_the_fingerprint_of_its_text() -> None:
    (chosen,) = draft(clause("parties", "Words.")).clauses
    assert (chosen.id, chosen.because) == ("parties", "required by kind")
    assert chosen.fingerprint == fingerprint_of_lines(["Words."])


def test_a_clause_that_the_outline_does_not_list_stands_at_the_end_of_its_section() -> None:
    both = library(clause("parties"), clause("extra", "Words.\n\n## Extra part\n\nMore."))
    outline = both.outlines["customer_based"]
    short = evolve(
        outline,
        sections=(OutlineSection("overview", {"en": "Overview"}, 400, ("parties",)),),
        schedules=tuple(evolve(one, clauses=("parties",)) for one in outline.schedules),
    )
    found = read(assemble(agreement(), evolve(both, outlines={"customer_based": short})).document)
    assert found["extra"] == "1.2 Extra Words."
    assert found["extra.schedule"] == "Part 1 Extra part More."


def test_a_section_or_schedule_without_clauses_is_not_printed() -> None:
    both = library(clause("parties"))
    outline = both.outlines["customer_based"]
    empty = OutlineSection("credits", {"en": "Credits"}, 100, ("ladder",))
    found = assemble(
        agreement(), evolve(both, outlines={"customer_based": evolve(outline, sections=(*outline.sections, empty))})
    )
    assert set(read(found.document)) == {"section.overview", "parties"}


def test_the_cover_names_the_parties_and_the_facts_of_the_version() -> None:
    cover = draft(clause("parties")).document.cover
    assert cover is not None
    assert [words_of(party.name) for party in cover.parties] == ["Aldgate Data Services Ltd", cover_name()]
    assert [words_of(party.role) for party in cover.parties] == ["Provider", "Customer"]
    assert [(label, words_of(fact)) for label, fact in cover.lines] == [
        ("Version", "0.1"),
        ("Effective", "1 January 2027"),
    ]


def test_a_party_whose_id_is_no_role_is_a_blank_on_the_cover_until_its_role_is_said() -> None:
    shops = Party("shops", name=prose("Shops"), role=Choice("party_role", "customer"))
    named = (Party("desk", name=prose("Service desk")), shops)
    cover = draft(clause("parties"), facts=agreement(parties=named)).document.cover
    assert cover is not None
    (open_role,), (stated,) = (party.role for party in cover.parties)
    assert (type(open_role), getattr(open_role, "field", "")) == (Blank, "parties.desk.role")
    assert (words_of((stated,)), getattr(stated, "field", "")) == ("Customer", "parties.shops.role")


def cover_name() -> str:
    (_, customer) = agreement().parties
    assert customer.name is not None
    return customer.name.words("en") or ""


def test_there_is_a_place_to_sign_for_each_party_that_accepts_when_the_clause_is_chosen() -> None:
    signing = draft(clause("acceptance")).document.story(StoryKind.SIGNATURES)
    assert next(block.party for block in signing if isinstance(block, Signature)) == "Aldgate Data Services Ltd"
    assert len(signing) == 2
    assert draft(clause("parties")).document.story(StoryKind.SIGNATURES) == ()


def test_the_foot_of_the_page_says_title_version_and_fingerprint() -> None:
    document = draft(clause("parties")).document
    foot = words_of(document.footer)
    assert foot == f"Service Level Agreement · Version 0.1 · {fingerprint(document)}"


def test_every_computed_word_on_the_foot_knows_its_field() -> None:
    document = draft(clause("parties")).document
    assert [one.field for one in document.footer if isinstance(one, Value)] == ["title", "version"]


def test_the_date_of_a_paper_is_that_of_its_text() -> None:
    assert str(draft(clause("parties")).document.dated) == "2027-01-01"


def test_the_same_agreement_gives_the_same_paper_again() -> None:
    clauses = (DEFINITIONS, clause("parties", "The Service Levels of {{ parties.customer.name }}."), TARGETS)
    assert draft(*clauses, terms=TERMS) == draft(*clauses, terms=TERMS)


def test_a_definition_of_more_than_one_paragraph_is_a_mistake_of_its_author() -> None:
    two = (term("fees", "one.\n\nAnd two.", "Fees"),)
    with pytest.raises(ClauseFault, match=r"terms/fees/en\.md") as caught:
        draft(DEFINITIONS, clause("parties", "The Fees."), terms=two)
    assert "one paragraph" in caught.value.findings[0].message


def test_a_text_that_says_nothing_is_an_empty_clause() -> None:
    found = draft(clause("parties", "{% if credits.exclusive %}words{% endif %}"))
    assert read(found.document)["parties"] == "1.1 Parties"
    assert Paragraph((Text(""),)) not in found.document.story(StoryKind.BODY)


def test_units_of_one_organisation_approve_on_record_and_companies_sign() -> None:
    signed = assemble(agreement(), load_library()).document
    units = tuple(evolve(party, kind=Choice("party_kind", "unit")) for party in agreement().parties)
    approved = assemble(agreement(parties=units), load_library()).document
    assert [first_words(document) for document in (signed, approved)] == [
        ("Signed for Aldgate Data Services Ltd", "Signature"),
        ("Approved for Aldgate Data Services Ltd", "Record"),
    ]


def first_words(document: Document) -> tuple[str, str]:
    (first, _) = document.story(StoryKind.SIGNATURES)
    assert isinstance(first, Signature)
    return words_of(first.heading), first.lines[0][0]
