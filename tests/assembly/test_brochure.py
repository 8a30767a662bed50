from __future__ import annotations

import pytest
from attrs import evolve

from sla_drafter.assembly.brochure import brochure
from sla_drafter.builder import Builder
from sla_drafter.builder.files import read_back
from sla_drafter.document.fingerprint import fingerprint
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Blank, Link, Table
from sla_drafter.document.walk import document_lines, inlines_of, sections_of, words_of
from sla_drafter.readers.house import load_house
from sla_drafter.writers.pdf import layout
from tests.promises.starters import IDS, PAPERS, builder_of, draft_of, text_of


@pytest.mark.parametrize(("name", "language"), PAPERS, ids=IDS)
def test_the_brochure_of_every_starter_is_one_sheet_with_its_facts_levels_and_contacts(
    name: str, language: str
) -> None:
    draft = draft_of(name, language)
    short = draft.brochure
    assert short.pages.total <= 2
    names = {section.id for section in sections_of(short.document.stories[0].blocks)}
    assert names >= {"brochure.key_facts", "brochure.metric_list", "brochure.full_text"}
    assert not [one for line in document_lines(short.document) for one in inlines_of(line) if isinstance(one, Blank)]


@pytest.mark.parametrize(
    ("name", "language"),
    [("billing_system", "de"), ("billing_system", "fr"), ("billing_system", "es"), ("internet_access", "en")],
)
def test_a_house_with_large_headings_has_one_sheet_too(name: str, language: str) -> None:
    short = evolve(draft_of(name, language), house=load_house("corporate")).brochure
    assert layout(short.document, short.house).pages.total == 3
    assert short.pages.total == 2


def test_a_commitment_names_its_channels_and_where_to_complain() -> None:
    short = brochure(draft_of("platform_commitment", "en"))
    words = [words_of(line) for line in document_lines(short)]
    assert words[words.index("To complain") + 1] == "the channel platform-help"
    assert "the status page and the channel platform-status" in words


def test_every_table_and_value_of_the_brochure_stands_in_the_agreement() -> None:
    draft = draft_of("managed_database", "en")
    paper = {(value.field, value.words) for _, value in values_of(draft.document)}
    short = brochure(draft)
    told = {(value.field, value.words) for _, value in values_of(short)}
    own = {("review.every", "every 18 months"), ("parties.provider.notices", "legal@corvane.example")}
    assert told - paper - own == set()
    tables = [
        block
        for section in sections_of(short.stories[0].blocks)
        for block in section.blocks
        if isinstance(block, Table)
    ]
    assert len(tables) >= 6


def test_the_brochure_says_which_text_prevails_and_where_it_stands() -> None:
    draft = draft_of("managed_database", "en")
    words = " ".join(words_of(line) for line in document_lines(draft.brochure.document))
    assert f"version 0.1, fingerprint {fingerprint(draft.document)}. The agreement prevails." in words
    assert "The full text is to be had from Corvane Hosting Ltd: legal@corvane.example." in words
    published = (
        builder_of("managed_database").set({"publication.url": "https://corvane.example/sla"}).draft(layout=False)
    )
    lines = list(document_lines(brochure(published)))
    assert [one.target for line in lines for one in inlines_of(line) if isinstance(one, Link)] == [
        "https://corvane.example/sla"
    ]


def test_a_brochure_is_read_back_word_for_word_in_both_of_its_formats() -> None:
    from sla_drafter.builder.files import made_bytes
    from sla_drafter.review.verify import differences

    short = draft_of("managed_database", "en").brochure
    for ending in ("pdf", "html", "docx", "md", "json"):
        assert differences(short.document, {ending: read_back(ending, made_bytes(short, ending))}) == ()


def test_a_brochure_over_two_pages_is_a_finding_when_one_is_asked_for() -> None:
    text = text_of("managed_database")
    long = "holds the bookings and the tracking data of the Customer's freight portal " * 90
    draft = Builder.from_text(text).set({"services.database.purpose": long.strip()}).draft(layout=False)
    assert draft.brochure.pages.total > 2
    assert "SIZ-05" in {finding.rule for finding in draft.judged(brochure=True).findings}
    assert "SIZ-05" not in {finding.rule for finding in draft.judged().findings}
