"""Reads the sign-off sheet for programs: which files were signed off, by their SHA-256, when, and by which rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sla_drafter.errors import Unreadable
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

SCHEMA = 1
LARGEST = 16 * 1024 * 1024
_MARK = "sla_drafter_sign_off"
_HASH = compiled(r"[0-9a-f]{64}")


@frozen
class SheetFile:
    """A file that was signed off: the name that it had, and its SHA-256 in hexadecimal digits."""

    name: str
    sha256: str


@frozen
class Sheet:
    """What a sheet says: the agreement, the day, the rules, and the files."""

    agreement: str
    on: str
    rules: str
    files: tuple[SheetFile, ...]


def read_sheet(path: Path) -> Sheet:
    """The sheet in a file. Raises `Unreadable` for a file that is none; a sentence says what would be right."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path} is larger than {LARGEST // 1024 // 1024} MB; no sign-off sheet is.")
        tree = json.loads(path.read_bytes())
    except OSError as fault:
        raise Unreadable(f"{path} cannot be read: {fault.strerror}.") from fault
    except (ValueError, RecursionError) as fault:
        raise Unreadable(f"{path} is no JSON file: it was damaged, or it is no sign-off sheet.") from fault
    if not isinstance(tree, dict) or _MARK not in tree:
        raise Unreadable(f"{path} is no sign-off sheet. sla-drafter sign-off writes one that ends in .sign-off.json.")
    if tree[_MARK] != SCHEMA:
        raise Unreadable(
            f"{path} is a sign-off sheet of format {tree[_MARK]}; this program reads format {SCHEMA}. "
            "Use the version of sla-drafter that wrote it."
        )
    files = tree.get("files")
    if not isinstance(files, list) or not files or not all(map(_is_file, files)):
        raise Unreadable(f"{path} was changed: not every file in it has a name and a SHA-256.")
    named = tuple(SheetFile(one["name"], one["sha256"]) for one in files)
    return Sheet(_said(tree, "agreement"), _said(tree, "on"), _said(tree, "rules"), named)


def _said(tree: dict[str, Any], key: str) -> str:
    return str(tree.get(key, ""))


def _is_file(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("name"), str)
        and isinstance(entry.get("sha256"), str)
        and _HASH.fullmatch(entry["sha256"]) is not None
    )
