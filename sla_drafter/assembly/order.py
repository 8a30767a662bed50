"""The outline puts filled clauses in order: sections with their clauses, schedules with their parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sla_drafter.assembly.skeleton import Parsed
from sla_drafter.document.nodes import Block, Paragraph, Section, SectionKind, Text
from sla_drafter.model.library import Library, Outline
from sla_drafter.values import frozen

SCHEDULE = "schedule"


@frozen
class Filled:
    """A clause with its words: its id, title and version, and its blocks."""

    id: str
    title: str
    version: str
    parsed: Parsed

    def with_blocks(self, parsed: Parsed) -> Filled:
        """The same clause with other blocks."""
        return Filled(self.id, self.title, self.version, parsed)


def schedule_id(clause: str) -> str:
    """The id of a clause's schedule part."""
    return f"{clause}.{SCHEDULE}"


def section_id(section: str) -> str:
    """The id of a section of the body; a clause may bear the same name as its section."""
    return f"section.{section}"


def body(outline: Outline, library: Library, language: str, filled: Mapping[str, Filled]) -> tuple[Section, ...]:
    """The sections of the body; a clause that the outline does not list stands at the end of its own section."""
    listed = {clause for section in outline.sections for clause in section.clauses}
    sections = []
    for section in outline.sections:
        strays = (one for one in filled if one not in listed and library.clauses[one].section == section.id)
        clauses = [_clause(filled[one]) for one in (*section.clauses, *strays) if one in filled]
        if clauses:
            title = (Text(section.titles[language]),)
            sections.append(Section(section_id(section.id), SectionKind.SECTION, title, tuple(clauses)))
    return tuple(sections)


def _clause(filled: Filled) -> Section:
    return Section(filled.id, SectionKind.CLAUSE, (Text(filled.title),), filled.parsed.body, filled.version)


def schedules(outline: Outline, language: str, filled: Mapping[str, Filled]) -> tuple[Section, ...]:
    """The schedules; a part that the outline does not place stands at the end of the last one."""
    placed = {clause for schedule in outline.schedules for clause in schedule.clauses}
    found = []
    for schedule in outline.schedules:
        strays = [one for one in filled if one not in placed] if schedule is outline.schedules[-1] else []
        parts = _parts([*schedule.clauses, *strays], filled)
        if parts:
            title = (Text(schedule.titles[language]),)
            found.append(Section(f"schedule.{schedule.id}", SectionKind.SCHEDULE, title, parts))
    return tuple(found)


def _parts(clauses: Iterable[str], filled: Mapping[str, Filled]) -> tuple[Section, ...]:
    return tuple(
        Section(schedule_id(one), SectionKind.PART, filled[one].parsed.schedule_title, filled[one].parsed.schedule)
        for one in clauses
        if one in filled and filled[one].parsed.schedule
    )


def replaced(block: Block, place: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Other blocks in the place of a paragraph that says nothing but `place`; else the block itself."""
    if isinstance(block, Paragraph) and block.children == (Text(place),):
        return blocks
    return (block,)
