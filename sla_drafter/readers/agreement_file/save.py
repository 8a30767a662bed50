"""Puts a changed text into the place of an agreement file: all of it or nothing, and only over what was read."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from sla_drafter.errors import Unreadable


def save(path: Path, before: str, after: str) -> None:
    """Write a text over the one that was read from a file.

    Raises `Unreadable` when the file holds another text by now, or cannot be written.
    """
    try:
        if path.read_bytes() != before.encode():
            raise Unreadable(f"{path} was not changed: it is not the file that was read any more. Run it again.")
        _replace(path, after.encode())
    except OSError as fault:
        raise Unreadable(f"{path} cannot be changed: {fault.strerror}.") from fault


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, new)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
