"""Files to be verified, opened: what a reader sees in each, the facts that it carries, and what it is to be held to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, field

from sla_drafter.assembly.brochure import NAME
from sla_drafter.builder.brochure import is_brochure
from sla_drafter.builder.files import see
from sla_drafter.document.unfinished import UNFINISHED
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Place
from sla_drafter.readers.carried import Carried, ending_of, read_bytes, read_carried
from sla_drafter.review.judge import Seen
from sla_drafter.review.unreadable import file_unreadable
from sla_drafter.values import frozen


@frozen(eq=False)
class Asked:
    """What to hold files against: an agreement file if one is named, the house and language they were drafted in."""

    against: Path | None = None
    house: str | None = None
    language: str | None = None
    on: date | None = None


@frozen(eq=False)
class ReadFile:
    """A file as it was read: what a reader sees in it, and the facts that it carries."""

    path: Path
    data: bytes = field(repr=False)
    seen: Seen = field(repr=False)
    carried: Carried | None = field(repr=False)

    @property
    def is_brochure(self) -> bool:
        """Whether it is a brochure, as the facts in it, its parts or its name say."""
        if self.carried:
            return self.carried.envelope.get("paper") == "brochure"
        return any(passage.id.startswith(f"{NAME}.") for passage in self.seen.passages) or is_brochure(self.path)

    @property
    def is_unfinished(self) -> bool:
        """Whether it is a copy for discussion, as the facts in it or its name say."""
        marked = bool(self.carried and self.carried.envelope.get("unfinished"))
        return marked or self.path.stem.endswith(UNFINISHED)

    @property
    def ending(self) -> str:
        """The kind of file: docx, pdf, html, md, json."""
        return ending_of(self.path)


def opened(paths: Sequence[Path]) -> tuple[ReadFile, ...]:
    """The files, opened. Raises `Unreadable` for those that cannot be read, all at once."""
    found: list[ReadFile] = []
    refused: list[Finding] = []
    for path in paths:
        try:
            found.append(_opened(path))
        except Unreadable as fault:
            refused.extend(fault.findings or (file_unreadable(path, fault.headline),))
    if refused:
        raise Unreadable("Nothing was verified: not every file can be read", refused)
    return tuple(found)


def _opened(path: Path) -> ReadFile:
    data = read_bytes(path)
    try:
        return ReadFile(path, data, see(str(path), ending_of(path), data), read_carried(path, data))
    except Unreadable as fault:
        placed = [evolve(one, places=(Place(path, 1, 1, ""),)) for one in fault.findings]
        raise Unreadable(fault.headline, placed) from fault
