"""Older formats of the agreement file: one small function for each step, from one version to the next."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Table

from sla_drafter.findings import Finding
from sla_drafter.readers.agreement_file.mistakes import mistake
from sla_drafter.readers.agreement_file.nodes import Mapping, Scalar, place_of

KEY = "sla_drafter"
CURRENT = 1

Migration = Callable[[Mapping], Mapping]
MIGRATIONS: Table[int, Migration] = {}
"""From the version that a function takes to the function; it gives the tree of the version after. None is older yet."""


def migrated(
    root: Mapping, migrations: Table[int, Migration] = MIGRATIONS, current: int = CURRENT
) -> tuple[Mapping, Finding | None]:
    """The tree in today's format, or the mistake that keeps it from being read."""
    version, wrong = _version(root, current)
    if wrong:
        return root, wrong
    for step in range(version, current):
        if step not in migrations:
            return root, _wrong(root, f"The format {version} is too old. Write {KEY}: {current} and see what is new.")
        root = migrations[step](root)
    return root, None


def _version(root: Mapping, current: int) -> tuple[int, Finding | None]:
    found = root.get(KEY)
    if found is None or root.entries[0].value is not found:
        first = f"The first line of the file is its format: {KEY}: {current}"
        return current, mistake("format_version", f"{first}.", KEY, place_of(root), f"{KEY}: {current}")
    text = found.text if isinstance(found, Scalar) else ""
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        return current, _wrong(root, f'"{text}" is not a format of this file. Write {KEY}: {current}.')
    if int(text) > current:
        message = f"The file is in format {text}, and this version of sla-drafter reads up to format {current}."
        return current, _wrong(root, f"{message} Install a newer sla-drafter.")
    return int(text), None


def _wrong(root: Mapping, message: str) -> Finding:
    value = root.get(KEY)
    return mistake("format_version", message, KEY, place_of(value or root))
