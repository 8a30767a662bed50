"""Names of files that are safe on every disk: made from any words, or judged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from sla_drafter.language.patterns import compiled

LONGEST = 100
_SAFE = compiled(r"[\w .(),&+'’-]+")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10))}


def fault_of(name: str) -> str:
    """What is wrong with the name of a file; empty when nothing is."""
    if not _SAFE.fullmatch(name):
        return "The name holds something other than letters, digits, spaces and the signs . _ - ( ) , & + '."
    if len(name) > LONGEST:
        return f"The name has {len(name)} letters; at most {LONGEST} are safe."
    if name.startswith((".", "-", " ")) or name.endswith((".", " ")):
        return "The name begins with a point, hyphen or space, or ends with a point or space."
    if name.partition(".")[0].lower() in _DEVICES:
        return "The name means a device to Windows."
    return ""


def file_name(words: str, ending: str, taken: Collection[str] = ()) -> str:
    """A safe name made from any words, with an ending such as `.docx`; another number when the name is taken."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-") or "document"
    if stem.lower() in _DEVICES:
        stem = f"{stem}-file"
    used = {name.casefold() for name in taken}
    count = 1
    while True:
        number = f"-{count}" if count > 1 else ""
        name = f"{stem[: LONGEST - len(number) - len(ending)].rstrip('-')}{number}{ending}"
        if name.casefold() not in used:
            return name
        count += 1
