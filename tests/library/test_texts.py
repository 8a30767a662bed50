from __future__ import annotations

import re

import pytest

from sla_drafter.assembly.filters import FILTERS
from sla_drafter.lints.wordlists import vague_words
from sla_drafter.model.library import ClauseText
from tests.library.texts import IDS, LIBRARY, TEXTS, own_words

NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen twice "
    "thrice half double triple",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig "
    "achtzig neunzig hundert tausend million dutzend zweimal dreimal halb halbe doppelt dreifach",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante "
    "cent mille million douzaine moitié double triple",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta "
    "setenta ochenta noventa cien ciento mil millón docena mitad doble triple",
}
ARCHAIC = re.compile(
    r"\b(?:hereof|herein|hereby|hereto|hereunder|thereof|thereto|therein|whereas|aforesaid|witnesseth|forthwith)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:promptly|timely|as soon as|from time to time|appropriate|adequate|material(?:ly)?|substantial(?:ly)?"
    r"|best efforts|endeavours?|commercially reasonable|where possible|etc\.|and/or|enforceable|reasonabl[ey])",
    re.IGNORECASE,
)
NEVER_SAID = ("enforceable", "legal advice", "guarantee of law", "compliant with the law")
REFERENCE = re.compile(r"\[\]\(#([a-z0-9_]+)(?:\.([a-z0-9_]+))?\)")
CHOSEN = re.compile(r"(?:chosen|settles)\.([a-z0-9_]+)")
each_text = pytest.mark.parametrize("text", TEXTS, ids=IDS)


@each_text
def test_no_figure_stands_in_a_text(text: ClauseText) -> None:
    assert not re.findall(r"\d", own_words(text))


@each_text
def test_no_number_word_above_one_stands_in_a_text(text: ClauseText) -> None:
    assert not set(re.findall(r"\w+", own_words(text).lower())) & set(NUMBER_WORDS[text.language].split())


@each_text
def test_no_vague_word_stands_in_a_text(text: ClauseText) -> None:
    assert not [found.words for found in vague_words(own_words(text), text.language)]


@each_text
def test_no_word_of_a_text_is_archaic_or_left_to_opinion(text: ClauseText) -> None:
    said = own_words(text).replace("reasonable skill and care", "")
    assert not ARCHAIC.findall(said)
    assert not VAGUE.findall(said)


@each_text
def test_a_text_promises_nothing_about_the_law(text: ClauseText) -> None:
    assert not [said for said in NEVER_SAID if said in own_words(text).lower()]


@each_text
def test_a_reference_leads_to_a_clause_that_has_what_it_names(text: ClauseText) -> None:
    for clause, place in REFERENCE.findall(text.source):
        assert clause in LIBRARY.clauses
        if place:
            mark = r"^## " if place == "schedule" else rf"\[#{place}\]"
            named = LIBRARY.clauses[clause]
            target = named.text(text.language, text.position) or named.text("en", text.position)
            assert target is not None
            assert re.search(mark, target.source, re.MULTILINE), f"{clause}.{place}"


@each_text
def test_a_text_asks_for_clauses_that_there_are(text: ClauseText) -> None:
    assert set(CHOSEN.findall(text.source)) <= set(LIBRARY.clauses)


@each_text
def test_a_text_uses_typographic_marks_and_no_blanks_at_line_ends(text: ClauseText) -> None:
    plain = own_words(text).replace('**"', "").replace('"**', "")
    assert "'" not in plain
    assert '"' not in plain
    assert not re.search(r"[ \t]+$", text.source, re.MULTILINE)
    assert text.source.endswith("\n")


@each_text
def test_a_filter_of_a_text_is_one_that_there_is(text: ClauseText) -> None:
    asked = {name for tag in re.findall(r"\{[{%].*?[%}]\}", text.source) for name in re.findall(r"\|\s*([a-z_]+)", tag)}
    assert asked <= set(FILTERS)


def test_a_clause_prints_its_own_facts_and_no_others() -> None:
    for clause in LIBRARY.clauses.values():
        asked = {name for text in clause.texts for name in re.findall(r"\bown\.([a-z0-9_]+)", text.source)}
        assert asked == {parameter.name for parameter in clause.parameters}, clause.id


QUESTION = re.compile(r"{%-?\s*(?:if|elif)\s+(.*?)\s*-?%}")
WORDS_OF_A_QUESTION = {"if", "elif", "and", "or", "not", "in", "is", "given"}


def asked_of(text: ClauseText) -> set[str]:
    """The facts on which a text depends, without what it has for one position only."""
    questions = [re.sub(r'".*?"', "", one) for one in QUESTION.findall(text.source) if "position" not in one]
    return {name for one in questions for name in re.findall(r"[a-z_][\w.]*", one)} - WORDS_OF_A_QUESTION


TRANSLATIONS = [one for one in TEXTS if one.position == "balanced" and one.language != "en"]


@pytest.mark.parametrize("text", TRANSLATIONS, ids=[one.where for one in TRANSLATIONS])
def test_a_translation_depends_on_the_facts_that_the_english_text_depends_on(text: ClauseText) -> None:
    folder = text.where.rpartition("/")[0]
    (english,) = (one for one in TEXTS if one.where == f"{folder}/en.md")
    assert asked_of(text) == asked_of(english)
