"""Findings as the commands that a GitHub workflow turns into annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sla_drafter.findings import FileFindings, Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def write(files: Sequence[FileFindings]) -> bytes:
    """One line for each finding that is neither waived nor known in the baseline, in UTF-8."""
    return "".join(f"{line}\n" for one in files for line in _lines(one)).encode()


def _lines(file: FileFindings) -> Iterator[str]:
    for finding in file.findings:
        if not (finding.waived or finding.is_known):
            properties = ",".join(f"{name}={_escaped(words, _IN_PROPERTY)}" for name, words in _where(finding, file))
            yield f"::{_COMMANDS[finding.severity]} {properties}::{_escaped(_said(finding), _IN_MESSAGE)}"


def _where(finding: Finding, file: FileFindings) -> Iterator[tuple[str, str]]:
    place = finding.places[0] if finding.places else None
    yield "file", (place.file if place else file.path).as_posix()
    if place and not place.is_whole_file:
        yield "line", str(place.line)
        yield "col", str(place.column)
        yield "endColumn", str(place.column + max(place.length, 1))
    yield "title", f"{finding.rule} {finding.name}"


def _said(finding: Finding) -> str:
    witness = f"\nExample: {finding.witness}" if finding.witness else ""
    mend = f"\nMend: {finding.mend.words}" if finding.mend else ""
    return f"{finding.message}{witness}{mend}"


def _escaped(words: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(sign, sign) for sign in words)
