from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from sla_drafter.assembly.select import Stated, holds, select, stated_by
from sla_drafter.builder import Builder, Draft
from sla_drafter.document.index import index
from sla_drafter.document.nodes import (
    Blank,
    Definition,
    Inline,
    Section,
    SectionKind,
    StoryKind,
    Text,
    Value,
)
from sla_drafter.document.walk import document_lines, inlines_of, lines_of, sections_of, words_of
from sla_drafter.findings import Severity
from sla_drafter.language.sentences import words_in
from sla_drafter.model.choices import KINDS
from sla_drafter.model.library import Clause, DefinedTerm, Outline, Standing
from tests.library.texts import LIBRARY
from tests.promises.full import full_drafts

WORDS_OF_A_PAGE = 600
STARTERS = sorted(
    Path(str(file)).stem
    for file in (files("sla_drafter.templates") / "starters").iterdir()
    if file.name.endswith(".yaml")
)

each_clause = pytest.mark.parametrize("clause", LIBRARY.clauses.values(), ids=list(LIBRARY.clauses))
each_term = pytest.mark.parametrize("term", LIBRARY.terms.values(), ids=list(LIBRARY.terms))
each_outline = pytest.mark.parametrize("outline", LIBRARY.outlines.values(), ids=list(LIBRARY.outlines))
each_starter = pytest.mark.parametrize("name", STARTERS)


@cache
def started(name: str) -> Draft:
    """The draft of a starter, made once."""
    text = (files("sla_drafter.templates") / "starters" / f"{name}.yaml").read_text(encoding="utf-8")
    return Builder.from_text(text, f"{name}.yaml").build()


@cache
def stated() -> tuple[Stated, ...]:
    """What the fullest agreements state, as selecting asks for it."""
    return tuple(stated_by(draft.agreement) for draft in full_drafts())


def own_words(section: Section) -> int:
    """The words of a clause or section of the body, its titles among them; the facts that fill it come on top."""
    return sum(words_in(words_of(map(without_facts, line))) for line in lines_of(section))


def without_facts(inline: Inline) -> Inline:
    return Text(" ") if isinstance(inline, Value) else inline


@each_clause
def test_a_clause_says_where_it_comes_from_and_helps_its_author(clause: Clause) -> None:
    assert clause.source
    assert clause.guidance.endswith(".")
    assert set(clause.titles) >= {text.language for text in clause.texts} >= {"en"}
    balanced = clause.text("en", "balanced")
    assert balanced is not None
    assert (balanced.position, bool(balanced.source.strip())) == ("balanced", True)


@each_clause
def test_every_kind_of_agreement_stands_somehow_to_a_clause(clause: Clause) -> None:
    assert set(clause.kinds) == set(KINDS)


@each_clause
def test_a_clause_that_facts_choose_says_which(clause: Clause) -> None:
    by_facts = {Standing.CONDITIONAL} & set(clause.kinds.values())
    assert bool(clause.when) >= bool(by_facts)


@each_clause
def test_the_facts_that_choose_a_clause_are_facts_of_the_model(clause: Clause) -> None:
    assert all(any(holds(condition, facts) for facts in stated()) for condition in clause.when)


@each_clause
def test_what_a_clause_requires_it_does_not_exclude(clause: Clause) -> None:
    assert not set(clause.requires) & set(clause.excludes)
    assert clause.id not in (*clause.requires, *clause.excludes)


def test_the_budget_of_clauses_is_45_to_60_words_for_most_of_them() -> None:
    budgets = sorted(clause.budget for clause in LIBRARY.clauses.values())
    assert budgets[len(budgets) // 2] <= 60
    assert budgets[-1] <= 100


@each_term
def test_a_term_is_found_by_its_own_word(term: DefinedTerm) -> None:
    assert all(word in term.forms[language] for language, word in term.words.items())


@each_term
def test_a_term_is_defined_in_some_agreement(term: DefinedTerm) -> None:
    assert any(
        isinstance(inline, Definition) and inline.term == term.id
        for draft in full_drafts()
        for line in document_lines(draft.document)
        for inline in inlines_of(line)
    )


@each_outline
def test_an_outline_lists_every_clause_that_its_kind_can_use(outline: Outline) -> None:
    usable = {one.id for one in LIBRARY.clauses.values() if one.kinds[outline.kind] is not Standing.UNUSED}
    assert usable <= {clause for section in outline.sections for clause in section.clauses}


@each_outline
def test_an_outline_places_every_schedule_part_of_its_clauses(outline: Outline) -> None:
    listed = {clause for section in outline.sections for clause in section.clauses}
    parted = {one for one in listed if any("\n## " in text.source for text in LIBRARY.clauses[one].texts)}
    assert {clause for schedule in outline.schedules for clause in schedule.clauses} == parted


@each_outline
def test_the_clauses_of_an_outline_stand_in_the_section_that_they_name(outline: Outline) -> None:
    assert not [
        clause
        for section in outline.sections
        for clause in section.clauses
        if LIBRARY.clauses[clause].section != section.id
    ]


@each_outline
def test_the_budget_of_an_outline_fits_on_its_pages(outline: Outline) -> None:
    assert sum(section.budget for section in outline.sections) <= outline.pages * WORDS_OF_A_PAGE


@each_outline
def test_every_kind_with_an_outline_has_a_starter_of_this_kind(outline: Outline) -> None:
    assert outline.kind in {kind.id for kind in started(outline.starter).agreement.kind}


@each_starter
def test_a_starter_drafts_without_an_error_or_a_warning(name: str) -> None:
    assert not [str(one) for one in started(name).findings if one.severity is not Severity.INFO]


@each_starter
def test_every_slot_of_a_starter_is_filled(name: str) -> None:
    lines = document_lines(started(name).document)
    assert not [inline.field for line in lines for inline in inlines_of(line) if isinstance(inline, Blank)]


@each_starter
def test_the_own_words_of_every_clause_of_a_starter_are_within_its_budget(name: str) -> None:
    over = {
        section.id: (words, LIBRARY.clauses[section.id].budget)
        for section in index(started(name).document).sections.values()
        if section.kind is SectionKind.CLAUSE and (words := own_words(section)) > LIBRARY.clauses[section.id].budget
    }
    assert not over


@each_starter
def test_the_own_words_of_every_section_of_a_starter_are_within_its_budget(name: str) -> None:
    draft = started(name)
    budgets = {section.id: section.budget for section in draft.outline.sections}
    over = {
        section.id: words
        for section in sections_of(draft.document.story(StoryKind.BODY))
        if section.kind is SectionKind.SECTION
        and (words := own_words(section)) > budgets[section.id.removeprefix("section.")]
    }
    assert not over


@each_starter
def test_every_clause_that_its_kind_requires_is_in_a_starter_or_settled(name: str) -> None:
    draft = started(name)
    required = {one.id for one in LIBRARY.clauses.values() if one.kinds[draft.outline.kind] is Standing.REQUIRED}
    assert required <= draft.clause_ids | set(select(draft.agreement, LIBRARY).left_out)
