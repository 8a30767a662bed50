"""Whether the library speaks a language: every text, title and heading that a paper would need is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding, Mend, Severity
from sla_drafter.model.library import ClauseText, Library, Outline


def refuse_silence(library: Library, outline: Outline, texts: Mapping[str, ClauseText | None], language: str) -> None:
    """Refuse a language in which the library lacks a text, a title or a heading; all that is missing is named."""
    found = tuple(_missing(library, outline, texts, language))
    if found:
        raise ClauseFault(f"The library cannot draft this agreement in the language {language}.", found)


def _missing(
    library: Library, outline: Outline, texts: Mapping[str, ClauseText | None], language: str
) -> Iterator[Finding]:
    silent = [one for one, text in texts.items() if text is None]
    untitled = [one for one, text in texts.items() if text and language not in library.clauses[one].titles]
    if silent:
        names = ", ".join(silent)
        some = _counted(len(silent), "chosen clause has", "chosen clauses have")
        message = f"{some} no text in the language {language}: {names}."
        files = ", ".join(f"clause_library/{library.clauses[one].section}/{one}/{language}.md" for one in silent)
        yield _finding(message, f"write {files}")
    if untitled:
        names = ", ".join(untitled)
        some = _counted(len(untitled), "clause has", "clauses have")
        message = f"{some} no title in the language {language}: {names}."
        yield _finding(message, f"title: {{…, {language}: …}} in the clause.yaml of each")
    headings = [name for name, titles in _headings(outline) if language not in titles]
    if headings:
        message = f"The outline {outline.kind} has no title in the language {language} for: {', '.join(headings)}."
        yield _finding(message, f"title: {{…, {language}: …}} in outlines/{outline.kind}.yaml")


def _headings(outline: Outline) -> Iterator[tuple[str, Mapping[str, str]]]:
    yield "its name", outline.names
    yield from ((f"section {section.id}", section.titles) for section in outline.sections)
    yield from ((f"schedule {schedule.id}", schedule.titles) for schedule in outline.schedules)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _finding(message: str, mend: str) -> Finding:
    return Finding("LIB-04", "no_text", Severity.ERROR, message, field="language", mend=Mend(mend))
