"""The fullest papers that the library can draft: every field present, every choice taken in turn, for every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from sla_drafter.assembly.assemble import assemble
from sla_drafter.assembly.draft import Draft
from sla_drafter.document.walk import document_lines, words_of
from sla_drafter.model.scalars import Choice
from sla_drafter.readers.clauses import load_library
from tests.model.everything import TURNS, everything

NOTHING: Mapping[str, object] = MappingProxyType({})


def drafted(kind: str, turn: int, changed: Mapping[str, object] = NOTHING) -> Draft:
    """The draft of an agreement of everything."""
    return assemble(everything(turn, changed, kind=(Choice("kind", kind),)), load_library())


@cache
def full_drafts() -> tuple[Draft, ...]:
    """One draft for each kind and turn."""
    return tuple(drafted(kind, turn) for kind, turn in occasions())


def drafts_of(turn: int) -> tuple[Draft, ...]:
    """The drafts of one turn, one for each kind."""
    return tuple(draft for (_, at), draft in zip(occasions(), full_drafts(), strict=True) if at == turn)


@cache
def full_papers() -> tuple[tuple[str, ...], ...]:
    """The words of each of them."""
    return tuple(map(paper, full_drafts()))


def occasions() -> Iterator[tuple[str, int]]:
    """Every kind that has an outline, in every turn."""
    return ((kind, turn) for turn in range(TURNS) for kind in load_library().outlines)


def paper(draft: Draft) -> tuple[str, ...]:
    """The words of a draft, line by line."""
    return tuple(map(words_of, document_lines(draft.document)))
