"""Runs worked examples of service level sums through the public functions of `sla_drafter.attainment`.

A file holds `cases`; each names an operation `op`, gives its `inputs` by name and says the fields `expected` exactly.
An operation or an input that nobody knows, and an input that a sum refuses, is a failure of the case.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from sla_drafter.errors import SlaDrafterError
from tests.vectors.chance_ops import CHANCE_OPS
from tests.vectors.money_ops import OPS
from tests.vectors.spelled import Case
from tests.vectors.time_ops import TIME_OPS

OPERATIONS: Mapping[str, Callable[..., Case]] = {**TIME_OPS, **OPS, **CHANCE_OPS}


@frozen
class Outcome:
    """What came of one case: nothing to say, or why it failed."""

    id: str
    title: str
    faults: tuple[str, ...]


def cases(file: Path) -> list[dict[str, Any]]:
    """The cases of a file; its decimals stay text."""
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"), parse_float=str)["cases"]
    return found


def judge(case: Mapping[str, Any]) -> Outcome:
    """One case, computed and compared field by field."""
    return Outcome(case["id"], case.get("title", ""), tuple(_faults(case)))


def _faults(case: Mapping[str, Any]) -> Iterator[str]:
    operation = OPERATIONS.get(case["op"])
    if operation is None:
        yield f"nobody knows the operation {case['op']}"
        return
    try:
        found = operation(**case["inputs"])
    except (SlaDrafterError, TypeError, KeyError, ValueError) as refused:
        yield f"{type(refused).__name__}: {refused}"
        return
    for name, expected in case["expected"].items():
        if name not in found:
            yield f"{name}: expected {expected!r}, not computed"
        elif found[name] != expected or type(found[name]) is not type(expected):
            yield f"{name}: expected {expected!r}, found {found[name]!r}"
