"""What the rules of the library judge: its clauses as their authors wrote them, with their examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field

from sla_drafter.findings import Place
from sla_drafter.language.patterns import compiled
from sla_drafter.model.example import Example
from sla_drafter.model.library import Clause, ClauseText, Library
from sla_drafter.values import frozen

_FILLED = compiled(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LIST_MARK = compiled(r"^\s*(?:[0-9]+\.|-)\s+(?:\[#[a-z0-9_]+\]\s*)?", re.MULTILINE)
_TARGET = compiled(r"\]\([^)]*\)")


@frozen
class Shelf:
    """A library, the ids of the clauses of it that are judged, and the examples that stand beside them."""

    library: Library
    judged: tuple[str, ...]
    examples: tuple[Example, ...] = field(default=(), repr=False)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that are judged."""
        return tuple(self.library.clauses[one] for one in self.judged)

    @property
    def texts(self) -> Iterator[tuple[Clause, ClauseText]]:
        """Every text of every clause that is judged."""
        return ((clause, text) for clause in self.clauses for text in clause.texts)

    @cached_property
    def examples_of(self) -> Mapping[str, tuple[Example, ...]]:
        """The examples of each clause that is judged, by its id."""
        return {one: tuple(each for each in self.examples if each.clause == one) for one in self.judged}


def own_words(text: ClauseText) -> str:
    """The words that stand in a text itself, line by line: no slots, no questions, no list marks, no targets."""
    blanked = _FILLED.sub(lambda found: "\n" * found[0].count("\n") or " … ", text.source)
    return _TARGET.sub("]", _LIST_MARK.sub("", blanked))


def place_in(where: str, source: str, line: int = 1) -> Place:
    """The place of a line of a text."""
    from pathlib import PurePath

    lines = source.splitlines() or [""]
    said = lines[min(max(line, 1), len(lines)) - 1]
    return Place(PurePath(where), line, 1, said, max(len(said), 1))


def clause_file(clause: Clause) -> Place:
    """The place of the file of a clause as a whole."""
    from pathlib import PurePath

    return Place(PurePath(f"{clause.section}/{clause.id}/clause.yaml"), 1, 1, "")
