"""Levels of an agreement: `extends: ../corporate.yaml` puts a file over another one, key by key and id by id.

Each node keeps the file that it stands in. Lists are replaced as a whole. `key: removed` takes away what the level
above has; it is remembered, so that a rule can ask whether somebody meant to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from attrs import evolve, field

from sla_drafter.findings import Finding, Place
from sla_drafter.language.distance import nearest
from sla_drafter.readers.agreement_file.compose import LARGEST, compose
from sla_drafter.readers.agreement_file.migrations import migrated
from sla_drafter.readers.agreement_file.mistakes import mistake, refuse
from sla_drafter.readers.agreement_file.nodes import Entry, Mapping, Node, Origin, Scalar, place_of
from sla_drafter.values import frozen

EXTENDS = "extends"
REMOVED = "removed"
DEEPEST = 8
_LOOKED_AT = 1024
_NO_TEXT = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
"""How a Word file, a PDF, an old Word file, Rich Text and pictures begin."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@frozen
class Level:
    """One file with everything it takes from the levels above; `root` is the effective tree."""

    root: Mapping
    origin: Origin
    findings: tuple[Finding, ...]
    removed: tuple[str, ...] = ()
    above: Level | None = None


@frozen
class Above:
    """How a level above is opened: from which folder, and which files are open already."""

    folder: Path | None
    opened: tuple[Path, ...] = field(default=())


def level(text: str, name: PurePath, above: Above) -> Level:
    """The effective tree of a text. Raises `Unreadable` when there is no tree at all."""
    root, findings = compose(text, name)
    origin = Origin(name, text) if root.origin.text != text else root.origin
    root, wrong_format = migrated(root)
    if wrong_format:
        refuse(name, [wrong_format])
    pointer = root.get(EXTENDS)
    if pointer is None:
        return Level(root, origin, tuple(findings))
    parent, wrong = _parent(pointer, above)
    if parent is None:
        return Level(root, origin, (*findings, *wrong))
    merging = _Merging()
    merged = merging.merge(root, parent.root, "")
    found = (*parent.findings, *findings, *merging.findings)
    return Level(merged, origin, found, tuple(merging.removed), parent)


def _parent(pointer: Node, above: Above) -> tuple[Level | None, list[Finding]]:
    place = place_of(pointer)

    def wrong(message: str, right: str = "") -> tuple[None, list[Finding]]:
        return None, [mistake("wrong_parent", message, EXTENDS, place, right)]

    if not isinstance(pointer, Scalar):
        return wrong("extends is one file: extends: ../corporate.yaml")
    if above.folder is None:
        return wrong("A text that is not a file cannot extend one. Save it, or leave extends out.")
    path = above.folder / pointer.text
    if is_file(path) and path.resolve() in above.opened:
        files = " -> ".join(opened.name for opened in (*above.opened, path.resolve()))
        return wrong(f"The files extend one another in a circle: {files}.")
    if len(above.opened) > DEEPEST:
        return wrong(f"There are more than {DEEPEST} levels of agreements.")
    if not is_file(path):
        near = nearest_file(path)
        return wrong(f"There is no file {pointer.text}." + (f" Did you mean {near}?" if near else ""), near)
    return opened(path, evolve(above, folder=path.parent)), []


def nearest_file(path: Path) -> str:
    """The name of an agreement file in the same folder that a slip of the hand could have turned into this one."""
    there = (
        [file.name for file in path.parent.iterdir() if file.suffix in {".yaml", ".yml"}]
        if path.parent.is_dir()
        else []
    )
    return next(iter(nearest(path.name, sorted(there), limit=1)), "")


def opened(path: Path, above: Above) -> Level:
    """The level that a file is. Raises `Unreadable` when it is no text or no tree."""
    return level(text_of(path), path, evolve(above, opened=(*above.opened, path.resolve())))


def text_of(path: Path) -> str:
    """The text of a file, line ends as they are."""
    if not is_file(path):
        near = nearest_file(path)
        message = f"There is no file {path}." + (f" Did you mean {near}?" if near else "")
        refuse(path, [mistake("missing_file", message)])
    data = _bytes_of(path)
    if data.startswith(_NO_TEXT) or (b"\0" in data[:_LOOKED_AT] and not data.startswith(_UTF16)):
        message = (
            f"{path} is no text; an agreement file is text and ends in .yaml or .yml. "
            "The facts of a file drafted here come back with sla-drafter extract."
        )
        refuse(path, [mistake("unreadable_yaml", message, place=Place(path, 1, 1, ""))])
    if data.startswith(_UTF16):
        message = "The file is UTF-16. Save it as UTF-8 (in most editors: Save as, Encoding)."
        refuse(path, [mistake("unreadable_yaml", message, place=Place(path, 1, 1, ""))])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        refuse(path, [_not_utf8(data, fault.start, path)])
        raise


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no disk can hold names none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _bytes_of(path: Path) -> bytes:
    most = 4 * LARGEST  # a character has at most four bytes
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as fault:
        message = f"{path} cannot be read: {fault.strerror}. Give yourself the right to read it, or name another file."
        refuse(path, [mistake("missing_file", message)])
        raise
    if len(data) > most:
        message = f"The file has more than {most:,} bytes; no agreement has. Name the agreement file."
        refuse(path, [mistake("unreadable_yaml", message)])
    return data


def _not_utf8(data: bytes, at: int, path: Path) -> Finding:
    before = data[:at].decode("utf-8", errors="replace")
    rest = data[at:].split(b"\n", 1)[0].decode("cp1252", errors="replace")
    place = Origin(path, before + rest).place(len(before), len(before) + 1)
    message = "This character is not in UTF-8. Save the file as UTF-8 (in most editors: Save as, Encoding)."
    return mistake("unreadable_yaml", message, place=place)


class _Merging:
    """Puts one tree over another and remembers what was removed."""

    def __init__(self) -> None:
        self.removed: list[str] = []
        self.findings: list[Finding] = []

    def merge(self, child: Mapping, parent: Mapping, path: str) -> Mapping:
        own = {entry.key.text: entry for entry in child.entries}
        kept = [
            merged
            for entry in parent.entries
            if (merged := self._over(own.pop(entry.key.text, None), entry, _join(path, entry.key.text)))
        ]
        return evolve(child, entries=(*kept, *self._added(own.values(), parent, path)))

    def _over(self, child: Entry | None, parent: Entry, path: str) -> Entry | None:
        if child is None:
            return parent
        if _is_removal(child.value):
            self.removed.append(path)
            return None
        if isinstance(child.value, Mapping) and isinstance(parent.value, Mapping):
            return Entry(child.key, self.merge(child.value, parent.value, path))
        return child

    def _added(self, entries: Iterable[Entry], parent: Mapping, path: str) -> Iterator[Entry]:
        for entry in entries:
            if not _is_removal(entry.value):
                yield entry
                continue
            near = nearest(entry.key.text, parent.keys, limit=1)
            question = f" Did you mean {near[0]}?" if near else ' If it is a word of yours, write "removed" in quotes.'
            message = f"There is nothing to remove: the agreement above has no {_join(path, entry.key.text)}.{question}"
            self.findings.append(mistake("wrong_parent", message, _join(path, entry.key.text), place_of(entry.key)))


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _is_removal(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text == REMOVED
