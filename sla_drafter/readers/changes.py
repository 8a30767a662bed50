"""Which tracked changes of a Word file are read."""

from __future__ import annotations

import enum


class Changes(enum.Enum):
    """Which tracked changes a reader sees: all of them, or the text with every change accepted or rejected."""

    ALL = "all"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
