"""Composes a draft from an agreement and the clause library, and refuses one with errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sla_drafter.builder.compose import Builder
    from sla_drafter.builder.draft import Draft
    from sla_drafter.builder.lint_files import lint
    from sla_drafter.builder.linted import Linted

__all__ = ["Builder", "Draft", "Linted", "lint"]

_LATE = {
    "Builder": "sla_drafter.builder.compose",
    "Draft": "sla_drafter.builder.draft",
    "Linted": "sla_drafter.builder.linted",
    "lint": "sla_drafter.builder.lint_files",
}


def __getattr__(name: str) -> Any:
    """The builder and its drafts are loaded when they are first asked for: computing credits needs neither."""
    if name not in _LATE:
        raise AttributeError(f"module sla_drafter.builder has no attribute {name}")
    from importlib import import_module

    return getattr(import_module(_LATE[name]), name)
