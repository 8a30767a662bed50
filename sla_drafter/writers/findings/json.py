"""Findings as JSON, for programs: stable keys in a stable order, the findings in the order given.

A report is copied to logs and dashboards that others read than the author of the agreement, so it carries nothing that
is private: not the reason of a waiver, and not the lines of the file, which may hold one. Line and column are null for
what is wrong with a file as a whole.

```
{"schema": 1, "findings": [{"rule", "name", "severity", "message", "field", "clause", "page", "places":
 [{"file", "line", "column", "length", "note"}], "witness", "mend": {"words", "edits": [{"path", "words"}]},
 "waived"}]}
```
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sla_drafter.findings import Finding, Mend, Place

SCHEMA = 1


def write(findings: Iterable[Finding]) -> bytes:
    """The findings as JSON in UTF-8; what is absent is an empty string, an empty list or null."""
    body = {"schema": SCHEMA, "findings": [_finding(finding) for finding in findings]}
    return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "field": finding.field,
        "clause": finding.clause,
        "page": finding.page,
        "places": [_place(place) for place in finding.places],
        "witness": finding.witness,
        "mend": _mend(finding.mend) if finding.mend else None,
        "waived": bool(finding.waived),
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file.as_posix(),
        "line": None if place.is_whole_file else place.line,
        "column": None if place.is_whole_file else place.column,
        "length": None if place.is_whole_file else place.length,
        "note": place.note,
    }


def _mend(mend: Mend) -> dict[str, object]:
    return {"words": mend.words, "edits": [{"path": edit.path, "words": edit.words} for edit in mend.edits]}
