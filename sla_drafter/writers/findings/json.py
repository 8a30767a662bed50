"""Findings as JSON, for programs: stable keys in a stable order, the findings of each file in the order given.

A report is copied to logs and dashboards that others read than the author of the agreement, so it carries nothing that
is private: not the reason of a waiver, and not the lines of the file, which may hold one. Line and column are null for
what is wrong with a file as a whole; in Word, PDF and HTML files lines are paragraphs. The clause is an id, or of a
paper that somebody else wrote words ("clause 4.2(a), paragraph 17"). `waived` says that a waiver of the agreement holds
for a warning (an error is never waived), `known` that the finding stands in the baseline; neither counts in a grade.

```
{"schema": 1,
 "files": [{"path", "findings": [{"rule", "name", "severity", "clause", "field", "line", "column", "page", "message",
   "suggestion", "figures", "confidence", "waived", "known", "witness", "edits": [{"path", "words"}],
   "places": [{"file", "line", "column", "length", "note"}]}]}],
 "summary": {"error", "warning", "info"}}
```
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sla_drafter.findings import FileFindings, Finding, Place, Severity

SCHEMA = 1


def write(files: Sequence[FileFindings], facts: Sequence[Mapping[str, object]] = ()) -> bytes:
    """The findings of files as JSON in UTF-8; what is absent is an empty string, an empty list or null.

    `facts` are what else is known of each file, in the order of the files: they stand beside its findings.
    """
    known = facts or [{}] * len(files)
    body = {
        "schema": SCHEMA,
        "files": [{**_file(one), **more} for one, more in zip(files, known, strict=True)],
        "summary": _summary(files),
    }
    return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()


def _file(file: FileFindings) -> dict[str, object]:
    return {"path": file.path.as_posix(), "findings": list(map(_finding, file.findings))}


def _summary(files: Sequence[FileFindings]) -> dict[str, int]:
    counted = [
        finding.severity for one in files for finding in one.findings if not (finding.waived or finding.is_known)
    ]
    return {grade.value: counted.count(grade) for grade in Severity}


def _finding(finding: Finding) -> dict[str, object]:
    places = [_place(place) for place in finding.places]
    first = places[0] if places else {"line": None, "column": None}
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "clause": finding.clause or finding.clause_words,
        "field": finding.field,
        "line": first["line"],
        "column": first["column"],
        "page": finding.page,
        "message": finding.message,
        "suggestion": finding.mend.words if finding.mend else "",
        "figures": dict(finding.figures),
        "confidence": finding.confidence.value,
        "waived": bool(finding.waived),
        "known": finding.is_known,
        "witness": finding.witness,
        "edits": [{"path": edit.path, "words": edit.words} for edit in (finding.mend.edits if finding.mend else ())],
        "places": places,
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file.as_posix(),
        "line": None if place.is_whole_file else place.line,
        "column": None if place.is_whole_file else place.column,
        "length": None if place.is_whole_file else place.length,
        "note": place.note,
    }
