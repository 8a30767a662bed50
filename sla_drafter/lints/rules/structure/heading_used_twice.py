"""Two parts of a paper have the same heading."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.nodes import Block, Section
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STR-07",
    name="heading_used_twice",
    severity=Severity.WARNING,
    checks="No two headings beside each other, below the same one, have the same words.",
    why="Whoever looks a subject up stops at the first place, and the second says something else.",
    bad="# 4. Support\nThe Provider answers by phone.\n# 9. Support\nThe Customer pays for each call.",
    good="# 4. Support hours\nThe Provider answers by phone.\n# 9. Support charges\nThe Customer pays for each call.",
    source="Own rule; the same heading in two schedules passes, and a schedule to a section of its name.",
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)


def find(paper: Paper) -> Iterator[Finding]:
    for story in paper.document.stories:
        for sections in beside_each_other(story.blocks):
            titled: dict[tuple[str, bool], list[str]] = {}
            for section in sections:
                titled.setdefault((words_of(section.title).strip(" .:"), is_attached(section, paper)), []).append(
                    section.id
                )
            for (title, _), names in titled.items():
                if len(names) > 1:
                    message = f"“{title}” is the heading of {spelled.counted(len(names), 'part')}."
                    mend = "join them, or say in each heading what is different"
                    yield RULE.finding(message, clause=names[1], quote=title, mend=mend)


def beside_each_other(blocks: tuple[Block, ...]) -> Iterator[list[Section]]:
    """The headings right below each heading."""
    sections = [block for block in blocks if isinstance(block, Section)]
    yield sections
    for section in sections:
        yield from beside_each_other(section.blocks)


def is_attached(section: Section, paper: Paper) -> bool:
    """Whether a heading is that of an attachment: "Schedule 2 Service levels" says more of section 2."""
    mark = paper.marks.get(section.id)
    return mark is not None and mark.label[:1].isalpha()
