"""A whole agreement authored in Word: its template places clauses one by one, `[[body]]` takes what is left."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from sla_drafter.document.nodes import Block, Document, Section, SectionKind, Story
from sla_drafter.document.walk import sections_of
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.writers.docx.blocks import Blocks, Place


def placed_clauses(document: Document, calls: Sequence[str], blocks: Blocks) -> Mapping[str, str]:
    """The markup of each clause that a template places, by id, in the order in which it places them."""
    known = {one.id: one for story in document.stories for one in sections_of(story.blocks)}
    _refuse(calls, [name for name, one in known.items() if one.kind is SectionKind.CLAUSE])
    found: dict[str, str] = {}
    for name in calls:
        blocks.write((known[name],), Place())
        found[name] = "".join(blocks.out)
        blocks.out.clear()
    return found


def _refuse(calls: Sequence[str], clauses: Sequence[str]) -> None:
    faults = [f"the clause {name} is placed twice" for name in dict.fromkeys(calls) if calls.count(name) > 1]
    for name in calls:
        if name not in clauses:
            near = difflib.get_close_matches(name, clauses, 3)
            faults.append(f"the draft has no clause {name}" + (f"; did you mean {' or '.join(near)}?" if near else ""))
    if faults:
        mend = Mend("Place each clause of the draft once; `sla-drafter clauses list` names them.")
        findings = [
            Finding(
                "HOU-08",
                "unusable_template",
                Severity.ERROR,
                f"Word template: {one.removesuffix('?')}{'?' if one.endswith('?') else '.'}",
                mend=mend,
            )
            for one in faults
        ]
        raise Unreadable("The Word template of this house cannot be used.", findings)


def refuse_rest(rest: Iterable[Story]) -> None:
    """A template without `[[body]]` has to place everything: whatever is left over is named."""
    left = [one.id for story in rest for one in sections_of(story.blocks) if one.kind is not SectionKind.SECTION]
    left += [story.kind.value for story in rest if story.blocks and not any(True for _ in sections_of(story.blocks))]
    if left:
        message = f"Word template: it places {len(left)} parts of the draft nowhere: {', '.join(left[:8])}."
        mend = Mend("Add a paragraph [[body]], which takes everything that is placed nowhere else.")
        finding = Finding("HOU-08", "unusable_template", Severity.ERROR, message, mend=mend)
        raise Unreadable("The Word template of this house cannot be used.", [finding])


def without(stories: Sequence[Story], placed: Iterable[str]) -> tuple[Story, ...]:
    """The stories without the clauses that are placed, and without sections in which nothing is left."""
    gone = frozenset(placed)
    return tuple(Story(story.kind, tuple(_left(story.blocks, gone))) for story in stories)


def _left(blocks: tuple[Block, ...], gone: frozenset[str]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Section):
            yield block
        elif block.id not in gone:
            inside = tuple(_left(block.blocks, gone))
            if inside or not block.blocks:
                yield block if inside == block.blocks else evolve(block, blocks=inside)
