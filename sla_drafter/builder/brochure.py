"""The brochure of a draft on its way to files: laid out once, so that its pages are counted and its PDF is the same."""

from __future__ import annotations

import json
from pathlib import PurePath

from attrs import frozen

from sla_drafter.builder.laid_out import LaidOut
from sla_drafter.document.calendar import Calendar
from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document

STEM = ".brochure"
"""What the name of a brochure has before its ending: agreement.brochure.pdf."""


def is_brochure(path: PurePath) -> bool:
    """Whether a file is a brochure by its name."""
    return path.stem.endswith(STEM)


@frozen(eq=False, slots=False)
class Brochure(LaidOut):
    """A brochure with its house and the source that its files carry."""

    document: Document
    house: House
    source: bytes
    calendar: Calendar


def source_of_brochure(source: bytes, fingerprint: str) -> bytes:
    """The source of the draft with the word that the file is its brochure, and the fingerprint of the brochure."""
    return json.dumps(
        {**json.loads(source), "paper": "brochure", "fingerprint": fingerprint}, ensure_ascii=False, indent=1
    ).encode()
