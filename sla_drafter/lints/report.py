"""Findings as a paper for people who do not sit at a terminal: a section for each file, a row for each finding.

The paper holds neither the lines of a file nor the reason of a waiver, since both may be private.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_drafter.document.nodes import (
    Block,
    Cell,
    Document,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Strong,
    Table,
    Text,
)
from sla_drafter.document.walk import line_of
from sla_drafter.findings import FileFindings, Finding, Severity, identities
from sla_drafter.language.words import Words, words

_WIDTHS = (22, 22, 34, 22)
_COUNTED = {
    Severity.ERROR: "findings_error",
    Severity.WARNING: "findings_warning",
    Severity.INFO: "findings_info",
}


def findings_document(files: Sequence[FileFindings], language: str = "en") -> Document:
    """The report about files: how many findings of each severity, and what is wrong in each file, worst first."""
    spoken = words(language)
    message = spoken.message
    sections = tuple(_section(position, one, spoken) for position, one in enumerate(files, 1))
    return Document(
        title=line_of(message("findings")),
        language=language,
        stories=(Story(StoryKind.BODY, (Paragraph(line_of(_counts(files, spoken))), *sections)),),
        skip_words=message("skip_to_text"),
        page_of=message("page_of", page="{page}", pages="{pages}"),
        footer=line_of(message("findings")),
        subject=message("findings"),
    )


def _counts(files: Sequence[FileFindings], spoken: Words) -> str:
    """What was found in all: errors, warnings, information, and what is waived."""
    found = [finding for one in files for finding in one.findings]
    grades = {grade: sum(one.severity is grade and not one.waived for one in found) for grade in Severity}
    said = [spoken.message(_COUNTED[grade], count) for grade, count in grades.items()]
    said.append(spoken.message("findings_waived", sum(bool(one.waived) for one in found)))
    return "; ".join(said)


def _section(position: int, file: FileFindings, spoken: Words) -> Section:
    title = line_of(file.path.as_posix())
    return Section(f"file_{position}", SectionKind.SECTION, title, tuple(_blocks(file, spoken)))


def _blocks(file: FileFindings, spoken: Words) -> Iterator[Block]:
    if not file.findings:
        yield Paragraph(line_of(spoken.message("findings_none")))
        return
    yield findings_table(file.findings, spoken)


def findings_table(findings: Sequence[Finding], spoken: Words) -> Table:
    """Findings as a table: what it is, where, what was found, what would be right."""
    names = ("finding", "finding_place", "finding_said", "finding_mend")
    header = tuple(Cell(line_of(spoken.message(name))) for name in names)
    return Table(header, tuple(_row(*found, spoken) for found in identities(findings)), widths=_WIDTHS)


def _row(finding: Finding, known: str, spoken: Words) -> Row:
    grade = spoken.message("waived") if finding.waived else spoken.noun("severity_of_finding", finding.severity.value)
    what = (Strong(line_of(f"{grade} {finding.rule}")), Text(f" {finding.name}"))
    said = f"{finding.message} {finding.witness}".rstrip()
    mend = finding.mend.words if finding.mend else ""
    return Row(tuple(map(Cell, (what, line_of(where_found(finding)), line_of(said), line_of(mend)))), key=known)


def where_found(finding: Finding) -> str:
    """The line, the path and the clause, as far as they are known."""
    place = finding.places[0] if finding.places else None
    line = f"{place.line}:{place.column}" if place and not place.is_whole_file else ""
    return ", ".join(filter(None, (line, finding.where_told, finding.clause_words)))
