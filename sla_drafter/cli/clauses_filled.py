"""`clauses show ID --with AGREEMENT`: the words of a clause as one agreement has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sla_drafter.cli.status import Refused
from sla_drafter.cli.visible import visible

if TYPE_CHECKING:
    from sla_drafter.builder import Draft
    from sla_drafter.document.nodes import Section


def filled_words(clause: str, agreement: Path, language: str, position: str) -> str:
    """The clause as the agreement prints it, with its schedule part; it is included where it is not chosen."""
    from sla_drafter.document.walk import sections_of

    draft = _draft(clause, agreement, language, position)
    parts = (clause, f"{clause}.schedule")
    blocks = (story.blocks for story in draft.document.stories)
    found = [section for several in blocks for section in sections_of(several) if section.id in parts]
    if not found:
        raise Refused(f"{agreement} has no place for {clause}: the outline of its kind has no such section.")
    return "\n\n".join("\n".join(_lines(section, draft)) for section in found)


def _draft(clause: str, agreement: Path, language: str, position: str) -> Draft:
    from sla_drafter.builder import Builder

    builder = Builder.from_file(agreement)
    if position:
        builder = builder.set({f"clauses.{clause}.position": position})
    builder = builder.in_language(language)
    draft = builder.draft(layout=False)
    return draft if clause in draft.clause_ids else builder.include(clause).draft(layout=False)


def _lines(section: Section, draft: Draft) -> Iterator[str]:
    """Number and title, then each paragraph, item and row on a line of its own."""
    from sla_drafter.document.nodes import Table
    from sla_drafter.document.number import numbers
    from sla_drafter.document.printed import printed_lines
    from sla_drafter.document.walk import words_of

    number = numbers(draft.document)[section.id].printed
    yield visible(f"{number} {words_of(section.title)}".strip())
    for block in section.blocks:
        if isinstance(block, Table):
            rows = (block.header, *(row.cells for row in block.rows))
            yield from (visible("  ".join(words_of(cell.children) for cell in row)) for row in rows)
        else:
            yield from map(visible, printed_lines(block, draft.document.numbering))
