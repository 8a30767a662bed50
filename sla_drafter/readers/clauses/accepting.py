"""Writes the fingerprints of a clause into its file: that key alone, everything else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from sla_drafter.language.patterns import compiled

_FINGERPRINTS = compiled(r"^fingerprints:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)


def with_fingerprints(text: str, prints: Mapping[str, str]) -> str:
    """The text of `clause.yaml` with these fingerprints."""
    block = "fingerprints:\n" + "".join(f"  {name}: {value}\n" for name, value in prints.items())
    whole = text if text.endswith("\n") else f"{text}\n"
    return _FINGERPRINTS.sub(lambda _: block, whole) if _FINGERPRINTS.search(whole) else whole + block


def accept(file: Path, prints: Mapping[str, str]) -> bool:
    """Write the fingerprints into the file of a clause; whether that changed it."""
    before = file.read_text(encoding="utf-8")
    after = with_fingerprints(before, prints)
    if after != before:
        file.write_text(after, encoding="utf-8", newline="")
    return after != before
