"""Reads a draft that was written as JSON: the paper itself, its passages, the source."""

from __future__ import annotations

import json
from pathlib import PurePath

from sla_drafter.document.beside import Beside, beside_of
from sla_drafter.document.nodes import Document
from sla_drafter.document.plain import from_plain
from sla_drafter.document.printed import Passage, passages
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity

SCHEMA = 1
LARGEST = 64 * 1024 * 1024
_SOURCE = b'\n "source": '
_END = b"\n}\n"
_HEADLINE = "The draft cannot be read from its JSON."


def document_from_json(data: bytes) -> Document:
    """The paper that was written; raises `Unreadable` with the place in the tree when it is not one."""
    try:
        return from_plain(_loaded(data).get("document"))
    except ValueError as fault:
        raise _unreadable(str(fault)) from fault
    except RecursionError:
        raise _unreadable("The tree is nested too deeply to be a draft.") from None


def read_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of the paper in reading order."""
    return passages(document_from_json(data))


def read_beside(data: bytes) -> Beside:
    """The foot of the pages, and the changes and remarks that the paper holds."""
    return beside_of(document_from_json(data))


def read_source(data: bytes) -> bytes | None:
    """The source as it was given, byte for byte; after another program saved the file, the same JSON spelled anew."""
    loaded = _loaded(data)
    if "source" not in loaded:
        return None
    raw = data.partition(_SOURCE)[2].removesuffix(_END)
    try:
        if raw and json.loads(raw) == loaded["source"]:
            return raw
    except ValueError:
        pass  # saved by another program: its spelling has other line ends
    return json.dumps(loaded["source"], ensure_ascii=False).encode()


def _loaded(data: bytes) -> dict[str, object]:
    if len(data) > LARGEST:
        raise _unreadable(f"The file has {len(data):,} bytes; at most {LARGEST:,} are read.")
    try:
        loaded = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as fault:
        text = fault.doc.splitlines()[fault.lineno - 1 : fault.lineno]
        place = Place(PurePath("draft.json"), fault.lineno, fault.colno, text[0][:200] if text else "")
        raise _unreadable(f"The file is not JSON: {fault.msg} at line {fault.lineno}.", place) from fault
    except UnicodeDecodeError as fault:
        raise _unreadable(f"Byte {fault.start + 1} of the file is not UTF-8.") from fault
    except RecursionError:
        raise _unreadable("The file is nested too deeply to be a draft.") from None
    schema = loaded.get("schema") if isinstance(loaded, dict) else None
    if not isinstance(loaded, dict) or type(schema) is not int or schema != SCHEMA:
        raise _unreadable(f"The schema is {schema!r}; this version reads schema {SCHEMA}.")
    return loaded


def _unreadable(message: str, *places: Place) -> Unreadable:
    mend = Mend("Give a file that `sla-drafter draft --to json` wrote.")
    finding = Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=places, mend=mend)
    return Unreadable(_HEADLINE, [finding])
