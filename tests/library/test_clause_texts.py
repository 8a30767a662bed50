"""The words of the clause library keep the promises that its authors make to whoever signs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sla_drafter.model.choices import KINDS
from sla_drafter.model.library import ClauseText
from sla_drafter.readers.clauses.library import load_library

LIBRARY = load_library()
CLAUSES = sorted(LIBRARY.clauses)
NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|thousand"
    "|half|twice"
)
ARCHAIC = "hereof|herein|hereby|hereto|hereunder|thereof|thereto|therein|whereas|aforesaid|witnesseth|forthwith"
VAGUE = (
    "promptly|timely|as soon as|from time to time|appropriate|adequate|material(?:ly)?|substantial(?:ly)?|best efforts"
    "|endeavours?|commercially reasonable|where possible|etc\\.|and/or|enforceable"
)


def _texts() -> Iterator[ClauseText]:
    for clause in LIBRARY.clauses.values():
        yield from clause.texts
    for term in LIBRARY.terms.values():
        yield from term.definitions.values()


TEXTS = {text.where: text for text in _texts()}


def _words(text: ClauseText) -> str:
    """The author's own words: without slots, statements, targets of references, and the marks of lists."""
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\]\(#[a-z_.]+\)", " ", text.source, flags=re.DOTALL)
    return re.sub(r"^ *1\. ", "", bare, flags=re.MULTILINE)


@pytest.mark.parametrize("where", sorted(TEXTS))
def test_no_number_is_typed_into_a_text(where: str) -> None:
    words = _words(TEXTS[where])
    assert not re.search(r"\d", words)
    assert not re.search(rf"\b({NUMBER_WORDS})\b", words, re.IGNORECASE)


@pytest.mark.parametrize("where", sorted(TEXTS))
def test_no_word_is_archaic_or_vague(where: str) -> None:
    words = _words(TEXTS[where]).replace("reasonable skill and care", "")
    assert not re.search(rf"\b({ARCHAIC})\b", words, re.IGNORECASE)
    assert not re.search(rf"\b(?:{VAGUE}|reasonabl[ey])", words, re.IGNORECASE)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_says_how_every_kind_stands_to_it(clause: str) -> None:
    assert set(LIBRARY.clauses[clause].kinds) == set(KINDS)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_has_an_english_title_a_balanced_text_and_guidance(clause: str) -> None:
    found = LIBRARY.clauses[clause]
    text = found.text("en", "balanced")
    assert found.titles["en"]
    assert text is not None
    assert text.source.strip()
    assert found.guidance


@pytest.mark.parametrize("kind", sorted(LIBRARY.outlines))
def test_an_outline_lists_each_clause_that_its_kind_can_get_once(kind: str) -> None:
    listed = [clause for section in LIBRARY.outlines[kind].sections for clause in section.clauses]
    possible = {one for one, clause in LIBRARY.clauses.items() if clause.kinds[kind].value != "unused"}
    assert len(listed) == len(set(listed))
    assert possible <= set(listed)


@pytest.mark.parametrize("kind", sorted(LIBRARY.outlines))
def test_every_schedule_part_has_its_place_in_an_outline(kind: str) -> None:
    placed = {clause for schedule in LIBRARY.outlines[kind].schedules for clause in schedule.clauses}
    with_parts = {
        one for one, clause in LIBRARY.clauses.items() if any("\n## " in text.source for text in clause.texts)
    }
    assert with_parts <= placed
