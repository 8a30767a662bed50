"""Places a set of files in a folder: all of them or none, and never over something that somebody typed.

A hidden record beside the files says which bytes were last written there. A file that has other bytes was edited, a
file that is not in the record is somebody else's: neither is overwritten unless that is asked for. All new bytes lie
on the disk under other names before the first file gets its name; when that fails half-way, the old files come back.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from attrs import field

from sla_drafter.errors import NotWritten
from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.values import define
from sla_drafter.writers.file_names import fault_of

RECORD = ".sla-drafter.json"
_SCHEMA = 1
_KEPT = 4
_HEADLINE = "Nothing was written."


def write_files(folder: Path, files: Mapping[str, bytes], force: bool = False) -> tuple[Path, ...]:
    """Writes the files into the folder and says where they are; refuses as a whole with every reason at once.

    `force` overwrites files that somebody edited or that were not written here. Raises `NotWritten`.
    """
    found = refusals(folder, files, force)
    if found:
        raise NotWritten(_HEADLINE, found)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=".sla-drafter-", dir=folder))
    except OSError as fault:
        raise NotWritten(_HEADLINE, [_unwritable(folder, fault)]) from fault
    _place(folder, workshop, files)
    return tuple(folder / name for name in files)


def refusals(folder: Path, files: Mapping[str, bytes], force: bool = False) -> tuple[Finding, ...]:
    """Why these files may not be written into the folder; nothing is changed."""
    try:
        return tuple(_refusals(folder, files, force))
    except OSError as fault:
        return (_unwritable(folder, fault),)


def _refusals(folder: Path, files: Mapping[str, bytes], force: bool) -> Iterator[Finding]:
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file; a folder is needed here."
        yield _finding("OUT-02", "place_not_writable", folder, message, "Name another folder.")
        return
    ours = read_record(folder)
    names: dict[str, str] = {}
    for name, data in files.items():
        twin = names.setdefault(name.casefold(), name)
        fault = fault_of(name) or (f"It is {twin} on a disk that does not tell capitals apart." if twin != name else "")
        if fault:
            mend = "Use letters, digits, point, hyphen and underscore, at most 100 of them."
            yield _finding("OUT-03", "file_name_unsafe", folder / name, f"{name!r}: {fault}", mend)
        else:
            yield from _overwritten(folder / name, data, ours.get(name, ()), force)


def read_record(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """What was written into a folder: for each name the SHA-256 of its bytes, newest first.

    A record that is missing or cannot be understood is an empty one: then every file in the folder is somebody's.
    """
    try:
        record = json.loads((folder / RECORD).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    files = record.get("files") if isinstance(record, dict) and record.get("schema") == _SCHEMA else None
    if not isinstance(files, dict):
        return {}
    return {
        name: tuple(hashed for hashed in hashes if isinstance(hashed, str))
        for name, hashes in files.items()
        if isinstance(hashes, list)
    }


def _overwritten(target: Path, data: bytes, ours: tuple[str, ...], force: bool) -> Iterator[Finding]:
    if target.is_symlink():
        message = f"{target} is a link to {target.readlink()}; what it leads to may lie outside the folder."
        yield _finding("OUT-04", "target_is_a_link", target, message, "Remove the link, or name another folder.")
        return
    if not target.exists():
        return
    if not target.is_file():
        message = f"{target} is not a file."
        yield _finding("OUT-02", "place_not_writable", target, message, "Name another folder.")
        return
    there = _hash(target.read_bytes())
    if force or there == _hash(data) or there in ours:
        return
    mend = "--force overwrites it; another folder (-o) keeps both."
    if ours:
        message = f"Somebody changed {target} since it was written; writing would lose what they typed."
        yield _finding("OUT-05", "file_edited", target, message, mend)
    else:
        message = f"{target} was not written by sla-drafter; writing would lose it."
        yield _finding("OUT-08", "file_not_ours", target, message, mend)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _finding(rule: str, name: str, place: PurePath, message: str, mend: str) -> Finding:
    places = (Place(place, 1, 1, ""),)
    return Finding(rule, name, Severity.ERROR, message, places=places, mend=Mend(mend))


def _unwritable(place: Path, fault: OSError) -> Finding:
    where = Path(fault.filename) if isinstance(fault.filename, str) else place
    reason = fault.strerror or str(fault)
    message = f"{place} cannot be written: {reason} ({where})."
    mend = "Close the file if a program has it open, make room or allow writing there, or name another folder (-o)."
    return _finding("OUT-02", "place_not_writable", place, message, mend)


@define
class _Move:
    """A file on its way to its name: the new bytes, and the old ones if there were any."""

    target: Path
    new: Path
    old: Path | None = None


@define
class _Moves:
    """The files that already have their names, so that they can be taken back."""

    done: list[_Move] = field(factory=list)

    def make(self, move: _Move) -> None:
        os.replace(move.new, move.target)  # noqa: PTH105 - one call to replace in a test of what happens when it fails
        self.done.append(move)

    def take_back(self) -> tuple[_Move, ...]:
        """The old files under their names again, the last one first; gives those that could not be brought back."""
        lost = []
        for move in reversed(self.done):
            try:
                if move.old is None:
                    move.target.unlink(missing_ok=True)
                else:
                    os.replace(move.old, move.target)  # noqa: PTH105
            except OSError:
                lost.append(move)
        return tuple(lost)


def _place(folder: Path, workshop: Path, files: Mapping[str, bytes]) -> None:
    """Moves all files to their names; the workshop goes, unless it holds the only copy of an old file."""
    moves = _Moves()
    lost: tuple[_Move, ...] = ()
    at = folder
    try:
        waiting = []
        # The record comes first and knows the old and the new bytes, so it is right wherever a crash comes.
        for name, data in {RECORD: _record(folder, files), **files}.items():
            at = folder / name
            waiting.append(_prepared(at, workshop, data))
        for move in waiting:
            at = move.target
            moves.make(move)
        _settle(folder)
    except BaseException as fault:
        lost = moves.take_back()
        if isinstance(fault, OSError):
            raise NotWritten(_HEADLINE, [_unwritable(at, fault), *map(_lost, lost)]) from fault
        raise
    finally:
        if not any(move.old for move in lost):
            shutil.rmtree(workshop, ignore_errors=True)


def _lost(move: _Move) -> Finding:
    if move.old is None:
        message, mend = f"{move.target} is new and could not be taken away again.", f"Delete {move.target}."
    else:
        message, mend = f"{move.target} could not be brought back.", f"The old file is {move.old}; move it back."
    return _finding("OUT-06", "not_undone", move.target, message, mend)


def _prepared(target: Path, workshop: Path, data: bytes) -> _Move:
    """New bytes on the disk beside their target, and a copy of what stands there now."""
    new = workshop / f"new-{target.name}"
    with new.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if not target.exists():
        return _Move(target, new)
    old = workshop / f"old-{target.name}"
    shutil.copy2(target, old)
    shutil.copymode(target, new)
    return _Move(target, new, old)


def _record(folder: Path, files: Mapping[str, bytes]) -> bytes:
    """The record after writing: the new bytes first, then those of ours that stand there now."""
    known = dict(read_record(folder))
    for name, data in files.items():
        before = [hashed for hashed in known.get(name, ()) if hashed != _hash(data)]
        known[name] = (_hash(data), *before[: _KEPT - 1])
    text = json.dumps({"schema": _SCHEMA, "files": dict(sorted(known.items()))}, indent=1)
    return f"{text}\n".encode()


def _settle(folder: Path) -> None:
    """Asks the disk to keep the new names; a system that has no such call for folders keeps them by itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
