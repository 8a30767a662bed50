"""What was found in a file as JSON and back, whole: between processes and in the cache, never in a report.

It holds what is private too (the lines of an agreement, the reasons of its waivers).
"""

from __future__ import annotations

import enum
import json
from pathlib import Path, PurePath
from typing import Any

import attrs

from sla_drafter.builder.linted import Linted
from sla_drafter.builder.sketch import Sketch
from sla_drafter.findings import Confidence, Edit, FileFindings, Finding, Mend, Place, Severity, Swap


def dumps(linted: Linted) -> str:
    """What was found in a file as JSON."""
    return json.dumps(attrs.asdict(linted, value_serializer=_plain), separators=(",", ":"))


def loads(text: str) -> Linted:
    """What was found in a file, from its JSON."""
    tree = json.loads(text)
    report = tree["report"]
    findings = tuple(map(_finding, report["findings"]))
    return Linted(
        FileFindings(Path(report["path"]), findings, report["is_unreadable"]),
        Sketch(**_tuples(tree["sketch"])) if tree["sketch"] else None,
        tree["headline"],
        Severity(tree["fail_on"]),
    )


def _plain(holder: Any, of: Any, value: Any) -> Any:  # noqa: ARG001 - the signature that attrs asks for
    if isinstance(value, enum.Enum):
        return value.value
    return str(value) if isinstance(value, PurePath) else value


def _finding(tree: dict[str, Any]) -> Finding:
    own = {
        "severity": Severity(tree["severity"]),
        "confidence": Confidence(tree["confidence"]),
        "places": tuple(Place(**{**place, "file": Path(place["file"])}) for place in tree["places"]),
        "mend": _mend(tree["mend"]) if tree["mend"] else None,
    }
    return Finding(**{**_tuples(tree), **own})


def _mend(tree: dict[str, Any]) -> Mend:
    edits, swaps = (Edit(**edit) for edit in tree["edits"]), (Swap(**swap) for swap in tree["swaps"])
    return Mend(**{**tree, "edits": tuple(edits), "swaps": tuple(swaps)})


def _tuples(tree: dict[str, Any]) -> dict[str, Any]:
    """The same with tuples for lists, at any depth: JSON knows no tuples, and a finding no lists."""
    return {name: _tuple(value) for name, value in tree.items()}


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
