"""Cross-references get their words: "clause 5.2", "Part 1 of Schedule 2", "clause 21 of the Master Agreement"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field

from sla_drafter.assembly.forms import said
from sla_drafter.assembly.order import SCHEDULE
from sla_drafter.assembly.slotted import slotted
from sla_drafter.assembly.speller import Speller
from sla_drafter.document.nodes import Blank, Document, Inline, Reference, Section, Story
from sla_drafter.document.number import Number, numbers
from sla_drafter.document.rewrite import rewrite_blocks
from sla_drafter.document.walk import inlines_of, lines_of, sections_of
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement
from sla_drafter.values import frozen

_REFERENCES = frozenset((Reference,))


@frozen(eq=False)
class Resolver:
    """What reference words are made of: the numbers, the schedule of each part, and what the master settles."""

    agreement: Agreement
    words: Words
    counted: Mapping[str, Number]
    schedule_of: Mapping[str, str]
    settled: frozenset[str] = field(factory=frozenset)

    def resolved(self, inline: Inline) -> Iterable[Inline]:
        """A reference with its words; anything else as it is."""
        if not isinstance(inline, Reference) or inline.number:
            return (inline,)
        target = inline.target
        if target in self.counted:
            return self._numbered(target, self.counted[target])
        if target in self.settled:
            return self._elsewhere(target)
        return (Blank(self.words.message("blank"), f"clauses.{target}"),)

    def _numbered(self, target: str, number: Number) -> tuple[Inline, ...]:
        if number.kind in ("clause", "section"):
            return (Reference(target, f"{self.words.message(number.kind)} ", number.words),)
        if number.kind == "part":
            schedule = self.schedule_of[target]
            outer = Reference(schedule, "", self.counted[schedule].words)
            part = Reference(target, "", number.words)
            return slotted(self.words, "part_of_schedule", part=part, schedule=outer)
        return (Reference(target, "", number.words),)

    def _elsewhere(self, target: str) -> tuple[Inline, ...]:
        master = self.agreement.master_agreement
        place = next((one.where for one in master.settles if one.id == target), None) if master else None
        speller = Speller(self.agreement, self.words)
        where = said(place, f"master_agreement.settles.{target}", "text", speller)
        title = master.document.title if master and master.document else None
        if title is None:
            return (where,)
        name = said(title, "master_agreement.document.title", "text", speller)
        return slotted(self.words, "settled_in", place=where, document=name)


def resolver(agreement: Agreement, words: Words, document: Document) -> Resolver:
    """The resolver of a paper."""
    inside = {
        part.id: schedule.id
        for story in document.stories
        for schedule in story.blocks
        if isinstance(schedule, Section)
        for part in sections_of(schedule.blocks)
    }
    master = agreement.master_agreement
    settled = frozenset(one.id for one in master.settles) if master else frozenset()
    return Resolver(agreement, words, numbers(document), inside, settled)


def resolve(found: Resolver, stories: tuple[Story, ...]) -> tuple[Story, ...]:
    """The stories with the words of every reference."""
    return tuple(Story(story.kind, rewrite_blocks(story.blocks, found.resolved, _REFERENCES)) for story in stories)


def broken(found: Resolver, document: Document) -> tuple[Finding, ...]:
    """References to what this draft does not have, each with the clause that makes it (CON-08)."""
    return tuple(
        _finding(section.id, inline.target)
        for story in document.stories
        for section in sections_of(story.blocks)
        for block in section.blocks
        if not isinstance(block, Section)
        for line in lines_of(block)
        for inline in inlines_of(line)
        if isinstance(inline, Reference) and inline.target not in found.counted and inline.target not in found.settled
    )


def _finding(clause: str, target: str) -> Finding:
    named = target.removesuffix(f".{SCHEDULE}")
    return Finding(
        rule="CON-08",
        name="broken_reference",
        severity=Severity.ERROR,
        message=f"The clause {clause} points to {target}, which is not in this draft.",
        clause=clause,
        mend=Mend(f"clauses: {{{named}: yes}}   (or leave out {clause})"),
    )
