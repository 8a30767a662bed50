"""The brochure of a draft on its way to files: laid out once, so that its pages are counted and its PDF is the same."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cached_property
from pathlib import PurePath

from sla_drafter.builder.laid_out import LaidOut
from sla_drafter.document.calendar import Calendar
from sla_drafter.document.house import House, closer
from sla_drafter.document.nodes import Document
from sla_drafter.document.pages import Pages
from sla_drafter.values import frozen

STEM = ".brochure"
"""What the name of a brochure has before its ending: agreement.brochure.pdf."""
SHEET = 2
"""The pages of one sheet."""
_SMALLER = (Decimal("0.96"), Decimal("0.92"), Decimal("0.88"))
"""The type that is tried where a brochure needs more than a sheet, as shares of the house's own."""


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

    @cached_property
    def _layout(self) -> tuple[bytes, Pages]:
        """One sheet, in smaller type where that is enough; else the type of the house, and a rule says so."""
        own = super()._layout
        if own[1].total <= SHEET:
            return own
        tried = (self._laid_out(closer(self.house, share)) for share in _SMALLER)
        return next((one for one in tried if one[1].total <= SHEET), own)


def source_of_brochure(source: bytes, fingerprint: str) -> bytes:
    """The source of the draft with the word that the file is its brochure, and the fingerprint of the brochure."""
    return json.dumps(
        {**json.loads(source), "paper": "brochure", "fingerprint": fingerprint}, ensure_ascii=False, indent=1
    ).encode()
