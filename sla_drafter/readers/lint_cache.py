"""Keeps what was found in files, so that a run over a folder judges only what has changed since.

An entry is known by everything that decides what is found: the bytes of the file, its path as it was named, the
configuration near it, how it is read, and the program with its clauses, its packs and what is installed beside it. It
is one file whose first line is the SHA-256 of the rest: one that is cut off or changed counts as none. Entries are
written whole under another name first, so that several programs can share the folder.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from sla_drafter.language.patterns import compiled
from sla_drafter.plugins import packs
from sla_drafter.readers.configuration import NAME
from sla_drafter.values import frozen

MOST = 20_000
"""Entries that are kept; beyond, the oldest go."""
_LARGEST = 64 << 20
_EXTENDS = compiled(rb"\bextends\b")
_METADATA = (".dist-info", ".egg-info")
_OF_NO_WEIGHT = ("__pycache__",)


@frozen(slots=False)
class Cache:
    """A folder of entries; whatever is wrong with it, files are linted all the same."""

    folder: Path

    def get(self, file: Path, how: str) -> str | None:
        """What was kept of a file that is linted in this way; None when nothing holds."""
        key = self._key(file, how)
        try:
            data = self._place(key).read_bytes() if key else b""
        except OSError:
            return None
        mark, _, body = data.partition(b"\n")
        return body.decode() if body and mark == _hash(body) else None

    def put(self, file: Path, how: str, text: str) -> None:
        """Keep what was found in a file."""
        key = self._key(file, how)
        if not key:
            return
        body, place = text.encode(), self._place(key)
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
            with os.fdopen(handle, "wb") as new:
                new.write(b"%b\n%b" % (_hash(body), body))
            Path(name).replace(place)
        except OSError:
            return

    def tidy(self) -> None:
        """Let the oldest entries go when there are too many."""
        try:
            kept = sorted((entry.stat().st_mtime, entry) for entry in self.folder.glob("*/*"))
            for _, entry in kept[:-MOST]:
                entry.unlink(missing_ok=True)
        except OSError:
            return

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _key(self, file: Path, how: str) -> str:
        """What an entry is known by; empty for a file of which nothing is kept.

        An agreement that takes facts from another file depends on that one too, so it is always judged anew.
        """
        try:
            data = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
            house = _configuration(file)
        except OSError:
            return ""
        if not data or (file.suffix.lower() in (".yaml", ".yml") and _EXTENDS.search(data)):
            return ""
        parts = (self._program, os.fsencode(file), how.encode(), house, data)
        return hashlib.sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts)).hexdigest()

    @cached_property
    def _program(self) -> bytes:
        """The program: every file of it and of its packs with size and time, Python, and all packages beside it."""
        folders = [files("sla_drafter"), *(pack.folder for pack in packs())]
        ours = (line for folder in folders if isinstance(folder, Path) for line in _listing(folder))
        said = [sys.version, *_installed(), *ours]
        return _hash("\n".join(said).encode())


def _hash(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _installed() -> Iterator[str]:
    """The name and the version of every installed package, as its folder of metadata is named.

    What is read and how words are cut depends on some of them; to ask each for its version takes much longer.
    """
    for folder in sys.path:
        try:
            names = [entry.name for entry in os.scandir(folder) if entry.name.endswith(_METADATA)]
        except OSError:
            continue
        yield from sorted(names)


def _listing(folder: Path) -> Iterator[str]:
    """Every file of a folder and below, with its size and its time."""
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir():
            if entry.name not in _OF_NO_WEIGHT:
                yield from _listing(Path(entry.path))
        else:
            there = entry.stat()
            yield f"{entry.path} {there.st_size} {there.st_mtime_ns}"


def _configuration(file: Path) -> bytes:
    """The configuration that holds for a file, with its place: its mistakes are told by it."""
    folder = file.absolute().parent
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return b"%b\n%b" % (os.fsencode(place), (place / NAME).read_bytes())
    return b""
