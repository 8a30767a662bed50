"""What a clause says it says in every language in which it is there: the same facts, references, tables and terms."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sla_drafter.assembly.forms import FORMS
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.typography import unspaced
from sla_drafter.language.words import words
from sla_drafter.model.library import Clause, ClauseText
from tests.library.texts import LIBRARY, TEXTS, own_words

OTHERS = [text for text in TEXTS if text.language != "en"]
SLOT = re.compile(r"\{\{\s*(.+?)\s*\}\}")
LITERAL = re.compile(r"""\|\s*(?P<filter>[a-z_]+)\("(?P<form>[a-z_]+)"\)""")
REFERENCE = re.compile(r"\[\]\((#[a-z0-9_.]+)\)")
TABLE = re.compile(r"^\|(?:---\|)+", re.MULTILINE)
ANCHOR = re.compile(r"\[(#[a-z0-9_]+)\] ")
DEFINED = re.compile(r'\*\*"([^"]+)"\*\*')
each_text = pytest.mark.parametrize("text", OTHERS, ids=[text.where for text in OTHERS])


def english(text: ClauseText) -> ClauseText:
    """The English text of the same clause or term, in the same position."""
    where = text.where.replace(f"/{text.language}.", "/en.")
    return next(other for other in TEXTS if other.where == where)


def facts(text: ClauseText) -> set[str]:
    """The facts that a text prints, whatever the form."""
    return {re.sub(r"\s*\|(?!\s*follow).*", "", slot) for slot in SLOT.findall(text.source)}


@each_text
def test_a_text_prints_the_same_facts_in_every_language(text: ClauseText) -> None:
    assert facts(text) == facts(english(text))


@each_text
def test_a_text_refers_to_the_same_clauses_in_every_language(text: ClauseText) -> None:
    ours, theirs = (set(REFERENCE.findall(one.source)) for one in (text, english(text)))
    assert ours == theirs


@each_text
def test_a_text_has_the_same_tables_anchors_and_schedule_in_every_language(text: ClauseText) -> None:
    for shape in (TABLE, ANCHOR, re.compile(r"^## ", re.MULTILINE), re.compile(r"^1\. ", re.MULTILINE)):
        ours, theirs = (Counter(shape.findall(one.source)) for one in (text, english(text)))
        assert ours == theirs


@each_text
def test_a_term_that_a_text_defines_has_its_forms_and_one_id_in_every_language(text: ClauseText) -> None:
    ours, theirs = ([_defined(one, words_) for words_ in DEFINED.findall(one.source)] for one in (text, english(text)))
    assert sorted(ours) == sorted(theirs)


def _defined(text: ClauseText, words_: str) -> str:
    """The id of the term of the library that a clause defines in place under these words."""
    clause = text.where.split("/")[-2]
    named = [term.id for term in LIBRARY.terms.values() if term.words.get(text.language) == words_]
    assert [one for one in named if clause in LIBRARY.terms[one].defined_in], f"terms/…: {words_}, {text.language}"
    return named[0]


@each_text
def test_a_term_that_the_english_text_uses_is_there_in_the_language(text: ClauseText) -> None:
    forms = PhraseIndex.of({form: term.id for term in LIBRARY.terms.values() for form in term.forms["en"]})
    used = {found.payload for found in forms.find(own_words(english(text)))}
    assert [one for one in sorted(used) if text.language not in LIBRARY.terms[one].words] == []


@each_text
def test_a_form_that_a_text_asks_for_is_one_of_its_language(text: ClauseText) -> None:
    known = words(text.language)
    asked = {(found["filter"], found["form"]) for found in LITERAL.finditer(text.source)}
    unknown = [
        form for name, form in asked if name in FORMS and name not in ("text", "named") and not known.knows_form(form)
    ]
    assert unknown == []


@each_text
def test_a_text_has_the_spaces_of_its_language(text: ClauseText) -> None:
    assert unspaced(own_words(text), text.language) == ()


@pytest.mark.parametrize("clause", LIBRARY.clauses.values(), ids=list(LIBRARY.clauses))
def test_a_clause_with_a_text_in_a_language_has_a_title_in_it(clause: Clause) -> None:
    texts = {text.language for text in clause.texts}
    assert texts <= set(clause.titles)


def test_a_term_has_its_own_form_among_its_forms_in_every_language() -> None:
    for term in LIBRARY.terms.values():
        for language, word in term.words.items():
            assert word in term.forms[language], f"{term.id} {language}"
