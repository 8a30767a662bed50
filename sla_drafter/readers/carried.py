"""The facts that a file of ours carries, of whatever kind it is: the agreement, its clauses, how it was drafted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.readers.carried_house import CarriedHouse, house_told
from sla_drafter.readers.foreign import ENDINGS, check_beginning
from sla_drafter.values import frozen

READERS: Mapping[str, str] = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "draft_json",
}
"""The reader of each kind of file, by the ending of its name."""
SCHEMA = 1
LARGEST = 64 * 1024 * 1024


@frozen
class Carried:
    """What a file carries: the text of the agreement, and the envelope around it."""

    agreement: str
    envelope: Mapping[str, Any]

    @property
    def language(self) -> str:
        """The language in which the file was drafted; empty where it is not said."""
        return str(self.envelope.get("language", ""))

    @property
    def house(self) -> CarriedHouse | None:
        """The house in which the file was drafted; None where it is not said."""
        return house_told(self.envelope.get("house"))

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the words, as the file carries it."""
        return str(self.envelope.get("fingerprint", ""))


def ending_of(path: PurePath) -> str:
    """The kind of file that a name says: docx, pdf, html, md, json."""
    ending = path.suffix.removeprefix(".").lower()
    return "html" if ending == "htm" else ending


def read_bytes(file: Path) -> bytes:
    """The bytes of a file of ours; `Unreadable` says in one sentence why there are none."""
    if file.suffix.lower() not in READERS:
        raise Unreadable(f"{file} is no file that carries facts. Give one that ends in {', '.join(READERS)}.")
    try:
        if file.stat().st_size > LARGEST:
            raise Unreadable(f"{file} is larger than {LARGEST // 1024 // 1024} MB; no agreement of ours is.")
        return file.read_bytes()
    except OSError as fault:
        raise Unreadable(f"{file} cannot be read: {fault.strerror}.") from fault


def read_carried(file: Path, data: bytes) -> Carried | None:
    """The facts that a file carries; None when it carries none. Raises `Unreadable` where they were damaged."""
    if file.suffix.lower() in ENDINGS:
        check_beginning(data, file, file.suffix.lower())
    try:
        source: bytes | None = import_module(f"sla_drafter.readers.{READERS[file.suffix.lower()]}").read_source(data)
    except Unreadable as refused:
        raise _about(file, refused) from refused
    return None if source is None else _checked(source, file)


def _about(file: Path, refused: Unreadable) -> Unreadable:
    """The refusal of a reader, which is given bytes and does not know the name of the file."""
    unplaced = [evolve(finding, places=()) for finding in refused.findings]
    return Unreadable(f"{file} cannot be read", unplaced)


def _checked(source: bytes, file: Path) -> Carried:
    damaged = f"The facts that {file} carries were changed and cannot be read"
    try:
        envelope = json.loads(source)
    except ValueError as fault:
        raise Unreadable(f"{damaged}: {fault}.") from fault
    if not isinstance(envelope, dict) or not isinstance(envelope.get("agreement"), str):
        raise Unreadable(f"{damaged}: there is no agreement in them.")
    if envelope.get("schema") != SCHEMA:
        raise Unreadable(
            f"{file} carries its facts in format {envelope.get('schema')}; this program reads format {SCHEMA}. "
            "Use the version of sla-drafter that drafted it."
        )
    return Carried(envelope["agreement"], envelope)
