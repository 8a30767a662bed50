"""Every starter in every language that it has: no finding, no word of another language, every fact printed."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest

from sla_drafter.builder import Builder, Draft
from sla_drafter.document.nodes import Value
from sla_drafter.document.walk import document_lines, inlines_of, words_of
from sla_drafter.findings import Severity
from sla_drafter.readers.agreement_file import languages_of, one_language

STARTERS = {
    entry.name.removesuffix(".yaml"): entry.read_text(encoding="utf-8")
    for entry in sorted((files("sla_drafter.templates") / "starters").iterdir(), key=lambda one: one.name)
    if entry.name.endswith(".yaml")
}
SPOKEN = [(name, language) for name, text in STARTERS.items() for language in languages_of(text) if language != "en"]
ENGLISH = re.compile(
    r"\b(?:the|of|and|or|with|without|shall|may|each|every|under|above|below|by|for|from|which|that|this|these|is|are|"
    r"if|not|no more|at least|at most|within|between|until|after|before|it|its|as)\b",
    re.IGNORECASE,
)
ALSO_WORDS_OF = {"de": {"not"}, "fr": {"or", "as", "it"}, "es": {"no more"}}
NAMES = re.compile(r"\S+@\S+|Europe/\w+")
each = pytest.mark.parametrize(("name", "language"), SPOKEN)


@cache
def drafted(name: str, language: str) -> Draft:
    """The draft of a starter in a language, made once."""
    return Builder.from_text(STARTERS[name], f"{name}.yaml").in_language(language).build()


TRANSLATED = (
    "managed_database", "billing_system", "streaming_service", "it_support_desk", "platform_commitment",
    "customer_support_desk",
)  # fmt: skip
"""The starters of the kinds whose papers are there in other languages too."""


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("name", TRANSLATED)
def test_a_starter_of_a_translated_kind_has_all_its_texts_in_the_language(name: str, language: str) -> None:
    assert (name, language) in SPOKEN


@each
def test_a_starter_has_no_error_and_no_warning_in_its_languages(name: str, language: str) -> None:
    found = [str(one) for one in drafted(name, language).findings if one.severity is not Severity.INFO]
    assert found == []


@each
def test_the_body_of_a_starter_stays_within_its_pages(name: str, language: str) -> None:
    draft = drafted(name, language)
    assert draft.pages.body <= draft.outline.pages


@each
def test_no_english_is_left_in_a_paper_of_another_language(name: str, language: str) -> None:
    lines = (NAMES.sub("", words_of(line)) for line in document_lines(drafted(name, language).document))
    left = [(line, found) for line in lines for found in ENGLISH.findall(line) if not found.isupper()]
    assert [pair for pair in left if pair[1].lower() not in ALSO_WORDS_OF[language]] == []


@each
def test_no_fact_is_missing_in_another_language(name: str, language: str) -> None:
    fields = [fields_of(one) for one in (drafted(name, language), drafted(name, "en"))]
    assert fields[0] == fields[1]


def fields_of(draft: Draft) -> set[str]:
    """The facts that a paper prints."""
    return {one.field for line in document_lines(draft.document) for one in inlines_of(line) if isinstance(one, Value)}


@each
def test_one_language_of_a_starter_is_a_file_of_its_own(name: str, language: str) -> None:
    text = one_language(STARTERS[name], language)
    alone = Builder.from_text(text, f"{name}.yaml").build()
    assert alone.agreement.language == language
    words = [[words_of(line) for line in document_lines(one.document)] for one in (alone, drafted(name, language))]
    assert words[0] == words[1]
    assert text.count("#") == STARTERS[name].count("#")


def test_a_text_that_is_not_there_is_found_once_where_it_stands() -> None:
    found = Builder.from_text(STARTERS["internet_access"], "x.yaml").in_language("de").draft(layout=False).findings
    errors = {finding.rule for finding in found if finding.severity is Severity.ERROR}
    assert errors == {"LNG-01"}


def test_the_open_points_of_an_unfinished_paper_hold_no_other_language() -> None:
    draft = (
        Builder.from_text(STARTERS["internet_access"], "x.yaml").in_language("de").build(unfinished=True, layout=False)
    )
    points = [words_of(point) for point in draft.document.open_points]
    assert "title (LNG-01)" in points
    assert all(re.fullmatch(r"[\w.\[\]%]+ \(\w{3}-\d\d\)", point) for point in points)
