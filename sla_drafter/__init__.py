"""Draft service level agreements that are short, complete and right, with every number from one set of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sla_drafter.errors import DraftRejected, NotWritten, SlaDrafterError, Unreadable
from sla_drafter.findings import Finding, Severity

if TYPE_CHECKING:
    from sla_drafter.builder import Builder, Draft, Linted, lint

__all__ = [
    "Builder",
    "Draft",
    "DraftRejected",
    "Finding",
    "Linted",
    "NotWritten",
    "Severity",
    "SlaDrafterError",
    "Unreadable",
    "lint",
]

_LATE = dict.fromkeys(("Builder", "Draft", "Linted", "lint"), "sla_drafter.builder")


def __getattr__(name: str) -> Any:
    """The builder and its drafts are loaded when they are first asked for, so that the command answers at once."""
    if name not in _LATE:
        raise AttributeError(f"module sla_drafter has no attribute {name}")
    from importlib import import_module

    return getattr(import_module(_LATE[name]), name)
