"""An agreement in a few figures, for reports that are made without the draft itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_drafter.errors import NotWritten
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.builder.draft import Draft


@frozen
class Sketch:
    """An agreement in a few figures: its kinds, law and position, its pages, its longest sentence in words, its ease.

    `pages` and `schedules` are None where the paper cannot be laid out; `not_judged` are the rules that miss them.
    """

    kinds: tuple[str, ...]
    law: str
    position: str
    longest_sentence: int
    reading_ease: str
    pages_budget: int
    pages: int | None = None
    schedules: int | None = None
    not_judged: tuple[str, ...] = ()


def sketch_of(draft: Draft) -> Sketch:
    """A draft in a few figures."""
    from sla_drafter.lints.engine import not_run

    agreement = draft.agreement
    try:
        pages = draft.pages
    except NotWritten:
        pages = None
    return Sketch(
        kinds=tuple(kind.id for kind in agreement.kind),
        law=agreement.law.id if agreement.law else "",
        position=agreement.position.id if agreement.position else "",
        longest_sentence=draft.longest_sentence,
        reading_ease=draft.reading_ease,
        pages_budget=draft.outline.pages,
        pages=pages.body if pages else None,
        schedules=pages.schedules if pages else None,
        not_judged=tuple(f"{rule.code} {rule.name}" for rule in not_run(draft, layout=pages)),
    )
