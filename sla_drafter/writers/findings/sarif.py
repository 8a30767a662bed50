"""Findings as SARIF 2.1.0, which code hosts show beside the lines of a file: every rule declared, every waiver told.

A result is known again by its fingerprint when lines move. A waived finding is a suppressed result; why it was waived
stands in the private part of the agreement and only goes into the report when `reasons` asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sla_drafter.findings import FileFindings, Finding, Place, RuleNote, Severity, identities

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
FINGERPRINT = "slaDrafterFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_REASON_ELSEWHERE = "The reason and the approver stand in the private part of the agreement file."


def write(files: Sequence[FileFindings], rules: Sequence[RuleNote], version: str, *, reasons: bool = False) -> bytes:
    """One run over the files; `rules` are all codes that there are, in order; a pack may find by one of its own."""
    declared = {rule.code: _rule(rule) for rule in rules}
    for one in files:
        for finding in one.findings:
            declared.setdefault(finding.rule, {"id": finding.rule, "name": _camel(finding.name)})
    places = {code: position for position, code in enumerate(declared)}
    driver = {"name": "sla-drafter", "version": version, "rules": list(declared.values())}
    results = [_result(*found, one, places, reasons=reasons) for one in files for found in identities(one.findings)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    body = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()


def _rule(rule: RuleNote) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": _camel(rule.name),
        "shortDescription": {"text": rule.checks},
        "help": {"text": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _result(
    finding: Finding, known: str, file: FileFindings, places: Mapping[str, int], *, reasons: bool
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding, file.path)],
        "partialFingerprints": {FINGERPRINT: known},
    }
    if len(finding.places) > 1:
        result["relatedLocations"] = [
            {"physicalLocation": _physical(place), "message": {"text": place.note}} for place in finding.places[1:]
        ]
    if finding.waived:
        why = finding.waived if reasons else _REASON_ELSEWHERE
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": why}]
    if finding.is_known:
        result["baselineState"] = "unchanged"
    properties = {"confidence": finding.confidence.value, "figures": dict(finding.figures), "page": finding.page}
    result["properties"] = {name: value for name, value in properties.items() if value}
    return result


def _message(finding: Finding) -> str:
    witness = f" Example: {finding.witness}" if finding.witness else ""
    mend = f" Mend: {finding.mend.words}" if finding.mend else ""
    return f"{finding.message}{witness}{mend}"


def _location(finding: Finding, path: PurePath) -> dict[str, Any]:
    physical = _physical(finding.places[0]) if finding.places else _whole(path)
    location: dict[str, Any] = {"physicalLocation": physical}
    logical = {"fullyQualifiedName": finding.field or finding.clause, "name": finding.clause_words}
    if named := {key: words for key, words in logical.items() if words}:
        location["logicalLocations"] = [named]
    return location


def _physical(place: Place) -> dict[str, Any]:
    if place.is_whole_file:
        return _whole(place.file)
    columns = {"startColumn": place.column, "endColumn": place.column + max(place.length, 1)}
    return {"artifactLocation": _artifact(place.file), "region": {"startLine": place.line, **columns}}


def _whole(path: PurePath) -> dict[str, Any]:
    """A file as a whole: code hosts show nothing that has no line, so it stands at the first one."""
    return {"artifactLocation": _artifact(path), "region": {"startLine": 1}}


def _artifact(path: PurePath) -> dict[str, str]:
    return {"uri": quote(path.as_posix())}
