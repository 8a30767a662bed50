"""Writes a report to the file that was named: whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from sla_drafter.cli.status import Refused

EARLIER = {
    "json": r'\{\n "schema": 1,\n "files": \[',
    "sarif": r'\{\n "\$schema": .*\n "ver.*\n "runs": \[[\s{]+"tool": [\s{]+"driver": [\s{]+"name": "sla-drafter"',
    "github": r"(?:::(?:error|warning|notice) file=.*\n)+\Z",
    "junit": r'<\?xml .*\?>\n<testsuites name="sla-drafter lint" ',
    "html": r"<!DOCTYPE html>\n(?:.*\n){,12}<title>Findings</title>\n",
    "baseline": r'\{\n "schema": 1,\n "files": \{',
    "rules": r"# The rules\n\nWritten by `sla-drafter explain --all",
    "clauses": r"# The clauses of the library\n\nWritten by `sla-drafter clauses catalogue`",
}
"""How a file begins that we wrote before, by its kind: it is replaced unasked. A plain text has no mark."""


def free(target: Path, kind: str, inputs: Iterable[Path] = (), *, force: bool = False) -> None:
    """Refuse a target that is an input, an agreement, or another file than an older report of the same kind.

    Force lets a report replace another file, but never an input and never an agreement. What is no file of a disk,
    as /dev/stdout, has nothing to lose.
    """
    from sla_drafter.readers.to_lint import is_agreement

    if not target.is_file():
        return
    if any(one.is_file() and target.samefile(one) for one in inputs):
        raise Refused(f"{target} is read by this command and stays as it is. Name another file for the report.")
    if is_agreement(target):
        raise Refused(f"{target} is an agreement file and stays as it is. Name another file for the report.")
    if not force and not _may_go(target, kind):
        or_force = "" if kind in ("rules", "clauses") else ", or give --force"
        raise Refused(f"{target} is there already and is no earlier report of this kind. Name another file{or_force}.")


def _may_go(target: Path, kind: str) -> bool:
    try:
        text = target.read_text(encoding="utf-8")
    except OSError as fault:
        raise Refused(f"{target} cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError:
        return False
    return not text.strip() or bool(kind in EARLIER and re.match(EARLIER[kind], text))


def put(target: Path, text: str) -> None:
    """Write a text in UTF-8: the older file stays whole until the new one is; a link stays a link."""
    place = target.resolve()
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        if place.exists() and not place.is_file():
            place.write_text(text, encoding="utf-8", newline="")
            return
        part.write_text(text, encoding="utf-8", newline="")
        if place.exists():
            part.chmod(place.stat().st_mode)
        part.replace(place)
    except OSError as fault:
        raise Refused(f"{target} cannot be written: {fault.strerror}.") from fault
    finally:
        part.unlink(missing_ok=True)
