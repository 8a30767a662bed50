from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.computed import ROOT, computed
from sla_drafter.assembly.draft import Draft
from sla_drafter.assembly.forms import FORMS, spell
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Blank, Value
from sla_drafter.document.walk import cover_lines, document_lines, inlines_of
from sla_drafter.language.words import words
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.facts import REFERS_TO
from sla_drafter.model.paths import Fact, facts_of, value_at
from sla_drafter.model.scalars import Choice
from tests.model.everything import IDS, TURNS, pattern_of
from tests.promises.full import drafted, drafts_of, full_drafts, full_papers, occasions, paper

USED_ELSEWHERE = {
    "kind": "chooses the outline and the clauses",
    "standard_terms": "chooses the rules about standard terms",
    "clauses.*.include": "chooses the clause; here its own fact names it already",
    "clauses.*.position": "takes the text of this position",
    "clauses.*.replace": "is the text of this clause",
}
"""Fields that no clause prints and that change no word of any clause there is, with what uses them."""


NAMED = {"metric": "metrics", "service": "services", "provider": "parties", "customer": "parties"}
"""What a computed fact names, by its own name."""


def facts() -> dict[str, list[tuple[str, int, Fact]]]:
    """Every public fact of the fullest agreements with its kind and turn, by the pattern of its path."""
    found: dict[str, list[tuple[str, int, Fact]]] = {}
    for (kind, turn), draft in zip(occasions(), full_drafts(), strict=True):
        for fact in facts_of(draft.agreement):
            if not fact.path.startswith("private."):
                found.setdefault(pattern_of(fact.path), []).append((kind, turn, fact))
    return found


def other_values(fact: Fact) -> Iterator[Any]:
    """Other values that a fact could have."""
    match fact.value:
        case bool(said):
            yield not said
        case Choice(group=group, id=one):
            yield from (Choice(group, other) for other in CHOICES[group] if other != one)
        case str() if refers_to := fact.attribute.metadata[REFERS_TO]:
            yield from (other for other in IDS[refers_to] if other != fact.value)
        case (Choice(), *_) | (str(), *_):
            yield fact.value[:1]
        case _:
            return


def changes_the_paper(kind: str, turn: int, fact: Fact) -> bool:
    before = dict(zip(occasions(), full_papers(), strict=True))[kind, turn]
    return any(paper(drafted(kind, turn, {fact.path: other})) != before for other in other_values(fact))


def test_every_field_of_the_agreement_is_printed_or_changes_what_is_printed_or_is_used() -> None:
    printed = {pattern_of(value.field) for draft in full_drafts() for _, value in values_of(draft.document)}
    idle = [
        pattern
        for pattern, where in facts().items()
        if pattern not in printed
        and pattern not in USED_ELSEWHERE
        and not any(changes_the_paper(kind, turn, fact) for kind, turn, fact in where)
    ]
    assert not idle


def test_what_is_used_elsewhere_is_said_of_fields_that_no_clause_prints() -> None:
    printed = {pattern_of(value.field) for draft in full_drafts() for _, value in values_of(draft.document)}
    known = facts()
    assert not [
        pattern
        for pattern in USED_ELSEWHERE
        if pattern in printed or not known[pattern] or any(changes_the_paper(*where) for where in known[pattern][:4])
    ]


def test_every_clause_of_the_library_is_printed_in_one_of_the_fullest_papers() -> None:
    drafts = full_drafts()
    chosen = {clause for draft in drafts for clause in draft.clause_ids}
    assert not set(drafts[0].library.clauses) - chosen


def test_the_fullest_papers_have_no_blank_but_where_a_reference_leads_nowhere() -> None:
    blanks = {
        blank.field
        for draft in full_drafts()
        for line in (*cover_lines(draft.document), *document_lines(draft.document))
        for blank in inlines_of(line)
        if isinstance(blank, Blank)
    }
    assert not {field for field in blanks if not field.startswith("clauses.")}


@pytest.mark.parametrize("turn", range(TURNS))
def test_every_computed_word_is_its_fact_spelled_again_by_its_form(turn: int) -> None:
    assert not [
        (value.field, value.form, value.words, again)
        for draft in drafts_of(turn)
        for _, value in values_of(draft.document)
        for again in (spelled_again(draft, value),)
        if again != value.words
    ]


@pytest.mark.parametrize(("kind", "turn"), list(occasions()))
def test_every_key_date_is_its_fact_spelled_again_by_its_form(kind: str, turn: int) -> None:
    plain = drafted(kind, turn)
    draft = assemble(plain.agreement, plain.library, with_dates=True)
    dates = [value for _, value in values_of(draft.document) if value.field.startswith(f"{ROOT}.dates.")]
    assert dates
    assert [value.words for value in dates] == [spelled_again(draft, value) for value in dates]


def spelled_again(draft: Draft, value: Value) -> str:
    """The words of a fact, found by its path and spelled by the name of its form."""
    if value.form == "clause_title":
        return draft.library.clauses[value.field.rpartition(".")[2]].titles["en"]
    assert value.form.partition(":")[0] in FORMS  # a literal form stands behind a colon
    if value.field.startswith(f"{ROOT}."):
        sums = computed(draft.agreement, with_dates=True)
        refers_to = NAMED.get(value.field.rpartition(".")[2], "") if value.form == "named" else ""
        found = value_at(sums, value.field.removeprefix(f"{ROOT}."))
        return spell(found, value.form, Speller(draft.agreement, words("en"), refers_to))
    owner = value.field.partition("[")[0]
    roles_of_clauses = "roles" if value.field.startswith("clauses.") and value.form == "named" else ""
    refers_to = roles_of_clauses or next(
        (fact.attribute.metadata[REFERS_TO] for fact in facts_of(draft.agreement) if fact.path in (value.field, owner)),
        "",
    )
    return spell(value_at(draft.agreement, value.field), value.form, Speller(draft.agreement, words("en"), refers_to))
