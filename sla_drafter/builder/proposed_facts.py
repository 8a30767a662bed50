"""What mends of facts change in the words of a draft: it is drafted once more with them, and read beside the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sla_drafter.builder.compose import Builder
from sla_drafter.builder.draft import Draft
from sla_drafter.builder.mended import edits_in_order
from sla_drafter.document.kinds import StoryKind
from sla_drafter.errors import FindingsError
from sla_drafter.findings import Finding, Swap
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.swaps import place_among

_TEXT = (StoryKind.BODY, StoryKind.SCHEDULES)


def reworded(builder: Builder, draft: Draft, findings: Iterable[Finding], on: date | None = None) -> tuple[Swap, ...]:
    """The words that the paper would have with the facts of these mends, wherever they differ from those it has.

    None where two mends want one fact otherwise or the facts cannot stand together, and none where a paragraph or a row
    would come or go: a paper of which a part is changed would say two things.
    """
    edits = edits_in_order(edit for finding in findings if finding.mend for edit in finding.mend.edits)
    if not edits or len({edit.path for edit in edits}) < len(edits):
        return ()
    try:
        mended = builder.set({edit.path: edit.words for edit in edits}).draft(on=on, layout=False, words=False)
    except FindingsError:
        return ()
    before, after = Paper(draft.document), Paper(mended.document)
    pairs = list(zip(_lines(before), _lines(after), strict=False))
    same = len(_lines(before)) == len(_lines(after)) and all(_is_beside(one, other) for one, other in pairs)
    return tuple(_swaps(before, pairs)) if same else ()


def _lines(paper: Paper) -> list[Line]:
    return [line for line in paper.lines if line.story in _TEXT]


def _is_beside(one: Line, other: Line) -> bool:
    """Whether two lines stand at the same place of their papers, with words or without."""
    return (one.clause, one.part, bool(one.words)) == (other.clause, other.part, bool(other.words))


def _swaps(paper: Paper, pairs: Iterable[tuple[Line, Line]]) -> Iterator[Swap]:
    for line, other in pairs:
        if line.words != other.words:
            yield Swap(line.clause, line.words, other.words, place_among(paper, line, 0, line.words))
