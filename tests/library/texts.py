"""The words of the clause library as their authors wrote them, without what is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.model.library import ClauseText
from sla_drafter.readers.clauses import load_library

LIBRARY = load_library()
_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LIST_MARK = re.compile(r"^\s*(?:1\.|-)\s+(?:\[#[a-z0-9_]+\]\s*)?", re.MULTILINE)
_TARGET = re.compile(r"\]\([^)]*\)")


def texts() -> Iterator[ClauseText]:
    """Every text of a clause and of a term."""
    for clause in LIBRARY.clauses.values():
        yield from clause.texts
    for term in LIBRARY.terms.values():
        yield from term.definitions.values()


TEXTS = tuple(texts())
IDS = [text.where for text in TEXTS]


def own_words(text: ClauseText) -> str:
    """The words that stand in a text itself: no slots, no questions, no list marks, no targets of references."""
    return _TARGET.sub("]", _LIST_MARK.sub("", _FILLED.sub(" … ", text.source)))
