"""A file that cannot be judged because it cannot be read."""

from __future__ import annotations

from pathlib import PurePath

from sla_drafter.findings import Finding, Mend, Place, Severity


def file_unreadable(path: PurePath, message: str) -> Finding:
    """What is said of a file that cannot be read; the message says why."""
    mend = Mend("Give a file that was drafted here.")
    return Finding("DOC-08", "file_unreadable", Severity.ERROR, message, places=(Place(path, 1, 1, ""),), mend=mend)
