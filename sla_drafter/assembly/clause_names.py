"""How a person names each clause of an agreement: its number and its title, known before a word of it is filled."""

from __future__ import annotations

from collections.abc import Mapping

from sla_drafter.assembly.order import Filled, body
from sla_drafter.assembly.outline import outline_of
from sla_drafter.assembly.select import select
from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.document.nodes import Document, Story, StoryKind
from sla_drafter.document.number import numbers
from sla_drafter.document.walk import sections_of, words_of
from sla_drafter.language.words import words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.library import Library


def clause_names(agreement: Agreement, library: Library, language: str = "") -> Mapping[str, str]:
    """The number and the title of each clause that is chosen, by its id: "clause 7.3 Applying credits"."""
    spoken = language or agreement.language
    chosen = select(agreement, library).chosen
    empty = Parsed(())
    filled = {one: Filled(one, library.clauses[one].titles[spoken], "", empty) for one in chosen}
    blocks = body(outline_of(agreement, library), library, spoken, filled)
    counted = numbers(Document((), spoken, (Story(StoryKind.BODY, blocks),)))
    word = words(spoken).message("clause")
    titles = {section.id: words_of(section.title) for section in sections_of(blocks)}
    return {one: f"{word} {counted[one].words} {titles[one]}" for one in chosen if one in counted}
